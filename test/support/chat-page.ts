/** The local chat as a person uses it: in a real headless Chromium, by what is written on the page. */
import { readFileSync } from 'node:fs';
import { type Browser, type Locator, type Page } from 'playwright-core';

import { type Deployment } from '../virtual-client/deployment';
import { run } from '../virtual-client/technician';

export interface ChatPage {
  readonly page: Page;
  /** Addresses that were asked and are not on the loopback interface. */
  readonly outside: readonly string[];
  /** What the page itself complained about. */
  readonly complaints: readonly string[];
  readonly attach: (name: string, text: string) => Promise<void>;
  readonly write: (text: string) => Promise<void>;
  readonly lastCard: () => Locator;
  /** Settles when the last card has the words. */
  readonly reads: (words: string) => Promise<Locator>;
}

/** `locale` is the language of the browser, in which the bot answers where it speaks it. */
export async function openChat(browser: Browser, origin: string, width = 1100, locale = 'en-US'): Promise<ChatPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale });
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(`${origin}/chat`);
  const lastCard = (): Locator => page.locator('article.card').last();

  return {
    page,
    outside,
    complaints,
    lastCard,
    attach: async (name, text) => {
      await page.getByLabel('Attach files').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    },
    write: async (text) => {
      await page.getByRole('textbox', { name: 'Message, or the output of a command' }).fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    },
    reads: async (words) => {
      await page.locator('article.card:last-of-type', { hasText: words }).last().waitFor();
      return lastCard();
    },
  };
}

/** What the console shows after the technician has run what the card asks for, on the machine and with the rights that it names. */
export async function answerToCard(
  card: Locator,
  deployment: Deployment,
): Promise<{ readonly output: string; readonly after: Deployment }> {
  const lines = (await card.innerText()).split('\n').filter((line) => line.trim() !== '');
  const place = lines.findIndex((line) => /· (?:Command Prompt|PowerShell), as /.test(line));
  const [where, commandLine] = [lines[place], lines[place + 1]];
  if (where === undefined || commandLine === undefined)
    throw new Error(`The card asks for nothing: ${lines.join(' | ')}`);
  const { transcript, after } = run(deployment, {
    commandLine,
    side: where.includes('server') ? 'server' : 'client',
    elevated: where.includes('as administrator'),
    shell: where.includes('PowerShell') ? 'powershell' : 'cmd',
  });
  return { output: transcript, after };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the whole page, as "rule: element". */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe
    .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}
