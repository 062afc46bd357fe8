/** A newcomer's first hour: the real product is started, its local chat opened in a browser, and a client repaired by its cards. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';

import { collectScript } from '../../analyzers/index';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../support/bot-outputs';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { startChromium } from '../support/card-browser';
import { answerToCard, type ChatPage, openChat, pageFaults } from '../support/chat-page';

/** More commands than any failure of the model needs. */
const MAX_ROUNDS = 6;

let bundles: BotBundles;
let browser: Browser;
let data: string;
let bot: BotProcess;
let chat: ChatPage;
beforeAll(async () => {
  bundles = bundleBot(['main', 'worker', 'page']);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  bundles.remove();
});
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  bot = await startBotProcess(bundles.folder, data);
  chat = await openChat(browser, bot.origin);
  await chat.reads('Which tunnel step failed?');
});
afterEach(async () => {
  expect(chat.outside).toEqual([]);
  expect(chat.complaints).toEqual([]);
  await chat.page.close();
  await bot.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('The local chat', () => {
  it('leads from one output to the cause, and from the repair to a healthy client', async () => {
    const client = failingClient();
    await chat.attach('sas.txt', windowOf(client, ASSOCIATIONS));
    await chat.write('');
    let card = await chat.reads('Infrastructure tunnel failed at main mode');

    for (let round = 0; !(await card.innerText()).includes('Do this'); round += 1) {
      if (round === MAX_ROUNDS) throw new Error('The cause was not found.');
      const { output } = await answerToCard(card, client);
      const { length } = await chat.page.locator('article.card').all();
      await card.getByRole('button', { name: 'I ran it' }).click();
      await card.getByLabel('Output of the command, all of it').fill(output);
      await card.getByRole('button', { name: 'Send output' }).click();
      await chat.page.locator('article.card').nth(length).waitFor();
      card = chat.lastCard();
    }
    expect(await card.innerText()).toMatch(/certificate .*expired on/);

    await card.getByRole('button', { name: 'I fixed it' }).click();
    await chat.page.getByText('Done by You').last().waitFor();
    const { output } = await answerToCard(await chat.reads('This shows whether the repair worked.'), healthyClient());
    await chat.write(output);
    const healthy = await chat.reads('Both tunnels are up');
    await healthy.getByRole('button', { name: 'Close case' }).click();
    await chat.reads('Case C-1 is closed.');
  });

  it('leads a newcomer from the printed address to the first card in under five actions', async () => {
    const page = await browser.newPage({ locale: 'en-US' });
    const begun = performance.now();
    const done: string[] = [];
    const act = async (action: string, does: () => Promise<unknown>): Promise<void> => {
      done.push(action);
      await does();
    };
    await act('open the address', () => page.goto(`${bot.origin}/chat`));
    await act('paste what the client printed', () =>
      page
        .getByRole('textbox', { name: 'Message, or the output of a command' })
        .fill(windowOf(failingClient(), ASSOCIATIONS)),
    );
    await act('press Send', () => page.getByRole('button', { name: 'Send', exact: true }).click());
    await page.locator('article.card', { hasText: 'Infrastructure tunnel failed at main mode' }).waitFor();
    console.info(
      `First card after ${done.length} actions and ${((performance.now() - begun) / 1000).toFixed(1)} s: ${done.join(', ')}`,
    );
    expect(done.length).toBeLessThan(5);
    await page.close();
  });

  it('takes several files as one answer', async () => {
    await chat.attach('mmsa.txt', windowOf(healthyClient(), 'netsh advfirewall monitor show mmsa'));
    await chat.attach('qmsa.txt', windowOf(healthyClient(), 'netsh advfirewall monitor show qmsa'));
    await chat.write('both listings');
    await chat.reads('Both tunnels are up');
    expect(await chat.page.locator('article.card').count()).toBe(2);
  });

  it('takes files that are dropped on the page', async () => {
    const dropped = await chat.page.evaluateHandle<unknown, string>(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
        return transfer;
      },
      windowOf(failingClient(), ASSOCIATIONS),
    );
    await chat.page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    await chat.page.getByText('dropped.txt').waitFor();
    await chat.write('');
    await chat.reads('Infrastructure tunnel failed at main mode');
  });

  it('shows the sample case by one click', async () => {
    await chat.page.getByRole('button', { name: 'Try the sample case' }).click();
    const card = await chat.reads('Infrastructure tunnel failed at main mode');
    expect(await card.innerText()).toContain('Confirmed by sample/certutil-my.txt');
  });

  it('opens what stands behind a row where the row stands', async () => {
    await chat.page.getByRole('button', { name: 'Try the sample case' }).click();
    const card = await chat.reads('Infrastructure tunnel failed at main mode');
    const proof = card.getByText(/^Proof: \d+ lines/);
    await proof.click();
    await card.getByText('sample/mmsa.txt, line').first().waitFor();
  });

  it('says what it can read when it cannot read a file', async () => {
    await chat.attach('holiday.txt', 'Buy milk and bread.');
    await chat.write('');
    expect(await (await chat.reads('I could not read this file')).innerText()).toContain('holiday.txt');
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> [x](http://outside.example/) **bold**';
    await chat.write(hostile);
    const card = await chat.reads('is no output that I know');
    expect(await card.innerText()).toContain('<img src=x onerror=alert(1)> [x](http://outside.example/)');
    expect(await chat.page.locator('article.person').last().locator('.text').innerText()).toBe(hostile);
  });

  it('copies the command that it asks for', async () => {
    await chat.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chat.lastCard().getByRole('button', { name: 'Copy' }).click();
    await chat.lastCard().getByRole('button', { name: 'Copied' }).waitFor();
    expect(await chat.page.evaluate('navigator.clipboard.readText()')).toBe(ASSOCIATIONS);
  });

  it('hands over the script as a file, which is the one that the command line prints, and takes the question away', async () => {
    await chat.page.getByRole('button', { name: 'Get script' }).click();
    await chat.page.getByRole('button', { name: 'Allow collect-client.cmd' }).waitFor();
    expect(await pageFaults(chat.page)).toEqual([]);
    await chat.page.screenshot({ path: join(__dirname, '../../.screenshots/chat-script.png') });
    await chat.page.getByRole('button', { name: 'Allow collect-client.cmd' }).click();
    const download = chat.page.waitForEvent('download');
    await chat.page.getByRole('link', { name: 'Download collect-client.cmd' }).click();
    expect((await download).suggestedFilename()).toBe('collect-client.cmd');
    const { script } = collectScript({ shell: 'cmd', on: 'client' });
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(script);
    expect(await chat.page.getByRole('button', { name: 'Allow collect-client.cmd' }).count()).toBe(0);
    await chat.page.screenshot({ path: join(__dirname, '../../.screenshots/chat-script-taken.png') });
  });

  it('can be used by keyboard alone', async () => {
    await chat.page.getByRole('textbox', { name: 'Message, or the output of a command' }).focus();
    await chat.page.keyboard.type('steps');
    await chat.page.keyboard.press('Enter');
    await chat.reads('The 20 steps, in order');
  });

  it.each(['light', 'dark', 'contrast'])(
    'can be read in the theme %s while the box for an output is open',
    async (theme) => {
      await chat.page.getByLabel('Theme').selectOption(theme);
      await chat.attach('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
      await chat.write('');
      await chat.page.getByRole('button', { name: 'I ran it' }).first().click();
      await chat.page.getByRole('button', { name: 'Send output' }).waitFor();
      await chat.page.getByLabel('Message, or the output of a command').focus();
      expect((await pageFaults(chat.page)).filter((fault) => fault.startsWith('color-contrast'))).toEqual([]);
    },
  );

  it.each(['light', 'dark', 'contrast'])(
    'has no fault of accessibility in the theme %s, on a desktop and on a phone',
    async (theme) => {
      await chat.page.getByLabel('Theme').selectOption(theme);
      await chat.page.getByRole('button', { name: 'Try the sample case' }).click();
      await chat.reads('Infrastructure tunnel failed at main mode');
      for (const width of [1100, 360]) {
        await chat.page.setViewportSize({ width, height: 800 });
        expect(await pageFaults(chat.page)).toEqual([]);
        expect(await chat.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        await chat.page.screenshot({ path: join(__dirname, `../../.screenshots/chat-${theme}-${width}.png`) });
      }
    },
  );
});
