/** The channel of the local chat, in a real browser against the real process: a posted file is found by the bot's own client of Microsoft Graph. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Locator } from 'playwright-core';

import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../support/bot-outputs';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { startChromium } from '../support/card-browser';
import { type ChatPage, openChat, pageFaults } from '../support/chat-page';

let bundles: BotBundles;
let browser: Browser;
let bot: BotProcess;
let chat: ChatPage;
const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));

beforeAll(async () => {
  bundles = bundleBot(['main', 'worker', 'page']);
  browser = await startChromium();
  bot = await startBotProcess(bundles.folder, dataFolder);
  chat = await openChat(browser, bot.origin);
}, 120_000);
afterAll(async () => {
  expect(chat.outside).toEqual([]);
  expect(chat.complaints).toEqual([]);
  await browser.close();
  await bot.stop();
  bundles.remove();
  rmSync(dataFolder, { recursive: true, force: true });
});

const thread = (title: string): Locator => chat.page.getByRole('region', { name: `Thread: ${title}` });

describe('The channel of the local chat', () => {
  it('answers a posted file in its thread, and a reply there in the same case', async () => {
    await chat.page.getByLabel('Place').selectOption('channel');
    await chat.attach('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    await chat.write('CLIENT1 cannot connect');
    const first = thread('@Tunnel Triage CLIENT1 cannot connect');
    await first.locator('article.card', { hasText: 'Infrastructure tunnel failed at main mode' }).waitFor();
    await first.getByRole('button', { name: 'Reply in thread' }).click();
    await chat.attach('after.txt', windowOf(healthyClient(), ASSOCIATIONS));
    await chat.write('after the repair');
    await first.locator('article.card', { hasText: 'Your repair worked.' }).waitFor();
    await first.locator('article.card', { hasText: 'This card has moved' }).waitFor();
    expect(await first.locator('article.card').count()).toBe(2);
  });

  it('is silent to what is not addressed to it, and shows help where it is only mentioned', async () => {
    await chat.page.getByRole('button', { name: 'New thread' }).click();
    await chat.page.getByLabel('Mention Tunnel Triage').uncheck();
    await chat.attach('lunch.txt', windowOf(failingClient(), ASSOCIATIONS));
    await chat.write('where do we eat?');
    await chat.page.getByLabel('Mention Tunnel Triage').check();
    await chat.write('help');
    await thread('@Tunnel Triage help').locator('article.card', { hasText: 'What you can send and write' }).waitFor();
    expect(await thread('where do we eat?').locator('article.card').count()).toBe(0);
  });

  it('has no fault of accessibility, on a desktop and on a phone', async () => {
    for (const width of [1100, 360]) {
      await chat.page.setViewportSize({ width, height: 900 });
      expect(await pageFaults(chat.page)).toEqual([]);
      expect(await chat.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await chat.page.screenshot({ path: join(__dirname, `../../.screenshots/channel-${width}.png`) });
    }
  });
});
