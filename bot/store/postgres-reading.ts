/** Reads a PostgreSQL of ours as it stands at one moment, and changes nothing: also one on which instances of this release run. */
import { type Kysely } from 'kysely';

import { createLog } from '../log';
import { ServiceError } from '../service-error';
import { schemaState } from './migrate';
import { connectPostgres, OF_AN_OPERATOR } from './postgres-connection';
import { type CopySide } from './table-copy';
import { type Tables } from './tables';

/** Rejects with a ServiceError where the database has another schema than this release; with the error of a driver where it cannot be read. */
export async function readPostgres<Result>(url: string, work: (from: CopySide) => Promise<Result>): Promise<Result> {
  const db = connectPostgres(url, createLog('silent'), OF_AN_OPERATOR);
  try {
    await refuseOtherSchema(db);
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => work({ kind: 'postgres', db: tx }));
  } finally {
    await db.destroy();
  }
}

async function refuseOtherSchema(db: Kysely<Tables>): Promise<void> {
  const { pending, unknown } = await schemaState(db, 'postgres');
  const [missing] = pending;
  const [newer] = unknown;
  if (missing === undefined && newer === undefined) return;
  throw new ServiceError(
    'store-other-schema',
    newer === undefined
      ? `The database that DATABASE_URL names lacks the migration ${String(missing)}: start the bot of this release once, or use the command of the release that runs.`
      : `The database that DATABASE_URL names has the migration ${newer} of a newer release: use the command of that release.`,
  );
}
