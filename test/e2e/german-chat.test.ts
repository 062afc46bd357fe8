/** The local chat in a German browser: the real product is started, and speaks German there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';

import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { startChromium } from '../support/card-browser';
import { openChat } from '../support/chat-page';

let bundles: BotBundles;
let browser: Browser;
let data: string;
let bot: BotProcess;
beforeAll(async () => {
  bundles = bundleBot(['main', 'worker', 'page']);
  browser = await startChromium();
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  bot = await startBotProcess(bundles.folder, data);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
  bundles.remove();
  rmSync(data, { recursive: true, force: true });
});

it('A German browser is welcomed, answered and shown buttons in German', async () => {
  const chat = await openChat(browser, bot.origin, 1100, 'de-DE');
  await chat.reads('Welcher Tunnelschritt scheitert?');
  await chat.write(windowOf(failingClient(), ASSOCIATIONS));
  const card = await chat.reads('Infrastrukturtunnel gescheitert: Main Mode');
  expect(await card.innerText()).toContain('netsh advfirewall monitor show consec');
  await card.getByRole('button', { name: 'Notiz' }).click();
  await chat.reads('Notiz für das Ticket');
  expect(chat.complaints).toEqual([]);
  await chat.page.close();
});
