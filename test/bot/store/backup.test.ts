/** Backups: consistent while the store is written to, of one shape from either home, and never in the place of another file. */
import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../../bot/log';
import { backUpFolder, backUpPostgres, backUpRunning } from '../../../bot/store/backup';
import { openEmbeddedHome } from '../../../bot/store/embedded-home';
import { type Home } from '../../../bot/store/home';
import { moveHome } from '../../../bot/store/move';
import { COPIED_TABLES } from '../../../bot/store/table-copy';
import { describeHomes } from '../../support/homes';
import { everything, tellStory } from '../../support/stored-rows';

const NOW = 1_800_000_000_000;
const ALEX = { conversation: 'a:1', person: 'contoso/alex', marker: 'marker ü 😀 \'"', at: NOW };

const SILENT = createLog('silent');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  file = join(folder, 'backup.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (query: string): readonly Readonly<Record<string, unknown>>[] => {
  const backup = new Database(file, { readonly: true });
  try {
    return backup.prepare<[], Record<string, unknown>>(query).all();
  } finally {
    backup.close();
  }
};

describeHomes('A backup', (open, of) => {
  const backUp = async (home: Home): Promise<void> => {
    if (home.kind === 'embedded') return backUpRunning(home, file);
    await backUpPostgres((await of.settings())['DATABASE_URL'] ?? '', file);
  };

  it('has everything, in one file that only its owner may read', async () => {
    const home = await open();
    for (let index = 0; index < 30; index += 1) await tellStory(home, ALEX);
    await backUp(home);
    expect([readdirSync(folder), statSync(file).mode & 0o777]).toEqual([['backup.sqlite'], 0o600]);
    for (const [table, rows] of Object.entries(await everything(home))) {
      expect(sorted(read(`select * from ${table}`))).toEqual(sorted(rows));
    }
  });

  it('made while transactions come and go has each of them whole or not at all', async () => {
    const home = await open();
    await home.db
      .insertInto('settings')
      .values({ scope: 'global', body: 'x'.repeat(3_000_000), updated_at: 0 })
      .execute();
    let written = 0;
    const end = new AbortController();
    const writing = (async () => {
      for (; !end.signal.aborted; written += 1) {
        await home.db.transaction().execute(async (tx) => {
          await tx
            .insertInto('seen_activities')
            .values({ conversation: 'c', activity: `a-${written}`, seen_at: 0 })
            .execute();
          await new Promise((resolve) => setImmediate(resolve));
          await tx.insertInto('audit').values({ at: written, action: 'written', detail: '{}' }).execute();
        });
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await backUp(home);
    end.abort();
    await writing;
    const [counts] = read(
      'select (select count(*) from seen_activities) as one, (select count(*) from audit) as other',
    );
    expect(counts?.['one']).toBe(counts?.['other']);
    expect(counts?.['one']).toBeGreaterThan(0);
    expect(counts?.['one']).toBeLessThanOrEqual(written);
  });

  it('that begins while a transaction is open has nothing of the middle of it', async () => {
    const home = await open();
    const number = await tellStory(home, ALEX);
    const begun: Promise<void>[] = [];
    await home.db.transaction().execute(async (tx) => {
      await tx.updateTable('cases').set({ version: 77 }).execute();
      begun.push(backUp(home));
      // PostgreSQL shows the last moment that was committed, SQLite waits for the next.
      await (home.kind === 'postgres' ? begun[0] : new Promise((resolve) => setTimeout(resolve, 100)));
    });
    await begun[0];
    expect(read('select number, version from cases')).toEqual([{ number, version: home.kind === 'embedded' ? 77 : 1 }]);
  });

  it('never takes the place of another file', async () => {
    const home = await open();
    writeFileSync(file, 'precious');
    await expect(backUp(home)).rejects.toMatchObject({ code: 'backup-exists' });
    expect(statSync(file).size).toBe('precious'.length);
  });

  it('that cannot be written leaves nothing behind', async () => {
    const home = await open();
    file = join(folder, 'no-such-folder', 'backup.sqlite');
    await expect(backUp(home)).rejects.toMatchObject({ code: 'backup-not-written' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fills an empty home of the same kind as it was', async () => {
    const home = await open();
    await tellStory(home, ALEX);
    const before = await everything(home);
    await backUp(home);
    if (home.kind === 'postgres') {
      for (const { table } of COPIED_TABLES.toReversed()) await home.db.deleteFrom(table).execute();
    }
    await home.close();
    const { DATABASE_URL: url } = await of.settings();
    const to = url === undefined ? ({ kind: 'embedded', folder } as const) : ({ kind: 'postgres', url } as const);
    await moveHome({ kind: 'backup', file }, to);
    const restored = url === undefined ? await openEmbeddedHome(folder, SILENT) : await open();
    expect(await everything(restored)).toEqual(before);
    await restored.close();
  });
});

describe('A backup of a folder on which no bot runs', () => {
  it('only reads it', async () => {
    const data = join(folder, 'data');
    const home = await openEmbeddedHome(data, SILENT);
    await tellStory(home, ALEX);
    await home.close();
    await backUpFolder(data, file);
    expect(read('select count(*) as count from cases')).toEqual([{ count: 1 }]);
  });

  it('says that there is none, and makes none', async () => {
    const data = join(folder, 'data');
    await expect(backUpFolder(data, file)).rejects.toMatchObject({ code: 'backup-nothing' });
    expect([existsSync(data), existsSync(file)]).toEqual([false, false]);
  });
});

const sorted = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort();
