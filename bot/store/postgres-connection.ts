/** Connections to PostgreSQL: their bounds, and what must be true of the server before anything is done there. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

import { errorCode } from '../error-code';
import { type Log } from '../log';
import { ServiceError } from '../service-error';
import { postgresFault } from './postgres-faults';
import { type Tables } from './tables';

/** Connections of one instance; PostgreSQL allows 100 to all of them unless it is told otherwise. */
export const MAX_CONNECTIONS = 10;
/** How long a query waits for a free connection, and a connection for the server. */
export const CONNECT_LIMIT_MS = 10_000;
/** No statement of ours takes a second; one that takes this long is stopped, so that it cannot hold a case for ever. */
export const STATEMENT_LIMIT_MS = 30_000;
/**
 * The same for a transaction of a process that has lost its way, or is stuck, between two statements. What it holds is locked for all others, so this
 * is no longer than the lease of a job: else the work of a stuck process could not be taken over in under a minute.
 */
export const IDLE_TRANSACTION_LIMIT_MS = 20_000;
/** A connection that nobody used for this long is given back. */
export const IDLE_CONNECTION_LIMIT_MS = 30_000;
/** The oldest that the job engine works with; the oldest that is still maintained is newer. */
export const OLDEST_SERVER = 13;

/** How the connections of a running instance are known on the server. */
export const INSTANCE_NAME = 'tunnel-triage';

/** Of a running instance. */
export const OF_AN_INSTANCE: pg.PoolConfig = {
  application_name: INSTANCE_NAME,
  max: MAX_CONNECTIONS,
  statement_timeout: STATEMENT_LIMIT_MS,
  idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT_MS,
};
/** Of a migration, which takes as long as it needs, and waits for the one of another instance. */
export const OF_A_MIGRATION: pg.PoolConfig = { application_name: `${INSTANCE_NAME} migration`, max: 2 };
/** Of a command that reads or writes everything. */
export const OF_AN_OPERATOR: pg.PoolConfig = { application_name: `${INSTANCE_NAME} operator`, max: 2 };

/** Eight-byte integers as numbers: ours are milliseconds and row numbers, far below 2^53. Only for the pools of the store. */
const numbersForLong = new pg.TypeOverrides();
numbersForLong.setTypeParser(pg.types.builtins.INT8, Number);

/** Connects when the first query comes. */
export function connectPostgres(url: string, log: Log, limits: pg.PoolConfig): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_LIMIT_MS,
    keepAlive: true,
    types: numbersForLong,
    ...limits,
  });
  // Where a connection breaks, the pool makes another when one is needed. The client tells of it too while a query has it in hand, when the
  // pool does not listen; and what nobody listens to would end the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn('database-connection-lost', { cause: errorCode(error) }));
  });
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

interface ServerFacts {
  readonly version: string;
  readonly encoding: string;
  readonly read_only: string;
}

/** Rejects with a ServiceError where the server is too old, keeps texts in another encoding, or takes no writes. */
export async function refuseUnfit(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<ServerFacts>`select
    current_setting('server_version_num') as version,
    current_setting('server_encoding') as encoding,
    current_setting('transaction_read_only') as read_only`.execute(db);
  const [facts] = rows;
  const major = Math.floor(Number(facts?.version) / 10_000);
  if (!(major >= OLDEST_SERVER)) {
    throw new ServiceError(
      'store-too-old',
      `The PostgreSQL that DATABASE_URL names is version ${major}: this program needs version ${OLDEST_SERVER} or newer.`,
    );
  }
  if (facts?.encoding !== 'UTF8') {
    throw new ServiceError(
      'store-encoding',
      `The database that DATABASE_URL names has the encoding ${facts?.encoding ?? 'unknown'}: make one with "create database … encoding 'UTF8' template template0" and name that.`,
    );
  }
  if (facts.read_only !== 'off') throw postgresFault({ code: '25006' });
}
