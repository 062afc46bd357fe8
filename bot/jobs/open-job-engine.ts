/** The job engine of a home: pg-boss on PostgreSQL, the rows themselves on the embedded file. */
import { type Log } from '../log';
import { type Home } from '../store/home';
import { postgresFault } from '../store/postgres-faults';
import { createBossWaker } from './boss-waker';
import { commitTogether, type RunTransaction } from './commit-together';
import { createJobEngine, type JobEngine } from './job-engine';
import { createRowWaker } from './row-waker';
import { type Waker } from './waker';

/**
 * `databaseUrl` is that of the home; null for the embedded one. `now` gives milliseconds since 1970. Rejects with a ServiceError where PostgreSQL ends
 * meanwhile, and so does the start of the engine.
 */
export async function openJobEngine(
  home: Home,
  databaseUrl: string | null,
  now: () => number,
  log: Log,
): Promise<JobEngine> {
  const { db, inHaste } = home;
  const waker = databaseUrl === null ? createRowWaker(db, now, log) : await bossWaker(databaseUrl, db, now, log);
  const hourly = async ({ transaction, enqueue }: Pick<JobEngine, 'transaction' | 'enqueue'>): Promise<void> => {
    const hour = new Date(now()).toISOString().slice(0, 'YYYY-MM-DDTHH'.length);
    await transaction((tx) => enqueue(tx, { kind: 'prune', key: `prune/${hour}`, payload: null }));
  };
  const runTransaction: RunTransaction =
    databaseUrl === null ? commitTogether(home) : (work) => db.transaction().execute(work);
  return createJobEngine({ db, inHaste, runTransaction, waker, now, log, hourly });
}

async function bossWaker(...given: Parameters<typeof createBossWaker>): Promise<Waker> {
  const waker = await createBossWaker(...given).catch(fail);
  return { ...waker, start: (wake) => waker.start(wake).catch(fail) };
}

/** All that it does is done by the database. */
const fail = (error: unknown): never => {
  throw postgresFault(error);
};
