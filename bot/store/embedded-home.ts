/** The embedded home: one SQLite file with one owner, which loses nothing that was acknowledged, even when the power fails. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { errorCode } from '../error-code';
import { type Log } from '../log';
import { ServiceError } from '../service-error';
import { createDiskSync, type DiskSync } from './disk-sync';
import { preparedOnce } from './prepared-once';
import { embeddedFault } from './embedded-faults';
import { type EmbeddedHome } from './home';
import { migrate, schemaState, stoppedBy } from './migrate';
import { isOnNetworkShare } from './network-share';
import { type Tables } from './tables';

/** The file in the data folder. */
export const DATABASE_FILE = 'tunnel-triage.sqlite';
/** How long a start waits for a former owner that is just leaving, in milliseconds. */
export const LOCK_WAIT_MS = 1000;

/** Throws a ServiceError with one sentence where the file is in use, damaged, read-only, full, unreachable, or newer than this program. */
export async function openEmbeddedHome(folder: string, log: Log): Promise<EmbeddedHome> {
  const path = join(folder, DATABASE_FILE);
  const file = openFile(folder, path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(file) }) });
  let writeAhead: DiskSync;
  try {
    await bringUp(db, file, path);
    writeAhead = createDiskSync(await open(`${path}-wal`, 'r+'));
  } catch (error) {
    await db.destroy();
    throw error instanceof ServiceError ? error : embeddedFault(error, path);
  }
  if (isOnNetworkShare(resolve(folder))) log.warn('store-on-network-share');
  // SQLite writes a commit into this file and nowhere else; it stays the same one until the home is closed.
  const onDisk = (): Promise<void> =>
    writeAhead.synced().catch((error: unknown) => Promise.reject(embeddedFault(error, path)));
  return {
    kind: 'embedded',
    db,
    file,
    // Whoever holds the connection is alone with it, so no other commit is meant by this. The log is written in order and synced as a whole: the
    // next commit that waits for the disk brings this one along.
    inHaste: (work) =>
      db.connection().execute(async (held) => {
        file.pragma('synchronous = NORMAL');
        try {
          return await work(held);
        } finally {
          file.pragma('synchronous = FULL');
        }
      }),
    onDisk,
    check: async () => {
      await db.selectFrom('cases').select('number').limit(1).execute();
      // After a sync that failed nothing is acknowledged any more, so nothing should be sent here either.
      await onDisk();
    },
    close: async () => {
      await writeAhead.close();
      await db.destroy();
    },
  };
}

function openFile(folder: string, path: string): Database.Database {
  let file: Database.Database | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 }); // evidence names computers and accounts
    file = new Database(path, { timeout: LOCK_WAIT_MS });
    // The kernel drops the lock of an exclusive owner that was killed, so no stale lock can remain.
    for (const pragma of [
      'locking_mode = EXCLUSIVE',
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      // What a statement gives back goes through a temporary table; as a file it takes longer than the statement.
      'temp_store = MEMORY',
      'secure_delete = ON', // what was erased is overwritten
    ]) {
      file.pragma(pragma);
    }
    file.exec('BEGIN IMMEDIATE; COMMIT');
    if (file.pragma('quick_check(1)', { simple: true }) !== 'ok') throw embeddedFault({ code: 'SQLITE_CORRUPT' }, path);
    return file;
  } catch (error) {
    file?.close();
    throw error instanceof ServiceError ? error : embeddedFault(readOnlyFault(path, error), path);
  }
}

/** A file that may only be read is opened for reading, and then cannot be locked for writing: that is all that SQLite says of it. */
function readOnlyFault(path: string, error: unknown): unknown {
  if (errorCode(error) !== 'SQLITE_IOERR_LOCK') return error;
  try {
    closeSync(openSync(path, 'r+'));
    return error;
  } catch (fault) {
    return fault;
  }
}

async function bringUp(db: Kysely<Tables>, file: Database.Database, path: string): Promise<void> {
  const state = await schemaState(db, 'embedded');
  const newer = stoppedBy(state, 'embedded');
  if (newer !== null) {
    throw new ServiceError(
      'store-newer',
      `${path} was written by a newer release (it has the migration ${newer}): start that release, or set TUNNEL_TRIAGE_DATA to another folder.`,
    );
  }
  if (state.pending.length === 0) {
    proveWritable(file);
    return;
  }
  // Kysely runs migrations of SQLite outside of a transaction, and a process that dies between two of their statements would leave half of one.
  file.exec('BEGIN IMMEDIATE');
  try {
    await migrate(db, 'embedded');
    file.exec('COMMIT');
  } catch (error) {
    if (file.inTransaction) file.exec('ROLLBACK');
    throw error;
  }
}

/** A file that is read-only, or a disk without room, shows only when something is written: here the number that stands there already. */
function proveWritable(file: Database.Database): void {
  file.pragma(`user_version = ${Number(file.pragma('user_version', { simple: true }))}`);
}
