/** The home that any number of instances share: PostgreSQL, by one URL. */
import { type Log } from '../log';
import { ServiceError } from '../service-error';
import { type PostgresHome } from './home';
import { migrate, schemaState, stoppedBy } from './migrate';
import { connectPostgres, OF_A_MIGRATION, OF_AN_INSTANCE, refuseUnfit } from './postgres-connection';
import { postgresFault } from './postgres-faults';

/** Throws a ServiceError with one sentence, without anything of the URL, where the database is unreachable, refuses, is missing, read-only or newer. */
export async function openPostgresHome(url: string, log: Log, limits = OF_AN_INSTANCE): Promise<PostgresHome> {
  await prepare(url, log);
  const db = connectPostgres(url, log, limits);
  return {
    kind: 'postgres',
    db,
    inHaste: (work) => work(db),
    // Each commit has waited for it.
    onDisk: () => Promise.resolve(),
    check: async () => {
      await db.selectFrom('cases').select('number').limit(1).execute();
    },
    close: () => db.destroy(),
  };
}

async function prepare(url: string, log: Log): Promise<void> {
  try {
    const db = connectPostgres(url, log, OF_A_MIGRATION);
    try {
      await refuseUnfit(db);
      const state = await schemaState(db, 'postgres');
      const newer = stoppedBy(state, 'postgres');
      if (newer !== null) throw tooNew(newer);
      if (state.pending.length > 0) await migrate(db, 'postgres');
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw error instanceof ServiceError ? error : postgresFault(error);
  }
}

const tooNew = (migration: string): ServiceError =>
  new ServiceError(
    'store-newer',
    `The database that DATABASE_URL names was brought up by a newer release (it has the migration ${migration}), beside which this one cannot work: start that release, or name another database.`,
  );
