/** Backups: one SQLite file of the same shape as the embedded home, whichever home it was made from, so that either can be filled from it. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { errorCode } from '../error-code';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { DATABASE_FILE } from './embedded-home';
import { copyInTurns } from './copy-in-turns';
import { type EmbeddedHome } from './home';
import { migrate } from './migrate';
import { copyTables, type TableSum } from './table-copy';
import { type Tables } from './tables';
import { readPostgres } from './postgres-reading';
import { storeFault } from './store-fault';

const ONLY_THIS_ACCOUNT = 0o600;

/** While the bot goes on: each transaction is in it whole or not at all. `file` must not exist. */
export function backUpRunning(home: EmbeddedHome, file: string): Promise<void> {
  return intoNewFile(file, (partial) => copyInTurns(home, partial));
}

/** Of a data folder on which no bot runs; the file is only read. */
export async function backUpFolder(folder: string, file: string): Promise<void> {
  const path = join(folder, DATABASE_FILE);
  if (!existsSync(path)) {
    throw new RefusedError(
      'backup-nothing',
      `There is nothing to back up: ${path} does not exist. Set TUNNEL_TRIAGE_DATA to the folder of the bot.`,
    );
  }
  await intoNewFile(file, async (partial) => {
    const home = openToRead(path);
    try {
      await home.backup(partial);
    } finally {
      home.close();
    }
  });
}

/** In one transaction that sees one moment. */
export function backUpPostgres(url: string, file: string): Promise<readonly TableSum[]> {
  return intoNewFile(file, async (partial) => {
    const target = new Database(partial);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: target }) });
    try {
      await migrate(db, 'embedded');
      return await readPostgres(url, (from) =>
        db.transaction().execute((tx) => copyTables(from, { kind: 'embedded', db: tx })),
      );
    } catch (error) {
      throw storeFault(error, file);
    } finally {
      await db.destroy();
    }
  });
}

function openToRead(path: string): Database.Database {
  try {
    const home = new Database(path, { readonly: true, fileMustExist: true, timeout: 1000 });
    home.pragma('schema_version'); // the first read takes the lock
    return home;
  } catch (error) {
    throw new ServiceError(
      'backup-unreadable',
      `${path} cannot be read (${errorCode(error)}): where a bot runs on it, look into its log why it cannot be asked for a backup; else run this command with the account of the bot.`,
      error,
    );
  }
}

/** The file takes its name when it is whole and checked; nobody but this account may read it. */
async function intoNewFile<Result>(file: string, fill: (partial: string) => Promise<Result>): Promise<Result> {
  const partial = `${file}.partial`;
  if (existsSync(file))
    throw new RefusedError('backup-exists', `${file} exists already: give the backup another name.`);
  reserve(partial);
  try {
    const result = await fill(partial);
    finish(partial);
    renameSync(partial, file);
    flush(dirname(file));
    return result;
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(partial + end, { force: true });
    throw error instanceof ServiceError || error instanceof RefusedError ? error : notWritten(file, error);
  }
}

function reserve(partial: string): void {
  try {
    closeSync(openSync(partial, 'wx', ONLY_THIS_ACCOUNT));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw new RefusedError(
        'backup-under-way',
        `${partial} exists: another backup is being made there, or was interrupted; then delete that file.`,
      );
    }
    throw notWritten(partial, error);
  }
}

/** A file that stands alone, without a log beside it. */
function finish(partial: string): void {
  const copy = new Database(partial);
  try {
    copy.pragma('journal_mode = DELETE');
    const whole = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    const cases = copy.prepare(`select count(*) from sqlite_schema where name = 'cases'`).pluck().get();
    if (!whole || cases !== 1)
      throw new ServiceError('backup-damaged', 'The backup is damaged and was not kept: try again.');
  } finally {
    copy.close();
  }
  flush(partial);
}

function flush(path: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there, and a file only to be written
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const notWritten = (file: string, error: unknown): ServiceError =>
  new ServiceError(
    'backup-not-written',
    `${file} cannot be written (${errorCode(error)}): check that its folder exists, has room, and may be written by the account of the bot.`,
    error,
  );
