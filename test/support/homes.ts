/** Runs the same tests on both homes: an embedded file in a temporary folder, and a database of a real PostgreSQL, new for each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog, type Log } from '../../bot/log';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { NO_POSTGRES, postgresBinaries, sharedPostgres } from './postgres';

export interface HomeOfTest {
  readonly kind: Home['kind'];
  /** The settings of a program that uses the same home. */
  readonly settings: () => Promise<Readonly<Record<string, string>>>;
}

/** Opens the home of the running test, again after a `close()` too; what is open at the end of the test is closed. */
export type OpenHome = (log?: Log) => Promise<Home>;

/** `define` is called once for each home; without a PostgreSQL the second half is skipped and its title says why. */
export function describeHomes(title: string, define: (open: OpenHome, of: HomeOfTest) => void): void {
  describe(`${title} (embedded)`, () => defineOn(embedded(), define));
  if (postgresBinaries === null) {
    describe(`${title} (PostgreSQL)`, () => it.todo(`SKIPPED: ${NO_POSTGRES}`));
    return;
  }
  describe(`${title} (PostgreSQL)`, () => defineOn(postgres(), define));
}

interface Place {
  readonly kind: Home['kind'];
  readonly make: () => Promise<{ readonly databaseUrl: string | null; readonly dataFolder: string }>;
  readonly remove: (place: { readonly databaseUrl: string | null; readonly dataFolder: string }) => Promise<void>;
}

function defineOn({ kind, make, remove }: Place, define: (open: OpenHome, of: HomeOfTest) => void): void {
  let place: ReturnType<Place['make']> | null = null;
  const opened = new Set<Home>();
  const placed = (): ReturnType<Place['make']> => (place ??= make());
  const open: OpenHome = async (log = createLog('silent')) => {
    const home = await openHome(await placed(), log);
    opened.add(home);
    return home;
  };
  afterEach(async () => {
    await Promise.all([...opened].map((home) => home.close()));
    opened.clear();
    if (place !== null) await remove(await place);
    place = null;
  });
  define(open, {
    kind,
    settings: async () => {
      const { databaseUrl, dataFolder } = await placed();
      return databaseUrl === null ? { TUNNEL_TRIAGE_DATA: dataFolder } : { DATABASE_URL: databaseUrl };
    },
  });
}

const embedded = (): Place => ({
  kind: 'embedded',
  make: () => Promise.resolve({ databaseUrl: null, dataFolder: mkdtempSync(join(tmpdir(), 'tunnel-triage-')) }),
  remove: ({ dataFolder }) => {
    rmSync(dataFolder, { recursive: true, force: true });
    return Promise.resolve();
  },
});

const postgres = (): Place => ({
  kind: 'postgres',
  make: async () => ({ databaseUrl: await (await sharedPostgres()).createDatabase(), dataFolder: '' }),
  remove: async ({ databaseUrl }) => (await sharedPostgres()).dropDatabase(databaseUrl ?? ''),
});
