/**
 * The engine of the PostgreSQL home: pg-boss gives jobs that are due to whichever instance asks, and again where that one was heard of
 * no more. Its tables hold nothing that must be backed up or moved: a sweep arms every row that is overdue.
 */
import { type Kysely } from 'kysely';
import { fromKysely, type Job as BossJob, type JobResult, PgBoss } from 'pg-boss';

import { type Log } from '../log';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { JOB_KINDS, JOB_RULES, type JobKind } from './job';
import { lockLane } from './job-lanes';
import { dueAtOf, dueJobs } from './job-rows';
import { createClockMinder } from './set-back-clock';
import { type ArmedJob, type Wake, type Waker } from './waker';

/** pg-boss takes no shorter one. A process that is killed or stuck is missed after this and the next look of the monitor. */
const HEARTBEAT_S = 10;
const MONITOR_EVERY_S = 5;
/** A job that is held by another process comes back after this, doubled up to the longest. */
const HELD_PAUSE_S = 2;
const LONGEST_HELD_PAUSE_S = 10;
/** After so many pg-boss lets go of a job; the row is armed anew. */
const HELD_LIMIT = 100;
/** Longer than the limit of any kind: it is the row's lease that decides. */
const EXPIRE_S = 3600;
/** What pg-boss has settled is of no use to anybody. */
const KEEP_SETTLED_S = 3600;
/** How many connections pg-boss holds beside those of the store. */
export const BOSS_CONNECTIONS = 3;
const STOP_LIMIT_MS = 1500;
const MS_PER_SECOND = 1000;
/** How many overdue rows of a kind one look arms. */
const SWEEP_ROWS = 1000;
/**
 * Jobs that their maker tries at once are armed only where they were not begun, or not ended, some seconds later: because the maker has more of
 * them than it can do, or is gone. Nearly all end before, and each spares the engine five statements.
 */
const WATCH_EVERY_MS = 5000;
const TRIED_FOR_MS = 3000;
const WATCHED: readonly JobKind[] = ['take-in', 'send'];

/** How each kind is fetched. Jobs of a batch wait for each other, so those that take long come one by one; their makers try them before the engine does. */
const FETCHING: Readonly<
  Record<JobKind, { readonly batch: number; readonly workers: number; readonly everyS: number }>
> = {
  'take-in': { batch: 1, workers: 4, everyS: 2 },
  send: { batch: JOB_RULES.send.atOnce, workers: 2, everyS: 2 },
  prompt: { batch: JOB_RULES.prompt.atOnce, workers: 2, everyS: 2 },
  note: { batch: 1, workers: JOB_RULES.note.atOnce, everyS: 5 },
  prune: { batch: 1, workers: 1, everyS: 10 },
};

const LOST_QUEUE = 'lost';
const SWEEP_QUEUE = 'sweep';
const HOURLY_QUEUE = 'hourly';
const MINUTE = '* * * * *';
const HOUR = '17 * * * *';

interface Armed {
  readonly id: string;
  readonly kind: JobKind;
}

