/** The embedded home: the sentence with which it is refused where it cannot be opened. */
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../../bot/log';
import { type EmbeddedHome } from '../../../bot/store/home';
import { ServiceError } from '../../../bot/service-error';
import { DATABASE_FILE, openEmbeddedHome } from '../../../bot/store/embedded-home';
import { isOnNetworkShare } from '../../../bot/store/network-share';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (at = folder): Promise<EmbeddedHome> => openEmbeddedHome(at, createLog('silent'));

/** The error with which a start is refused. */
const refusal = async (at = folder): Promise<ServiceError> => {
  try {
    await (await open(at)).close();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('It was opened.');
};

describe('A store that cannot be opened', () => {
  it('is refused while another owns it', async () => {
    const owner = await open();
    const { code, message } = await refusal();
    await owner.close();
    expect(code).toBe('store-in-use');
    expect(message).toContain('is in use by another process');
  });

  it('is refused where it is damaged', async () => {
    writeFileSync(join(folder, DATABASE_FILE), 'this is no database, although it is long enough to be looked at');
    const { code, message } = await refusal();
    expect(code).toBe('store-damaged');
    expect(message).toContain('restore it from a backup');
  });

  it('is refused where a newer release wrote it', async () => {
    await (await open()).close();
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
    await expect(open(join(file, 'data'))).rejects.toMatchObject({ code: 'store-unreachable' });
  });

  it('is refused where it may only be read, and stays as it was', async () => {
    await (await open()).close();
    const path = join(folder, DATABASE_FILE);
    const before = readFileSync(path);
    const { code, message } = await asSomebodyElse(() => refusal());
    expect([code, message]).toEqual(['store-read-only', expect.stringContaining('the right to write')]);
    expect([readdirSync(folder), readFileSync(path).equals(before)]).toEqual([[DATABASE_FILE], true]);
  });

  it('is refused where its pages are damaged', async () => {
    const home = await open();
    const row = { conversation: 'c', activity: 'a'.repeat(200), seen_at: 1 };
    for (let index = 0; index < 300; index += 1) {
      await home.db
        .insertInto('seen_activities')
        .values({ ...row, activity: `${row.activity}${index}` })
        .execute();
    }
    await home.close();
    const path = join(folder, DATABASE_FILE);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, Math.floor(bytes.length / 2));
    writeFileSync(path, bytes);
    expect(await refusal()).toMatchObject({ code: 'store-damaged' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

/** Of the ids of accounts this one has no rights anywhere. */
const NOBODY = 65_534;

/** Root may write everything, so where the tests run as root the work is done by another account, on a folder that it may only read. */
async function asSomebodyElse<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o700);
  }
}

/** A file system of so many bytes in memory; null where this account may not mount one. */
function smallDisk(bytes: number): string | null {
  const at = mkdtempSync(join(tmpdir(), 'tunnel-triage-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', at], { stdio: 'pipe' });
    return at;
  } catch {
    rmSync(at, { recursive: true });
    return null;
  }
}

describe('A disk without room', () => {
  const disk = smallDisk(1024 * 1024);
  afterAll(() => {
    if (disk === null) return;
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  (disk === null ? it.skip : it)(
    `refuses a start with one sentence${disk === null ? ': SKIPPED, mount needs root' : ''}`,
    async () => {
      const at = join(disk ?? '', 'data');
      await (await open(at)).close();
      const path = join(at, DATABASE_FILE);
      const before = readFileSync(path);
      let filler = 512 * 1024;
      for (let part = 0; filler > 0; part += 1) {
        try {
          writeFileSync(join(disk ?? '', `filler-${part}`), Buffer.alloc(filler), { flag: 'wx' });
        } catch {
          filler = Math.floor(filler / 2);
        }
      }
      expect(await refusal(at)).toMatchObject({
        code: 'store-full',
        message: expect.stringContaining('is full: make room') as string,
      });
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );
});

describe('A folder on a network share', () => {
  it.each([
    ['an NFS', '/srv/data', 0x6969, true],
    ['a share of Windows, mounted', '/srv/data', 0xff534d42 | 0, true],
    ['a share of Windows, by its name', '\\\\server\\share\\data', 0, true],
    ['a long name of a share', '\\\\?\\UNC\\server\\share', 0, true],
    ['a long path on a disk', '\\\\?\\C:\\data', 0, false],
    ['ext4', '/srv/data', 0xef53, false],
  ])('is known by its kind: %s', (_, path, type, is) => {
    expect(isOnNetworkShare(path, () => type)).toBe(is);
  });

  it('is told from the disk of this test', () => {
    expect(isOnNetworkShare(folder)).toBe(false);
  });
});

describe('What is done in haste', () => {
  const syncing = ({ file }: EmbeddedHome): unknown => file.pragma('synchronous', { simple: true });
  const [NORMAL, FULL] = [1, 2];

  it('does not wait for the disk, and everything after it does again', async () => {
    const home = await open();
    expect(syncing(home)).toBe(FULL);
    expect(await home.inHaste(() => Promise.resolve(syncing(home)))).toBe(NORMAL);
    expect(syncing(home)).toBe(FULL);
    await home.close();
  });

  it('leaves nothing behind where it fails, and everything after it waits for the disk again', async () => {
    const home = await open();
    const failed = home.inHaste((db) =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto('rate_limits').values({ key: 'one', window: 1, count: 1 }).execute();
        throw new Error('no');
      }),
    );
    await expect(failed).rejects.toThrow('no');
    expect(syncing(home)).toBe(FULL);
    expect(await home.db.selectFrom('rate_limits').selectAll().execute()).toEqual([]);
    await home.close();
  });

  it('has the connection to itself, so that no other commit is meant', async () => {
    const home = await open();
    let seen: unknown = null;
    const hasty = home.inHaste(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));
    const other = home.db.transaction().execute(async (tx) => {
      await tx.insertInto('rate_limits').values({ key: 'one', window: 1, count: 1 }).execute();
      seen = syncing(home);
    });
    await Promise.all([hasty, other]);
    expect(seen).toBe(FULL);
    await home.close();
  });

  it('can be waited for afterwards: then it is on the disk', async () => {
    const home = await open();
    await home.inHaste((db) => db.insertInto('rate_limits').values({ key: 'one', window: 1, count: 1 }).execute());
    await home.onDisk();
    await home.close();
    await expect(home.onDisk()).rejects.toMatchObject({ code: 'store-unreachable' });
  });
});
