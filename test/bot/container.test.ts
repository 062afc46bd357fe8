/** What runs in the container: production packages and bundles alone, started by an account that owns nothing and may write to one folder only. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import { SETTINGS } from '../../bot/settings';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { CONTAINER_FILE, containerFolder, type ContainerFolder } from '../support/container-folder';
import { expositionOf } from '../support/exposition';
import { until } from '../support/job-instances';
import { zip } from '../support/zip';

const ROOT = join(__dirname, '../..');
/** As the container file says. */
const ACCOUNT = 10001;
/** Hundreds of packages are put into their place first. */
const START_LIMIT_MS = 120_000;
const isRoot = process.getuid?.() === 0;
/** Nobody but root starts a process as somebody else. */
const asRoot = isRoot ? describe : describe.skip;

asRoot(`The container${isRoot ? '' : ' (SKIPPED: only root can start it as another account)'}`, () => {
  let folder: ContainerFolder;
  let data: string;
  let temporary: string;
  let bot: ChildProcess;
  let origin: string;
  let said = '';

  const run = (words: readonly string[]) =>
    spawnSync(words[0]!, words.slice(1), { ...account(), cwd: folder.app, encoding: 'utf8' });
  const account = () => ({
    uid: ACCOUNT,
    gid: ACCOUNT,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      TUNNEL_TRIAGE_DATA: data,
      TMPDIR: temporary,
    },
  });

  beforeAll(async () => {
    folder = containerFolder();
    [data, temporary] = ['data', 'tmp'].map((name) => {
      const made = mkdtempSync(join(tmpdir(), `tunnel-triage-${name}-`));
      chownSync(made, ACCOUNT, ACCOUNT);
      return made;
    }) as [string, string]; // one for each name
    bot = spawn(process.execPath, ['.build/main.cjs'], {
      ...account(),
      cwd: folder.app,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [bot.stdout, bot.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => {
      if (bot.exitCode !== null) throw new Error(`It ended with ${bot.exitCode}: ${said}`);
      return /http:\/\/127\.0\.0\.1:\d+/.test(said);
    });
    origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];
  }, START_LIMIT_MS);
  afterAll(() => {
    bot.kill('SIGKILL');
    folder.remove();
    for (const path of [data, temporary]) rmSync(path, { recursive: true, force: true });
  });

  it('is the account that the container file names, which is not root', () => {
    expect(readFileSync(CONTAINER_FILE, 'utf8')).toContain(`\nUSER ${ACCOUNT}:${ACCOUNT}\n`);
    expect(readFileSync(`/proc/${bot.pid}/status`, 'utf8')).toMatch(
      new RegExp(`^Uid:\\s+${ACCOUNT}\\s+${ACCOUNT}\\s+${ACCOUNT}`, 'm'),
    );
  });

  it('is ready, though nothing of the application can be written by it', async () => {
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    for (const path of ['x', '.build/x', 'bot/x', 'node_modules/x', '.build/main.cjs']) {
      expect([path, run(['sh', '-c', `: >> ${path}`]).status]).toEqual([path, 2]);
    }
  });

  it('has no development package in it', () => {
    const packages = readdirSync(join(folder.app, 'node_modules'));
    expect(packages).toContain('botbuilder');
    expect(packages.filter((name) => ['jest', 'typescript', 'esbuild', 'eslint', '@swc'].includes(name))).toEqual([]);
  });

  it('reads an upload that is too large for its memory by way of the one folder for temporary files, and leaves nothing there', async () => {
    const output = Buffer.from(windowOf(failingClient(), ASSOCIATIONS));
    const evidence = zip({
      'window.txt': output,
      'other.bin': { content: randomBytes(33 * 1024 * 1024), stored: true },
    });
    const put = await fetch(`${origin}/chat/files`, { method: 'PUT', body: new Uint8Array(evidence) });
    const { id } = (await put.json()) as { id: string };
    const body = JSON.stringify({ text: '', files: [{ id, name: 'evidence.zip' }] });
    expect((await fetch(`${origin}/chat/messages`, { method: 'POST', body })).status).toBe(202);
    // They are counted once the transaction that took them in is over, some time after their analysis.
    await until(async () => (await expositionOf(origin)).value('tunnel_triage_uploads_total') === 2);
    const seen = await expositionOf(origin);
    expect(seen.value('tunnel_triage_analyses_total')).toBe(1);
    expect(seen.value('tunnel_triage_uploads_refused_total', { code: 'binary' })).toBe(1);
    expect(seen.value('tunnel_triage_answers_failed_total')).toBe(0);
    await until(() => readdirSync(temporary).filter((name) => name.includes('uploads')).length === 0);
  });

  it('answers its operator, who runs a command beside it', () => {
    const { status, stdout } = run([process.execPath, '.build/status.cjs']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('No job is dead.')]);
  });

  it('has everything that the sample case, the pages and the document of the API are read from', async () => {
    const read = ['/chat', '/api/v1/openapi.yaml', '/api/v1/docs', '/api/v1/docs/swagger-ui-bundle.js'];
    expect(await Promise.all(read.map(async (path) => [path, (await fetch(origin + path)).status]))).toEqual(
      read.map((path) => [path, 200]),
    );
    expect(existsSync(join(folder.app, 'bot/teams/sample-case'))).toBe(true);
  });

  it('ends by itself on SIGTERM', async () => {
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

describe('The files for operators', () => {
  it.each(['.container/compose.yaml', 'bot/operate/AZURE.md'])('name in %s only settings that there are', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const named = [...text.matchAll(/\b(TUNNEL_TRIAGE_[A-Z_]+|MicrosoftApp[A-Za-z]+|DATABASE_URL|PORT)\b/g)].map(
      ([, name = '']) => name,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in SETTINGS))).toEqual([]);
  });

  it('let nothing of the bot be written in the container but where uploads lie', () => {
    const compose = z
      .object({
        services: z.object({
          bot: z.looseObject({
            read_only: z.literal(true),
            tmpfs: z.array(z.string()),
            cap_drop: z.tuple([z.literal('ALL')]),
          }),
        }),
      })
      .parse(parse(readFileSync(join(ROOT, '.container/compose.yaml'), 'utf8')));
    expect(compose.services.bot.tmpfs.map((mount) => mount.split(':')[0])).toEqual(['/tmp']);
  });
});
