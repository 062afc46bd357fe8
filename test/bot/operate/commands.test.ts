/** The commands of the operator as they are run: beside a running bot, without one, and with words that make no sense. */
import Database from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../../bot/log';
import { openHome } from '../../../bot/store/open-home';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';
import { type BotProcess, startBotProcess } from '../../support/bot-process';
import { NO_POSTGRES, postgresBinaries, sharedPostgres } from '../../support/postgres';
import { tellStory } from '../../support/stored-rows';

jest.setTimeout(120_000); // the programs are bundled, and a real bot is started

let bundles: BotBundles;
let folder: string;
let data: string;
beforeAll(() => {
  bundles = bundleBot(['worker', 'main', 'page', 'back-up', 'move']);
});
afterAll(() => bundles.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly said: string;
}

const run = (
  program: 'back-up' | 'move',
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Run> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], TUNNEL_TRIAGE_DATA: data, ...more };
    const child = execFile(
      process.execPath,
      [join(bundles.folder, `${program}.cjs`), ...words],
      { cwd: folder, env },
      (_, output, errors) => resolve({ status: child.exitCode, said: output + errors }),
    );
  });

const fill = async (databaseUrl: string | null = null): Promise<void> => {
  const home = await openHome({ databaseUrl, dataFolder: data }, createLog('silent'));
  await tellStory(home, { conversation: 'c', person: 'contoso/alex', marker: 'm', at: Date.now() });
  await home.close();
};

/** How often the case that was filled in is there: the bot makes others of the work that was filled in with it. */
const casesIn = (file: string): unknown => {
  const database = new Database(join(folder, file), { readonly: true });
  try {
    return database.prepare(`select count(*) from cases where diagnosis = '{"said":"m"}'`).pluck().get();
  } finally {
    database.close();
  }
};

describe('npm run backup', () => {
  let bot: BotProcess | null = null;
  afterEach(async () => {
    await bot?.stop();
    bot = null;
  });

  it('has the running bot make it', async () => {
    await fill();
    bot = await startBotProcess(bundles.folder, data);
    const { status, said } = await run('back-up', ['here.sqlite']);
    expect([status, said]).toEqual([0, expect.stringContaining('npm run move -- --from here.sqlite')]);
    expect([casesIn('here.sqlite'), readdirSync(folder).sort()]).toEqual([1, ['data', 'here.sqlite']]);
    expect(await run('back-up', ['here.sqlite'])).toEqual({
      status: 1,
      said: expect.stringMatching(/exists already: .*\n$/) as string,
    });
  });

  it('makes it itself where no bot runs, also after one was killed', async () => {
    await fill();
    bot = await startBotProcess(bundles.folder, data);
    await bot.stop('SIGKILL');
    bot = null;
    expect((await run('back-up', ['here.sqlite'])).status).toBe(0);
    expect(casesIn('here.sqlite')).toBe(1);
  });

  it.each([[[]], [['--help']], [['one', 'two']]])('with the words %j says what it wants', async (words) => {
    expect(await run('back-up', words)).toEqual({
      status: 1,
      said: expect.stringContaining('npm run backup -- backup.sqlite') as string,
    });
    expect(existsSync(data)).toBe(false);
  });
});

describe('npm run move', () => {
  it.each([
    [['--from', 'embedded'], 'Say from where and to where'],
    [['--from', 'embedded', '--to', 'embedded'], 'Say from where and to where'],
    [['--from', 'embedded', '--to', 'elsewhere'], 'Say from where and to where'],
    [['--form', 'embedded', '--to', 'postgres'], 'Say from where and to where'],
    [['--from', 'postgres://u:hidden@h/d', '--to', 'embedded'], 'Set DATABASE_URL to the URL'],
    [['--from', 'embedded', '--to', 'postgres'], 'DATABASE_URL is unset'],
    [['--from', 'no-such-file', '--to', 'embedded'], 'no-such-file does not exist'],
  ])('with the words %j says what is wrong', async (words, sentence) => {
    const { status, said } = await run('move', words);
    expect([status, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect([said.trim().split('\n').length, said.includes('hidden'), existsSync(data)]).toEqual([1, false, false]);
  });

  const withPostgres = postgresBinaries === null ? it.skip : it;

  withPostgres(
    `brings the embedded file into PostgreSQL, and a backup of that into a file${postgresBinaries === null ? `: SKIPPED, ${NO_POSTGRES}` : ''}`,
    async () => {
      const server = await sharedPostgres();
      const url = await server.createDatabase();
      try {
        await fill();
        const there = await run('move', ['--from', 'embedded', '--to', 'postgres'], { DATABASE_URL: url });
        expect([there.status, there.said]).toEqual([
          0,
          expect.stringMatching(/cases +1 rows {2}[0-9a-f]{32}\n[^]*start the bot/),
        ]);
        expect((await run('back-up', ['pg.sqlite'], { DATABASE_URL: url })).status).toBe(0);
        rmSync(data, { recursive: true });
        expect((await run('move', ['--from', 'pg.sqlite', '--to', 'embedded'])).status).toBe(0);
        expect([casesIn('pg.sqlite'), casesIn('data/tunnel-triage.sqlite')]).toEqual([1, 1]);
      } finally {
        await server.dropDatabase(url);
      }
    },
  );
});
