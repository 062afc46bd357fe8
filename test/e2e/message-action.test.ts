/** The message action as a person meets it in the local chat: on a posted message, from the compose box, by mouse and by keyboard. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';

import { readConfig } from '../../bot/config';
import { createLog } from '../../bot/log';
import { type RunningBot, startBot } from '../../bot/start-bot';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../support/bot-outputs';
import { startChromium } from '../support/card-browser';
import { type ChatPage, openChat, pageFaults } from '../support/chat-page';

const ACTION = 'Analyze with Tunnel Triage';
const STOP_LIMIT_MS = 5000;
/** A browser on a busy machine. */
jest.setTimeout(60_000);

let bundles: BotBundles;
let browser: Browser;
let data: string;
let bot: RunningBot;
let chat: ChatPage;

beforeAll(async () => {
  bundles = bundleBot(['worker', 'page']);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  bundles.remove();
});
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: data, TUNNEL_TRIAGE_WORKERS: '1', LOG_LEVEL: 'silent' });
  bot = await startBot(config, createLog('silent'), { bundles: bundles.folder });
  chat = await openChat(browser, `http://127.0.0.1:${bot.port}`);
  await chat.reads('Which tunnel step failed?');
});
afterEach(async () => {
  await chat.page.close();
  await bot.stop(STOP_LIMIT_MS);
  rmSync(data, { recursive: true, force: true });
});

const dialog = () => chat.page.getByRole('dialog', { name: ACTION });

describe('The message action in the local chat', () => {
  it('on a message with a file asks for the address of the server, and reads the file', async () => {
    await chat.attach('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    await chat.write('');
    await chat.reads('failed at main mode');
    await chat.write('new case');
    await chat.reads('Case C-2 is open');

    await chat.page.locator('article.person', { hasText: 'sas.txt' }).hover();
    await chat.page.locator('article.person', { hasText: 'sas.txt' }).getByRole('button', { name: ACTION }).click();
    await dialog().getByText('I read the message of You: sas.txt.').waitFor();
    expect(await pageFaults(chat.page)).toEqual([]);
    await dialog().getByLabel('First public IPv4 address of the DirectAccess server').fill('203.0.113');
    await dialog().getByRole('button', { name: 'Analyze' }).click();
    await dialog().getByText('"203.0.113" is no IPv4 address.').waitFor();
    await dialog().getByLabel('First public IPv4 address of the DirectAccess server').fill('203.0.113.5');
    await dialog().getByRole('button', { name: 'Analyze' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await chat.reads('failed at main mode');
    expect(await chat.lastCard().innerText()).not.toContain('not understood');
    expect([chat.outside, chat.complaints]).toEqual([[], []]);
  });

  it('can be reached and used by keyboard alone, from a message and back', async () => {
    await chat.write(windowOf(failingClient(), ASSOCIATIONS));
    await chat.reads('failed at main mode');
    const entry = chat.page.locator('article.person').first().getByRole('button', { name: ACTION });
    await entry.focus();
    await chat.page.keyboard.press('Enter');
    await dialog()
      .getByText(/I read the message of You: \d+ lines of text\./)
      .waitFor();
    await chat.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await chat.page.waitForFunction(`document.activeElement?.classList.contains('act') === true`);
    await chat.page.keyboard.press('Enter');
    await dialog().getByLabel('First public IPv4 address of the DirectAccess server').waitFor();
    await chat.page.keyboard.type('203.0.113.5');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await chat.page.getByText('Nothing changed').first().waitFor();
  });

  it('from the compose box takes what is pasted into its dialog', async () => {
    await chat.page.getByRole('button', { name: `${ACTION}…` }).click();
    await dialog().getByLabel('Output of the command, all of it').fill(windowOf(healthyClient(), ASSOCIATIONS));
    await dialog().getByRole('button', { name: 'Analyze' }).click();
    await chat.reads('Both tunnels are up');
  });

  it.each(['light', 'dark', 'contrast'])('can be read in the theme %s', async (theme) => {
    await chat.page.getByLabel('Theme').selectOption(theme);
    await chat.page.getByRole('button', { name: `${ACTION}…` }).click();
    await dialog().getByLabel('Output of the command, all of it').waitFor();
    expect(await pageFaults(chat.page)).toEqual([]);
    await chat.page.screenshot({ path: join(__dirname, `../../.screenshots/chat-action-${theme}.png`) });
  });
});
