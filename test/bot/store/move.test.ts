/** Moving a home: everything arrives with its numbers, what is there is never mixed with it, and nothing half done stays. */
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../../bot/log';
import { createDatabaseStore } from '../../support/database-store';
import { openEmbeddedHome } from '../../../bot/store/embedded-home';
import { type Home } from '../../../bot/store/home';
import { type EmptyPlace, moveHome } from '../../../bot/store/move';
import { openPostgresHome } from '../../../bot/store/postgres-home';
import { COPIED_TABLES } from '../../../bot/store/table-copy';
import { describeHomes } from '../../support/homes';
import { NO_POSTGRES, postgresBinaries, sharedPostgres } from '../../support/postgres';
import { everything, tellStory } from '../../support/stored-rows';

const SILENT = createLog('silent');
const NOW = 1_800_000_000_000;
const HOSTILE = 'ü 😀 \\u0000 \ud800 \'"; -- %_\n\r\t';

/** More rows than fit into one statement, numbers that were given and are gone, texts of every kind. */
async function fill(home: Home): Promise<void> {
  for (let index = 0; index < 12; index += 1) {
    await tellStory(home, { conversation: `a:${index}`, person: `contoso/${index}`, marker: HOSTILE, at: NOW + index });
  }
  await home.db
    .insertInto('seen_activities')
    .values(
      Array.from({ length: 350 }, (_, index) => ({
        conversation: `c${index % 3}`,
        activity: `A-${index}`,
        seen_at: NOW,
      })),
    )
    .execute();
  await home.db.insertInto('settings').values({ scope: 'global', body: '{"hours":4}', updated_at: NOW }).execute();
  const last = (
    await home.db
      .selectFrom('cases')
      .select((row) => row.fn.max('number').as('number'))
      .executeTakeFirstOrThrow()
  ).number;
  await home.db.deleteFrom('follow_ups').where('case_number', '=', last).execute();
  await home.db.deleteFrom('case_entries').where('case_number', '=', last).execute();
  await home.db.deleteFrom('cases').where('number', '=', last).execute();
}

const inOrder = async (home: Home): Promise<unknown> =>
  Object.entries(await everything(home)).map(([table, rows]) => [
    table,
    rows.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort(),
  ]);

describeHomes('The copy of tables', (open) => {
  it('knows every table that there is', async () => {
    const tables = (await (await open()).db.introspection.getTables()).map(({ name }) => name);
    expect(COPIED_TABLES.map(({ table }) => table as string).sort()).toEqual(tables.sort());
  });
});

const withPostgres = postgresBinaries === null ? describe.skip : describe;

withPostgres(`Moving between the homes${postgresBinaries === null ? `: SKIPPED, ${NO_POSTGRES}` : ''}`, () => {
  let folder: string;
  let url: string;
  let embedded: EmptyPlace;
  let postgres: EmptyPlace;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
    url = await (await sharedPostgres()).createDatabase();
    embedded = { kind: 'embedded', folder };
    postgres = { kind: 'postgres', url };
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await (await sharedPostgres()).dropDatabase(url);
  });
  const inEmbedded = async <Result>(work: (home: Home) => Promise<Result>, at = folder): Promise<Result> => {
    const home = await openEmbeddedHome(at, SILENT);
    return work(home).finally(() => home.close());
  };
  const inPostgres = async <Result>(work: (home: Home) => Promise<Result>): Promise<Result> => {
    const home = await openPostgresHome(url, SILENT);
    return work(home).finally(() => home.close());
  };

  it('brings everything there and back, and goes on counting where it was', async () => {
    await inEmbedded(fill);
    const before = await inEmbedded(inOrder);
    const there = await moveHome(embedded, postgres);
    expect(there.find(({ table }) => table === 'seen_activities')?.rows).toBe(362);
    expect(await inPostgres(inOrder)).toEqual(before);
    // Case 12 was given once and is gone; its id must not name another case.
    expect((await inPostgres((home) => createDatabaseStore(home, () => NOW).openCase('new'))).id).toBe('C-13');

    const other = join(folder, 'other');
    const back = await moveHome(postgres, { kind: 'embedded', folder: other });
    expect(back.map(({ table }) => table)).toEqual(there.map(({ table }) => table));
    expect(await inEmbedded(inOrder, other)).toEqual(await inPostgres(inOrder));
    expect((await inEmbedded((home) => createDatabaseStore(home, () => NOW).openCase('newer'), other)).id).toBe('C-14');
  });

  it('refuses a target that holds anything, and changes neither', async () => {
    await inEmbedded(fill);
    await inPostgres((home) =>
      home.db.insertInto('people').values({ key: 'k', prompts: 'off', updated_at: 1 }).execute(),
    );
    const before = [await inEmbedded(inOrder), await inPostgres(inOrder)];
    await expect(moveHome(embedded, postgres)).rejects.toMatchObject({
      code: 'move-not-empty',
      message: expect.stringContaining('people') as string,
    });
    await expect(moveHome(postgres, embedded)).rejects.toMatchObject({ code: 'move-not-empty' });
    expect([await inEmbedded(inOrder), await inPostgres(inOrder)]).toEqual(before);
  });

  it('refuses while a bot runs on either side', async () => {
    await inEmbedded(fill);
    const running = await openPostgresHome(url, SILENT);
    await running.check();
    await expect(moveHome(embedded, postgres)).rejects.toMatchObject({ code: 'move-running' });
    await expect(moveHome(postgres, { kind: 'embedded', folder: join(folder, 'other') })).rejects.toMatchObject({
      code: 'move-running',
    });
    await running.close();
    const owner = await openEmbeddedHome(folder, SILENT);
    await expect(moveHome(embedded, postgres)).rejects.toMatchObject({ code: 'store-in-use' });
    await owner.close();
  });

  it('leaves the target empty where something fails in the middle', async () => {
    await inEmbedded(fill);
    await inPostgres(async ({ db }) => {
      // The last table but one: everything before it was written by then.
      await sql`alter table audit add constraint refused check (at < 0)`.execute(db);
    });
    await expect(moveHome(embedded, postgres)).rejects.toMatchObject({ code: 'store-unreachable' });
    expect((await inPostgres(everything))['cases']).toEqual([]);
  });

  it('says where there is nothing to move, and makes nothing', async () => {
    await expect(moveHome(embedded, postgres)).rejects.toMatchObject({ code: 'move-nothing' });
    const tables = await (await sharedPostgres()).run(`select * from pg_tables where schemaname = 'public'`, url);
    expect(tables).toEqual([]);
  });

  it('brings a file of an older release up in a copy', async () => {
    const file = join(folder, 'old-backup.sqlite');
    const old = new Database(file);
    old.exec(`create table cases (number integer primary key autoincrement, conversation text not null, state text not null,
        version integer not null, evidence text not null, diagnosis text, card_activity_id text, updated_at integer not null);
      create unique index one_open_case on cases (conversation) where state = 'open';
      create table conversations (key text primary key, reference text not null, updated_at integer not null);
      create table seen_activities (conversation text not null, activity text not null, seen_at integer not null,
        primary key (conversation, activity));
      create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
      insert into kysely_migration values ('001-cases', '2026-11-01T00:00:00.000Z');
      insert into cases values (41, 'alex', 'open', 1, 'x', null, null, 1);`);
    old.close();
    await moveHome({ kind: 'backup', file }, postgres);
    expect((await inPostgres(everything))['cases']).toEqual([expect.objectContaining({ number: 41 })]);
    const still = new Database(file, { readonly: true });
    expect(still.pragma('table_info(cases)')).toHaveLength(8);
    still.close();
  });
});
