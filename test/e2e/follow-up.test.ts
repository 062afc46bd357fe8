/** A reminder as a person meets it in the local chat: it comes by itself, is put off, comes back, and ends with the output. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Locator } from 'playwright-core';

import { readConfig } from '../../bot/config';
import { createLog } from '../../bot/log';
import { type RunningBot, startBot } from '../../bot/start-bot';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { startChromium } from '../support/card-browser';
import { answerToCard, type ChatPage, openChat, pageFaults } from '../support/chat-page';

const MISSING = 'One output is still missing';
const STOP_LIMIT_MS = 5000;
/** A test here is a conversation over three days; on a busy machine each of its many answers may take seconds. */
jest.setTimeout(120_000);

let bundles: BotBundles;
let browser: Browser;
let data: string;
let bot: RunningBot;
let chat: ChatPage;
/** How much later it is for the bot than for this machine, in milliseconds. */
let ahead = 0;

/** In this machine's zone, which is that of the person at its browser: 24 November 2026 is a Tuesday. */
function goTo(day: number, hour: number, minute = 0): void {
  ahead = new Date(2026, 10, day, hour, minute).getTime() - Date.now();
}

beforeAll(async () => {
  bundles = bundleBot(['worker', 'page']);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  bundles.remove();
});
beforeEach(async () => {
  goTo(24, 10);
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: data, TUNNEL_TRIAGE_WORKERS: '1', LOG_LEVEL: 'silent' });
  bot = await startBot(config, createLog('silent'), { bundles: bundles.folder, now: () => Date.now() + ahead });
  chat = await openChat(browser, `http://127.0.0.1:${bot.port}`);
  await chat.reads('Which tunnel step failed?');
});
afterEach(async () => {
  expect(chat.outside).toEqual([]);
  expect(chat.complaints).toEqual([]);
  await chat.page.close();
  await bot.stop(STOP_LIMIT_MS);
  rmSync(data, { recursive: true, force: true });
});

const client = failingClient();
const prompts = (): Locator => chat.page.locator('article.card', { hasText: MISSING });

/** The command that a card asks for: the line below its place. */
async function commandOn(card: Locator): Promise<string> {
  const lines = (await card.innerText()).split('\n').filter((line) => line.trim() !== '');
  return lines[lines.findIndex((line) => line.includes('· Command Prompt')) + 1] ?? '';
}

async function asked(): Promise<string> {
  await chat.attach('sas.txt', windowOf(client, ASSOCIATIONS));
  await chat.write('');
  return commandOn(await chat.reads('Infrastructure tunnel failed at main mode'));
}

describe('A reminder in the local chat', () => {
  it('comes by itself, is put off, comes back, is answered with the file, and the case goes on', async () => {
    const command = await asked();
    goTo(24, 14);
    const first = await chat.reads(MISSING);
    expect(await commandOn(first)).toBe(command);
    expect(await pageFaults(chat.page)).toEqual([]);
    await chat.page.screenshot({ path: join(__dirname, '../../.screenshots/chat-follow-up.png') });

    await first.getByRole('button', { name: 'Tomorrow' }).click();
    await chat.page.getByText('I ask again tomorrow at 09:00.').waitFor();
    await prompts().waitFor({ state: 'detached' });

    goTo(25, 9);
    const second = await chat.reads(MISSING);
    expect(await second.innerText()).toContain('I asked for it yesterday at 10:0');

    const { output } = await answerToCard(second, client);
    await chat.attach('answer.txt', output);
    await chat.write('');
    await chat.page.getByText('An output came, so I ask no more for this one.').waitFor();
    await chat.reads('The computer certificate of the client expired');

    // The next prompt is about what is asked for now, after the repair; of the old command there is none any more.
    goTo(25, 13, 30);
    const third = await chat.reads(MISSING);
    expect(await third.innerText()).toContain('It shows whether the repair worked.');
    expect(await commandOn(third)).toBe(ASSOCIATIONS);
    expect(await prompts().count()).toBe(1);
  });

  it('is answered in the box of its own button', async () => {
    await asked();
    goTo(24, 14);
    const prompt = await chat.reads(MISSING);
    const { output } = await answerToCard(prompt, client);
    await prompt.getByRole('button', { name: 'I ran it' }).click();
    await prompt.getByLabel('Output of the command, all of it').fill(output);
    await prompt.getByRole('button', { name: 'Send output' }).click();
    await chat.page.getByText('I am reading what you pasted.').waitFor();
    await chat.reads('Infrastructure tunnel failed at main mode');
    expect(await prompts().count()).toBe(0);
  });

  it('ends in the closing question, whose answer closes the case', async () => {
    await asked();
    goTo(24, 14);
    await chat.reads(MISSING);
    goTo(25, 9);
    await chat.page.getByText('I asked for this again further down.').waitFor();
    goTo(26, 9);
    const closing = await chat.reads('Is this case solved?');
    await closing.getByRole('button', { name: /^Nobody knows/ }).click();
    await chat.page.getByText('Case C-1 is solved. The cause: nobody knows.').waitFor();
    await chat.write('what is waiting?');
    await chat.reads('No open cases');
  });
});
