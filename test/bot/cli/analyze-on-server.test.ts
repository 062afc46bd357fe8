/** `tunnel-triage analyze --server`, the program as a person starts it, against the real bot with a key that its operator made. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../../../bot/config';
import { createLog } from '../../../bot/log';
import { keys } from '../../../bot/operate/keys';
import { type RunningBot, startBot } from '../../../bot/start-bot';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';
import { freePort } from '../../support/free-port';

const SAMPLE = 'bot/teams/sample-case';
const FILES = ['mmsa.txt', 'consec-active.txt', 'currentprofile.txt', 'certutil-my.txt'].map((name) =>
  join(SAMPLE, name),
);

let bundles: BotBundles;
let folder: string;
let bot: RunningBot;
let server: string;
let key: string;
beforeAll(async () => {
  bundles = bundleBot(['worker', 'cli']);
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: join(folder, 'data'), TUNNEL_TRIAGE_WORKERS: '1' });
  bot = await startBot(config, createLog('silent'), { bundles: bundles.folder });
  server = `http://127.0.0.1:${bot.port}`;
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  key = await keys(config, ['add', 'tests', '--scope', 'cases.read,cases.write']);
  jest.restoreAllMocks();
});
afterAll(async () => {
  await bot.stop(5000);
  rmSync(folder, { recursive: true, force: true });
  bundles.remove();
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = { TUNNEL_TRIAGE_API_KEY: key },
) {
  return new Promise<Ran>((resolve) => {
    const child = spawn(process.execPath, [join(bundles.folder, 'cli.cjs'), 'analyze', ...words], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

const remote = (...words: readonly string[]): Promise<Ran> => start(['--server', server, ...words]);

const casesLeft = async (): Promise<number> => {
  const response = await fetch(`${server}/api/v1/cases`, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { readonly cases: readonly unknown[] }).cases.length;
};

describe('analyze --server', () => {
  it.each([
    [],
    ['--json'],
    ['--card'],
    ['--proof'],
    ['--server-ipv4', '131.107.0.2', '--json'],
    ['--fail-on', 'failed'],
  ])('prints what is printed without a server, with the same exit status: %j %j %j', async (...options) => {
    const [here, there] = await Promise.all([start([...options, ...FILES]), remote(...options, ...FILES)]);
    expect(there.stderr).toBe('');
    expect(withoutTimes(there.stdout)).toBe(withoutTimes(here.stdout));
    expect(there.status).toBe(here.status);
  });

  it('leaves nothing on the server where no case is named', async () => {
    await remote(...FILES);
    expect(await casesLeft()).toBe(0);
  });

  it('goes on with the case that the file remembers', async () => {
    const file = join(folder, 'case.json');
    const first = await remote('--case', file, '--json', FILES[0]!);
    expect(first.status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schema: 'tunnel-triage/remote-case/1', server });
    const second = await remote('--case', file, '--json', FILES[1]!);
    const { uploads } = JSON.parse(second.stdout) as { readonly uploads: readonly { readonly name: string }[] };
    expect(uploads.map(({ name }) => name)).toEqual(FILES.slice(0, 2));
    const shown = await remote('--case', file, '--json');
    expect(JSON.parse(shown.stdout)).toEqual(JSON.parse(second.stdout));
    expect(await casesLeft()).toBe(1);
  });

  it('sends more files than one request takes', async () => {
    const many = mkdtempSync(join(folder, 'many-'));
    for (let at = 0; at < 23; at += 1) writeFileSync(join(many, `${at}.txt`), readFileSync(FILES[0]!));
    const { stdout } = await remote('--json', many);
    expect((JSON.parse(stdout) as { readonly uploads: readonly unknown[] }).uploads).toHaveLength(23);
  });

  it('ends with 3 where nothing could be read', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear colleague,\nthe printer is broken.\n');
    const [here, there] = await Promise.all([start([file]), remote(file)]);
    expect(there).toEqual(here);
    expect(there.status).toBe(3);
  });
});

describe('analyze --server says in one sentence', () => {
  const said = async (ran: Promise<Ran>): Promise<readonly unknown[]> => {
    const { status, stdout, stderr } = await ran;
    expect(stdout).toBe('');
    return [
      status,
      stderr
        .split('\n')[0]
        ?.replace(/^tunnel-triage: /, '')
        .replace(server, 'URL'),
    ];
  };

  it('that a key is needed', async () => {
    expect(await said(start(['--server', server, FILES[0]!], {}))).toEqual([2, expect.stringMatching(/needs a key/)]);
  });

  it('that the key does not count', async () => {
    const ran = start(['--server', server, FILES[0]!], { TUNNEL_TRIAGE_API_KEY: 'tt_nonsense' });
    expect(await said(ran)).toEqual([3, expect.stringMatching(/^URL answered: The credential is missing/)]);
  });

  it('that nobody is there', async () => {
    const ran = start(['--server', `http://127.0.0.1:${await freePort()}`, FILES[0]!]);
    expect(await said(ran)).toEqual([3, expect.stringMatching(/could not be reached \(ECONNREFUSED\)/)]);
  });

  it('that the key would be read on the way', async () => {
    expect(await said(start(['--server', 'http://triage.example.com', FILES[0]!]))).toEqual([
      2,
      expect.stringMatching(/not encrypted/),
    ]);
  });

  it('that the case of the file is gone', async () => {
    const file = join(folder, 'gone.json');
    const id = '00000000-0000-4000-8000-000000000000';
    writeFileSync(file, JSON.stringify({ schema: 'tunnel-triage/remote-case/1', server, id }));
    expect(await said(remote('--case', file, FILES[0]!))).toEqual([3, expect.stringMatching(/There is no such case/)]);
  });

  it('that a case is kept here, or elsewhere', async () => {
    const here = join(folder, 'here.json');
    await start(['--case', here, FILES[0]!]);
    expect(await said(remote('--case', here))).toEqual([2, expect.stringMatching(/none that a server keeps/)]);
    const there = join(folder, 'there.json');
    await remote('--case', there, FILES[0]!);
    expect(await said(start(['--case', there]))).toEqual([2, expect.stringMatching(/is kept by URL/)]);
  });
});

/** The card shows the minute at which it was made. */
const withoutTimes = (text: string): string => text.replace(/\b\d{1,2}:\d{2}\b/g, 'TIME');