/** Settles when its tables are there. `now` gives milliseconds since 1970. */
export async function createBossWaker(url: string, db: Kysely<Tables>, now: () => number, log: Log): Promise<Waker> {
  const boss = new PgBoss({
    connectionString: url,
    max: BOSS_CONNECTIONS,
    application_name: 'tunnel-triage-jobs',
    monitorIntervalSeconds: MONITOR_EVERY_S,
    superviseIntervalSeconds: MONITOR_EVERY_S,
    // What is due is looked for by the rows; these only cost statements.
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => log.warn('engine-failed', {}, error));
  await boss.start();
  await boss.createQueue(LOST_QUEUE, { deleteAfterSeconds: KEEP_SETTLED_S });
  for (const kind of JOB_KINDS) await boss.createQueue(kind, QUEUE);
  for (const name of [SWEEP_QUEUE, HOURLY_QUEUE]) {
    await boss.createQueue(name, { policy: 'short', deleteAfterSeconds: KEEP_SETTLED_S });
  }

  const mindTheClock = createClockMinder(db, now, log);
  /** A pause is one by any clock; a prompt is due at a time of the day, by that of the database. */
  const startAfter = (kind: JobKind, dueAt: number): Date | number =>
    kind === 'prompt' ? new Date(dueAt) : Math.max(0, dueAt - now()) / MS_PER_SECOND;

  const arm = async (tx: StoreTransaction, { id, kind, dueAt, tried }: ArmedJob): Promise<void> => {
    if (tried && WATCHED.includes(kind)) return;
    const data: Armed = { id, kind };
    await boss.send(kind, data, {
      db: fromKysely(tx),
      singletonKey: id,
      ...(dueAt > now() ? { startAfter: startAfter(kind, dueAt) } : {}),
    });
  };

  /** A row that was put back while its first job still waited here has only that one: arming it then did nothing. */
  const armAnew = async (armed: Armed): Promise<void> => {
    // It may be early by a clock that was set back, and would come again no sooner than that clock says now.
    await mindTheClock();
    const dueAt = await dueAtOf(db, armed.id);
    if (dueAt === null) return;
    const { id, kind } = armed;
    await boss.insert(kind, [{ data: armed, singletonKey: id, startAfter: startAfter(kind, dueAt) }]);
  };

  /** Arms rows that have been due since then; does nothing for those that the engine knows. */
  const armDue = async (kinds: readonly JobKind[], since: number): Promise<void> => {
    for (const kind of kinds) {
      const ids = await dueJobs(db, kind, since, SWEEP_ROWS);
      if (ids.length > 0)
        await boss.insert(
          kind,
          ids.map((id) => ({ data: { id, kind }, singletonKey: id })),
        );
    }
  };
  /** Whatever has no job in the engine: the home was moved or restored, or the engine let go of it. */
  const sweep = (): Promise<void> => armDue(JOB_KINDS, now());
  const watch = (): void => {
    mindTheClock().catch((error: unknown) => log.warn('clock-not-minded', {}, error));
    armDue(WATCHED, now() - TRIED_FOR_MS).catch((error: unknown) => log.warn('jobs-not-armed', {}, error));
  };
  let watching: NodeJS.Timeout | undefined;

  return {
    orderLane: lockLane,
    arm,
    start: async ({ attempt, hourly }: Wake) => {
      for (const kind of JOB_KINDS) {
        const { batch, workers, everyS } = FETCHING[kind];
        const fetching = {
          batchSize: batch,
          pollingIntervalSeconds: everyS,
          burstWhenBatchFull: batch > 1,
          perJobResults: true,
        } as const;
        for (let place = 0; place < workers; place += 1) {
          const worker = { id: '' };
          const tryOne = async ({ id, data }: BossJob<Armed>): Promise<JobResult> => {
            const came = await attempt(data.id, kind);
            if (came === 'early') await armAnew(data);
            // pg-boss takes one for no full batch, and would wait for its next look while hundreds wait that another instance left.
            if (batch === 1 && came === 'settled') boss.notifyWorker(worker.id);
            return { id, status: came === 'held' ? 'failed' : 'completed' };
          };
          worker.id = await boss.work(kind, fetching, (jobs: BossJob<Armed>[]) => Promise.all(jobs.map(tryOne)));
        }
      }
      await boss.work<Armed>(LOST_QUEUE, async (jobs) => {
        for (const { data } of jobs) await boss.insert(data.kind, [{ data, singletonKey: data.id }]);
      });
      await boss.schedule(SWEEP_QUEUE, MINUTE);
      await boss.work(SWEEP_QUEUE, sweep);
      await boss.schedule(HOURLY_QUEUE, HOUR);
      await boss.work(HOURLY_QUEUE, hourly);
      watching = setInterval(watch, WATCH_EVERY_MS);
      watch();
    },
    pause: async () => {
      clearInterval(watching);
      for (const queue of [...JOB_KINDS, LOST_QUEUE, SWEEP_QUEUE, HOURLY_QUEUE]) {
        await boss.offWork(queue, { wait: false });
      }
    },
    close: () => boss.stop({ graceful: true, timeout: STOP_LIMIT_MS }),
  };
}

/** One waiting job for a row: arming it twice does nothing. Its retries are only for rows that are in other hands. */
const QUEUE = {
  policy: 'short',
  retryLimit: HELD_LIMIT,
  retryDelay: HELD_PAUSE_S,
  retryBackoff: true,
  retryDelayMax: LONGEST_HELD_PAUSE_S,
  heartbeatSeconds: HEARTBEAT_S,
  expireInSeconds: EXPIRE_S,
  deleteAfterSeconds: KEEP_SETTLED_S,
  // A follow-up may be due in weeks.
  retentionSeconds: 60 * 60 * 24 * 90,
  deadLetter: LOST_QUEUE,
} as const;
