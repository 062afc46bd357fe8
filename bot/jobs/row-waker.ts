/** The engine of the embedded home: the row itself is the job, and its only owner looks for those that are due. */
import { type Kysely } from 'kysely';

import { type Log } from '../log';
import { type Tables } from '../store/tables';
import { JOB_KINDS, JOB_RULES, type JobKind } from './job';
import { dueJobs, freeAllJobs } from './job-rows';
import { createClockMinder } from './set-back-clock';
import { type Wake, type Waker } from './waker';

/** How late a job may begin that nobody was told of: one that became due, or was put back. */
export const LOOK_EVERY_MS = 500;
const HOUR_MS = 60 * 60 * 1000;

/** `now` gives milliseconds since 1970. */
export function createRowWaker(db: Kysely<Tables>, now: () => number, log: Log): Waker {
  const timers: NodeJS.Timeout[] = [];
  const calls = new Map<JobKind, number>();
  const looking = new Map<JobKind, Promise<void>>();
  let awake = false;
  const mindTheClock = createClockMinder(db, now, log);

  /** Calls for as many jobs as may run at a time; each that is settled makes room for another. */
  const look = async (wake: Wake, kind: JobKind): Promise<void> => {
    const room = JOB_RULES[kind].atOnce - (calls.get(kind) ?? 0);
    if (!awake || room <= 0) return;
    for (const id of await dueJobs(db, kind, now(), room)) void call(wake, kind, id);
  };
  const call = async (wake: Wake, kind: JobKind, id: string): Promise<void> => {
    calls.set(kind, (calls.get(kind) ?? 0) + 1);
    const attempt = await wake.attempt(id, kind).catch((error: unknown) => {
      log.error('job-attempt-failed', { kind }, error);
      return 'held' as const;
    });
    calls.set(kind, (calls.get(kind) ?? 0) - 1);
    // One that is held would be found again at once, so it waits for the next look.
    if (attempt === 'settled') await once(wake, kind);
  };
  /** One look of a kind at a time, or two would find the same jobs. */
  const once = (wake: Wake, kind: JobKind): Promise<void> => {
    const running = looking.get(kind);
    if (running !== undefined) return running;
    const begun = look(wake, kind)
      .catch((error: unknown) => log.error('jobs-not-found', { kind }, error))
      .finally(() => looking.delete(kind));
    looking.set(kind, begun);
    return begun;
  };

  return {
    orderLane: () => Promise.resolve(),
    arm: () => Promise.resolve(),
    start: async (wake) => {
      await freeAllJobs(db);
      awake = true;
      const hourly = (): void => void wake.hourly().catch((error: unknown) => log.error('hourly-failed', {}, error));
      timers.push(
        setInterval(() => {
          mindTheClock().catch((error: unknown) => log.error('clock-not-minded', {}, error));
          for (const kind of JOB_KINDS) void once(wake, kind);
        }, LOOK_EVERY_MS),
        setInterval(hourly, HOUR_MS),
      );
      hourly();
    },
    pause: async () => {
      awake = false;
      timers.splice(0).forEach(clearInterval);
      await Promise.all(looking.values());
    },
    close: () => Promise.resolve(),
  };
}
