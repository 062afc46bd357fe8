/** The migrations: what the first release kept is carried over, several instances may start at once, and old ones may stay where they can. */
import Database from 'better-sqlite3';
import { type Kysely } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { emptyCase } from '../../../analyzers/index';
import { createLog } from '../../../bot/log';
import { type Home } from '../../../bot/store/home';
import { createDatabaseStore } from '../../support/database-store';
import { DATABASE_FILE, openEmbeddedHome } from '../../../bot/store/embedded-home';
import { mayStayBeside } from '../../../bot/store/migrations/registry';
import { openHome } from '../../../bot/store/open-home';
import { describeHomes } from '../../support/homes';
import { NO_POSTGRES, postgresBinaries, sharedPostgres } from '../../support/postgres';

const applied = async ({ db }: Home): Promise<readonly string[]> => {
  const migrations = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const rows = await migrations.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
};

describeHomes('The schema', (open) => {
  it('is brought up once, also over a second start', async () => {
    await (await open()).close();
    expect(await applied(await open())).toEqual([
      '001-cases',
      '002-living-case',
      '003-figures-since-002',
      '004-tickets-since-002',
      '005-api-cases-since-002',
      '006-api-keys-since-002',
      '007-events-since-002',
    ]);
  });
});

describe('A file of the first release', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
    const file = new Database(join(folder, DATABASE_FILE));
    file.exec(FIRST_RELEASE);
    const evidence = {
      ...emptyCase,
      calls: 2,
      serverIpv4: '203.0.113.1',
      readings: [{ call: 2 }],
      uploads: [{ name: 'a' }],
    };
    const insert = file.prepare(
      `insert into cases (conversation, state, version, evidence, updated_at) values (?, 'open', 3, ?, 1700000000000)`,
    );
    insert.run('alex', JSON.stringify({ ...evidence, awaited: { id: 'next', command: 'ipconfig /all' } }));
    insert.run('bob', '{ this is no JSON');
    insert.run('carol', JSON.stringify(emptyCase));
    file
      .prepare(`insert into conversations values ('alex', ?, 1), ('bob', 'no JSON', 1)`)
      .run(JSON.stringify({ conversation: { conversationType: 'personal', tenantId: 'contoso' } }));
    file.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its cases, with their evidence in the log', async () => {
    const home = await openEmbeddedHome(folder, createLog('silent'));
    const store = createDatabaseStore(home, Date.now);
    expect((await store.openCase('alex')).evidence).toEqual({
      ...emptyCase,
      calls: 2,
      serverIpv4: '203.0.113.1',
      readings: [{ call: 2 }],
      uploads: [{ name: 'a' }],
      awaited: { id: 'next', command: 'ipconfig /all' },
    });
    expect((await store.openCase('carol')).evidence).toEqual(emptyCase);
    expect(await home.db.selectFrom('conversations').select(['key', 'tenant', 'scope', 'state']).execute()).toEqual([
      { key: 'alex', tenant: 'contoso', scope: 'personal', state: 'live' },
      { key: 'bob', tenant: null, scope: 'channel', state: 'live' },
    ]);
    await home.close();
  });

  it('keeps what cannot be read, and it does not stop the others', async () => {
    const home = await openEmbeddedHome(folder, createLog('silent'));
    const store = createDatabaseStore(home, Date.now);
    await expect(store.openCase('bob')).rejects.toMatchObject({ code: 'case-unreadable' });
    expect((await store.beginCase('bob')).id).toBe('C-4');
    const kept = await home.db.selectFrom('case_entries').select('body').where('case_number', '=', 2).execute();
    expect(kept).toEqual([{ body: '{ this is no JSON' }]);
    await home.close();
  });
});

const FIRST_RELEASE = `
  create table "conversations" ("key" text primary key, "reference" text not null, "updated_at" integer not null);
  create table "cases" ("number" integer primary key autoincrement, "conversation" text not null, "state" text not null,
    "version" integer not null, "evidence" text not null, "diagnosis" text, "card_activity_id" text, "updated_at" integer not null);
  create unique index "one_open_case" on "cases" ("conversation") where state = 'open';
  create table "seen_activities" ("conversation" text not null, "activity" text not null, "seen_at" integer not null,
    constraint "seen_activities_key" primary key ("conversation", "activity"));
  create index "seen_when" on "seen_activities" ("seen_at");
  create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
  create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
  insert into kysely_migration_lock values ('migration_lock', 0);
  insert into kysely_migration values ('001-cases', '2026-11-01T00:00:00.000Z');`;

const onPostgres = postgresBinaries === null ? describe.skip : describe;

onPostgres(`Several instances on one PostgreSQL${postgresBinaries === null ? `: SKIPPED, ${NO_POSTGRES}` : ''}`, () => {
  let databaseUrl: string;
  beforeEach(async () => {
    databaseUrl = await (await sharedPostgres()).createDatabase();
  });
  afterEach(async () => (await sharedPostgres()).dropDatabase(databaseUrl));
  const start = (): Promise<Home> => openHome({ databaseUrl, dataFolder: '' }, createLog('silent'));
  const later = async (name: string): Promise<void> => {
    await (
      await sharedPostgres()
    ).run(`insert into kysely_migration values ('${name}', '2030-01-01T00:00:00.000Z')`, databaseUrl);
  };

  it('may start at the same time on an empty database', async () => {
    const homes = await Promise.all([start(), start(), start()]);
    expect(await applied(homes[2])).toEqual([
      '001-cases',
      '002-living-case',
      '003-figures-since-002',
      '004-tickets-since-002',
      '005-api-cases-since-002',
      '006-api-keys-since-002',
      '007-events-since-002',
    ]);
    await Promise.all(homes.map((home) => home.close()));
  });

  it('may be of an older release where the newer schema allows it', async () => {
    await (await start()).close();
    await later('003-add-more-since-002');
    const old = await start();
    await old.check();
    await old.close();
  });

  it('are refused where the newer schema does not allow them', async () => {
    await (await start()).close();
    await later('003-take-away');
    await expect(start()).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringContaining('003-take-away') as string,
    });
  });
});

describe('The name of a migration', () => {
  it.each([
    ['004-drop-since-002', '002-living-case', true],
    ['004-drop-since-003', '002-living-case', false],
    ['004-drop', '002-living-case', false],
  ])('%s lets a program with %s stay: %s', (unknown, newest, may) => {
    expect(mayStayBeside(unknown, newest)).toBe(may);
  });
});
