/** One attempt at one job: whatever happens in it, the row says afterwards where the job stands. */
import { type Kysely } from 'kysely';

import { inEvent, newEvent } from '../event';
import { type Log } from '../log';
import { ServiceError } from '../service-error';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { backOff } from './back-off';
import { type Job, JOB_RULES, type JobRun, type JobWork } from './job';
import { endJob, type JobEnd } from './job-ends';
import { type Waker } from './waker';

/** Whose hands the job is in, and what they work with. */
export interface JobHands {
  readonly db: Kysely<Tables>;
  readonly owner: string;
  readonly waker: Waker;
  /** After its commit the jobs that were made within are tried. */
  readonly transaction: <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;
  readonly now: () => number;
  readonly log: Log;
}

/** Rejects only where the store does not answer; then the lease ends by itself, and another attempt follows. */
export const runJob = (hands: JobHands, work: JobWork, job: Job, control: AbortController): Promise<void> =>
  inEvent(job.event ?? newEvent(), () => runInEvent(hands, work, job, control));

async function runInEvent(hands: JobHands, work: JobWork, job: Job, control: AbortController): Promise<void> {
  const ending = endingOf(hands, job, work);
  const begun = performance.now();
  try {
    await attemptOnce(hands, work, job, control, ending);
  } catch (error) {
    if (!isJobLost(error)) throw error;
    hands.log.warn('job-lost', { kind: job.kind, job: job.id });
  } finally {
    const { kind, id, attempts } = job;
    const ms = Math.round(performance.now() - begun);
    hands.log.info('job', { kind, job: id, attempts, end: ending.state() ?? 'none', ms });
  }
}

async function attemptOnce(
  { log }: JobHands,
  work: JobWork,
  job: Job,
  control: AbortController,
  ending: Ending,
): Promise<void> {
  const rule = JOB_RULES[job.kind];
  if (control.signal.aborted) return ending.handBack();
  if (job.attempts > rule.beginnings) return ending.giveUp(null);
  const time = { isUp: false };
  const timer = setTimeout(() => {
    time.isUp = true;
    control.abort();
  }, rule.limitMs);
  try {
    await Promise.race([work.run(job, { ...ending.run, signal: control.signal }), whenAborted(control.signal)]);
    if (!ending.ended()) await ending.run.finish(() => Promise.resolve());
  } catch (error) {
    if (isJobLost(error)) throw error;
    if (ending.ended() && isAborted(control)) return;
    if (ending.ended()) log.error('job-failed-after-its-end', { kind: job.kind }, error);
    else if (time.isUp) await ending.failed(new ServiceError('time-limit', 'The job took too long.'));
    else if (isAborted(control)) await ending.handBack();
    else await ending.failed(error);
  } finally {
    clearTimeout(timer);
  }
}

interface Ending {
  readonly run: Omit<JobRun, 'signal'>;
  readonly ended: () => boolean;
  /** How it ended; null as long as it has not. */
  readonly state: () => JobEnd['state'] | null;
  readonly failed: (error: unknown) => Promise<void>;
  readonly giveUp: (error: unknown) => Promise<void>;
  readonly handBack: () => Promise<void>;
}

function endingOf({ owner, waker, transaction, now, log }: JobHands, job: Job, work: JobWork): Ending {
  const rule = JOB_RULES[job.kind];
  let state: JobEnd['state'] | null = null;

  /** Letting go comes first: it takes the row, so that nobody else takes the job over while its effect is written. */
  const end = async <Result>(how: JobEnd, effect: (tx: StoreTransaction) => Promise<Result>): Promise<Result> => {
    const result = await transaction(async (tx) => {
      const { id, attempts } = job;
      if (!(await endJob(tx, { id, owner, attempts }, how, now())))
        throw new ServiceError(LOST, 'The job is in other hands.');
      if (how.state === 'pending') await waker.arm(tx, { ...job, dueAt: how.dueAt, tried: false });
      return effect(tx);
    });
    state = how.state;
    return result;
  };
  const putBack = (why: string | null, pauseMs: number, counted: boolean): Promise<void> =>
    end({ state: 'pending', dueAt: now() + pauseMs, why, counted }, () => Promise.resolve());

  const giveUp = async (why: string, error: unknown): Promise<void> => {
    log.error('job-given-up', { kind: job.kind, job: job.id, attempts: job.attempts, why }, error);
    await end({ state: 'dead', why }, async (tx) => work.gaveUp?.(tx, job, error ?? why));
  };
  const retry = async (why: string, atLeastMs: number, error?: unknown): Promise<void> => {
    if (job.attempts >= rule.failures) return giveUp(why, error);
    log.warn('job-failed', { kind: job.kind, job: job.id, attempts: job.attempts, why }, error);
    await putBack(why, Math.max(atLeastMs, backOff(rule, job.attempts, Math.random())), true);
  };

  return {
    run: {
      finish: (effect) => end({ state: 'done' }, effect),
      postpone: (milliseconds) => putBack(null, milliseconds, false),
      retry: (why, atLeastMs) => retry(why, atLeastMs),
      giveUp: (why) => giveUp(why, null),
      drop: (why, effect) => end({ state: 'cancelled', why }, effect),
    },
    ended: () => state !== null,
    state: () => state,
    failed: (error) => retry(codeOf(error), 0, error),
    giveUp: (error) => giveUp('never-ended', error),
    handBack: () => putBack(null, 0, false),
  };
}

const LOST = 'job-lost';
/** Whether the job was cancelled, or is in other hands: what it did must leave no trace. */
export const isJobLost = (error: unknown): boolean => error instanceof ServiceError && error.code === LOST;

/** A code for the row: an error's own message may quote an upload. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Asked anew: it may have changed since it was asked last. */
const isAborted = ({ signal }: AbortController): boolean => signal.aborted;

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new ServiceError('aborted', 'The job was ended from outside.')), {
      once: true,
    });
  });
