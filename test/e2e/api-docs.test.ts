/** The page of the API's document in a real browser: the operations are there, a key opens them, and nothing is asked of anybody else. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';

import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { photograph, startChromium } from '../support/card-browser';
import { pageFaults } from '../support/chat-page';

let bundles: BotBundles;
let browser: Browser;
let data: string;
let bot: BotProcess;
let page: Page;
let outside: string[];
let complaints: string[];
beforeAll(async () => {
  bundles = bundleBot(['main', 'worker', 'page', 'keys']);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  bundles.remove();
});
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  bot = await startBotProcess(bundles.folder, data);
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  outside = [];
  complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${bot.origin}/`) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(`${bot.origin}/api/v1/docs`);
  await page.getByRole('heading', { name: 'Tunnel Triage' }).waitFor();
});
afterEach(async () => {
  expect(outside).toEqual([]);
  await page.close();
  await bot.stop();
  rmSync(data, { recursive: true, force: true });
});

const newKey = (scopes: string): string =>
  execFileSync(process.execPath, [join(bundles.folder, 'keys.cjs'), 'add', 'Browser', '--scope', scopes], {
    cwd: data,
    env: { PATH: process.env['PATH'], TUNNEL_TRIAGE_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .toString()
    .trim();

async function authorize(key: string): Promise<void> {
  await page.getByRole('button', { name: 'Authorize' }).click();
  await page.getByRole('dialog').or(page.locator('.modal-ux')).locator('input').fill(key);
  await page.locator('.modal-ux').getByRole('button', { name: 'Apply credentials' }).click();
  await page.locator('.modal-ux').getByRole('button', { name: 'Close' }).last().click();
}

/** The status and the body of what an operation answered. */
async function tryOut(operation: string): Promise<{ readonly status: string; readonly body: string }> {
  const block = page.locator(`#operations-${operation}`);
  await block.locator('.opblock-summary-control').click();
  await block.getByRole('button', { name: 'Try it out' }).click();
  await block.getByRole('button', { name: 'Execute' }).click();
  const answer = block.locator('.live-responses-table');
  await answer.waitFor();
  return {
    status: (await answer.locator('tbody td.response-col_status').first().innerText()).trim(),
    body: await answer.locator('tbody td.response-col_description').first().innerText(),
  };
}

/** How Swagger UI builds a line of an operation, numbers its headings, and leaves its title outside of its main part: no style of ours can change that. */
const OF_SWAGGER_UI = new Set(['nested-interactive', 'heading-order', 'region']);

describe('The page of the document', () => {
  it('lists the operations, and asks nobody but the bot', async () => {
    const operations = await page.locator('.opblock-summary-path').allInnerTexts();
    const paths = operations.map((path) => path.replace(/\u200b/g, ''));
    expect(paths).toEqual(expect.arrayContaining(['/cases', '/cases/{case}/uploads', '/cases/{case}/diagnosis']));
    await photograph(page, 'api-docs');
    expect(complaints).toEqual([]);
  });

  it('makes a case with a key that was typed in, and reads it back', async () => {
    await authorize(newKey('cases.read,cases.write'));
    const made = await tryOut('cases-createCase');
    expect(made.status).toBe('201');
    const id = /"id": "([0-9a-f-]{36})"/.exec(made.body)?.[1];
    expect(id).toBeDefined();
    const list = await tryOut('cases-listCases');
    expect(list.status).toBe('200');
    expect(list.body).toContain(id);
    expect(complaints).toEqual([]);
  });

  it('shows the problem of whoever has no key, and of one that may not', async () => {
    const without = await tryOut('cases-listCases');
    expect(without.status).toBe('401');
    expect(without.body).toContain('not-authenticated');
    await authorize(newKey('cases.read'));
    const forbidden = await tryOut('cases-createCase');
    expect(forbidden.status).toBe('403');
    expect(forbidden.body).toContain('scope-missing');
  });

  it('has no serious fault that axe finds', async () => {
    await page.locator('#operations-cases-createCase .opblock-summary-control').click();
    const faults = await pageFaults(page);
    expect(faults.filter((fault) => !OF_SWAGGER_UI.has(fault.split(':')[0] ?? ''))).toEqual([]);
  });
});

describe('What the page is made of', () => {
  it('is served with a policy that lets nothing come from elsewhere, and into no frame', async () => {
    const answer = await fetch(`${bot.origin}/api/v1/docs`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/api/v1/docs/../../../package.json', '/api/v1/docs/%2e%2e/caller.ts', '/api/v1/docs/constructor'])(
    'is nothing that stands elsewhere: %s',
    async (path) => {
      expect((await fetch(`${bot.origin}${path}`)).status).toBe(404);
    },
  );

  it('has the document itself, as the package has it', async () => {
    const answer = await fetch(`${bot.origin}/api/v1/openapi.yaml`);
    expect(answer.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect(await answer.text()).toMatch(/^openapi: 3\.1/);
  });
});
