/** The embedded home: one SQLite file with one owner, which loses nothing that was acknowledged, even when the power fails. */
import Database from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { ServiceError } from '../service-error';
import { migrations } from './migrations';
import { type Tables } from './tables';

/** The file in the data folder. */
export const DATABASE_FILE = 'tunnel-triage.sqlite';
/** How long a start waits for a former owner that is just leaving, in milliseconds. */
export const LOCK_WAIT_MS = 1000;

/** Throws a ServiceError with one sentence where the file is in use, damaged, unreachable, or newer than this program. */
export async function openEmbeddedDatabase(folder: string): Promise<Kysely<Tables>> {
  const path = join(folder, DATABASE_FILE);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openFile(folder, path) }) });
  try {
    await migrate(db, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
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
    ]) {
      file.pragma(pragma);
    }
    file.exec('BEGIN IMMEDIATE; COMMIT');
    if (file.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(path);
    return file;
  } catch (error) {
    file?.close();
    throw error instanceof ServiceError ? error : asSentence(error, path);
  }
}

function asSentence(error: unknown, path: string): ServiceError {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY')) {
    return new ServiceError(
      'store-in-use',
      `${path} is in use by another process: stop that one, or set TUNNEL_TRIAGE_DATA to another folder.`,
      error,
    );
  }
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) return damaged(path, error);
  return new ServiceError(
    'store-unreachable',
    `${path} cannot be opened (${code}): check that the folder exists, has room, and belongs to the account of the bot.`,
    error,
  );
}

/** The driver makes its errors in the realm that loaded it first, so `instanceof Error` does not know all of them. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown';
  return typeof error.code === 'string' ? error.code : 'unknown';
}

const damaged = (path: string, cause?: unknown): ServiceError =>
  new ServiceError(
    'store-damaged',
    `${path} is damaged or no database: restore it from a backup, or move it away to start with no cases.`,
    cause,
  );

async function migrate(db: Kysely<Tables>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const unknown = await newerMigration(db);
  if (unknown !== null) {
    throw new ServiceError(
      'store-newer',
      `${path} was written by a newer release (it has the migration ${unknown}): start that release, or set TUNNEL_TRIAGE_DATA to another folder.`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw asSentence(error, path);
}

/** The name of a migration in the file that this program does not have. */
async function newerMigration(db: Kysely<Tables>): Promise<string | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return null;
  const done = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return done.find(({ name }) => !(name in migrations))?.name ?? null;
}
