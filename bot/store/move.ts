/** Moves everything from one home into another, or from a backup into a home: in one transaction there, checked before it is kept. */
import { sql } from 'kysely';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../log';
import { RefusedError } from '../refused-error';
import { DATABASE_FILE, openEmbeddedHome } from './embedded-home';
import { type Home, type PostgresHome } from './home';
import { INSTANCE_NAME, OF_AN_OPERATOR } from './postgres-connection';
import { openPostgresHome } from './postgres-home';
import { readPostgres } from './postgres-reading';
import { storeFault } from './store-fault';
import { type CopySide, copyTables, filledTables, type TableSum } from './table-copy';

/** A home, which is to be empty where something is moved into it. */
export type EmptyPlace =
  { readonly kind: 'embedded'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };

export type MovePlace =
  | EmptyPlace
  /** A file that a backup made; it is only read. */
  | { readonly kind: 'backup'; readonly file: string };

/**
 * Rejects with one sentence where a bot runs on either side, or where the target holds anything; then, and after any other failure, the target
 * is as empty as before. The source stays as it is.
 */
export async function moveHome(from: MovePlace, to: EmptyPlace): Promise<readonly TableSum[]> {
  const path = to.kind === 'embedded' ? join(to.folder, DATABASE_FILE) : 'The embedded file';
  try {
    return await readFrom(from, (source) => moveInto(to, source));
  } catch (error) {
    throw storeFault(error, path);
  }
}

async function moveInto(to: EmptyPlace, source: CopySide): Promise<readonly TableSum[]> {
  const target = await openTarget(to);
  try {
    // The embedded file has one owner, which is this command now.
    if (target.kind === 'postgres') await refuseInstances(target);
    return await fill(target, source);
  } finally {
    await target.close();
  }
}

const SILENT = createLog('silent');

const openTarget = (to: EmptyPlace): Promise<Home> =>
  to.kind === 'embedded' ? openEmbeddedHome(to.folder, SILENT) : openPostgresHome(to.url, SILENT, OF_AN_OPERATOR);

async function refuseInstances({ db }: Pick<PostgresHome, 'db'>): Promise<void> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and application_name = ${INSTANCE_NAME}`.execute(db);
  if (rows[0]?.count === 0) return;
  throw new RefusedError(
    'move-running',
    'The bot runs on the database that DATABASE_URL names: stop every instance, then move.',
  );
}

async function readFrom<Result>(from: MovePlace, work: (source: CopySide) => Promise<Result>): Promise<Result> {
  if (from.kind === 'postgres') {
    return readPostgres(from.url, async (source) => {
      await refuseInstances(source);
      return work(source);
    });
  }
  return from.kind === 'embedded' ? readFolder(from.folder, work) : readBackup(from.file, work);
}

async function readFolder<Result>(folder: string, work: (source: CopySide) => Promise<Result>): Promise<Result> {
  if (!existsSync(join(folder, DATABASE_FILE))) {
    throw new RefusedError(
      'move-nothing',
      `There is nothing to move: ${join(folder, DATABASE_FILE)} does not exist. Set TUNNEL_TRIAGE_DATA to the folder of the bot.`,
    );
  }
  const home = await openEmbeddedHome(folder, SILENT);
  try {
    return await work(home);
  } finally {
    await home.close();
  }
}

/** A backup of an older release is brought up in a copy, so that it stays what it is. */
async function readBackup<Result>(file: string, work: (source: CopySide) => Promise<Result>): Promise<Result> {
  if (!existsSync(file)) throw new RefusedError('move-nothing', `${file} does not exist.`);
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-')); // only this account may look into it
  try {
    copyFileSync(file, join(folder, DATABASE_FILE));
    return await readFolder(folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill({ kind, db }: Home, source: CopySide): Promise<readonly TableSum[]> {
  return db.transaction().execute(async (tx) => {
    const filled = await filledTables(tx);
    if (filled.length > 0) {
      throw new RefusedError(
        'move-not-empty',
        `The target holds rows already (${filled.join(', ')}): name an empty one. Nothing was moved.`,
      );
    }
    return copyTables(source, { kind, db: tx });
  });
}
