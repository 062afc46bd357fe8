/** The embedded store: what it keeps over a restart, and what it says where it cannot be opened. */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ServiceError } from '../../../bot/service-error';
import { createDatabaseStore, type DatabaseStore, SEEN_FOR_MS } from '../../../bot/store/database-store';
import { DATABASE_FILE, openEmbeddedDatabase } from '../../../bot/store/embedded-database';

let folder: string;
let clock = 1_800_000_000_000;
const open = async (): Promise<DatabaseStore> => createDatabaseStore(await openEmbeddedDatabase(folder), () => clock);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withStore<Result>(work: (store: DatabaseStore) => Promise<Result>): Promise<Result> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('The embedded store', () => {
  it('keeps a changed case over a restart', async () => {
    await withStore(async (store) => {
      const begun = await store.openCase('alex');
      expect(await store.keep({ ...begun, cardActivityId: 'm-1', evidence: { ...begun.evidence, calls: 3 } })).toBe(
        true,
      );
    });
    expect(await withStore((store) => store.openCase('alex'))).toMatchObject({
      id: 'C-1',
      cardActivityId: 'm-1',
      evidence: { calls: 3 },
    });
  });

  it('refuses a change that was made from an older version', async () => {
    await withStore(async (store) => {
      const begun = await store.openCase('alex');
      await store.keep(begun);
      expect(await store.keep(begun)).toBe(false);
    });
  });

  it('has one open case for a conversation, also when it is asked for at the same time', async () => {
    const ids = await withStore((store) =>
      Promise.all(['alex', 'alex', 'bob'].map(async (who) => (await store.openCase(who)).id)),
    );
    expect(ids).toEqual(['C-1', 'C-1', 'C-2']);
  });

  it('shows a case to its own conversation only', async () => {
    await withStore(async (store) => {
      const { id } = await store.openCase('alex');
      expect([
        await store.caseOf('alex', id),
        await store.caseOf('bob', id),
        await store.caseOf('alex', "C-1' or 1"),
      ]).toEqual([expect.objectContaining({ id }), null, null]);
    });
  });

  it('closes the open case when another begins', async () => {
    await withStore(async (store) => {
      const first = await store.openCase('alex');
      expect((await store.beginCase('alex')).id).toBe('C-2');
      expect(await store.caseOf('alex', first.id)).toMatchObject({ state: 'closed' });
    });
  });

  it('knows a delivery again after a restart, and forgets it after a day', async () => {
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(true);
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(false);
    clock += SEEN_FOR_MS + 1;
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(true);
  });

  it('remembers the latest way to reach a conversation', async () => {
    await withStore(async (store) => {
      await store.remember('alex', { serviceUrl: 'https://one.example' });
      await store.remember('alex', { serviceUrl: 'https://two.example' });
      expect(await store.referenceOf('alex')).toEqual({ serviceUrl: 'https://two.example' });
      expect(await store.referenceOf('bob')).toBeNull();
    });
  });
});

/** The error with which a start is refused. */
const refusal = async (): Promise<ServiceError> => {
  try {
    await (await open()).close();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('It was opened.');
};

describe('A store that cannot be opened', () => {
  it('is refused while another owns it', async () => {
    await withStore(async () => {
      const { code, message } = await refusal();
      expect(code).toBe('store-in-use');
      expect(message).toContain('is in use by another process');
    });
  });

  it('is refused where it is damaged', async () => {
    writeFileSync(join(folder, DATABASE_FILE), 'this is no database, although it is long enough to be looked at');
    const { code, message } = await refusal();
    expect(code).toBe('store-damaged');
    expect(message).toContain('restore it from a backup');
  });

  it('is refused where a newer release wrote it', async () => {
    await withStore((store) => store.check());
    const file = new Database(join(folder, DATABASE_FILE));
    file.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('999-later', '2030-01-01');
    file.close();
    const { code, message } = await refusal();
    expect(code).toBe('store-newer');
    expect(message).toContain('999-later');
  });

  it('is refused where its folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(openEmbeddedDatabase(join(file, 'data'))).rejects.toMatchObject({ code: 'store-unreachable' });
  });
});
