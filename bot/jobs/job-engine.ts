/** Jobs, the same in both homes: made inside of a transaction, tried at once by the process that made them, and by whichever an engine calls. */
import { type Kysely } from 'kysely';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';

import { type Log } from '../log';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { type RunTransaction } from './commit-together';
import { deadJobs, reviveJobs } from './dead-jobs';
import { JOB_KINDS, JOB_RULES, type JobKind, type JobWorks, type NewJob } from './job';
import { firstOfLane, hurryLane } from './job-lanes';
import { cancelJob, claimJob, insertJob, LEASE_MS, renewLeases, standingOf } from './job-rows';
import { createJobSlots, type JobSlots } from './job-slots';
import { type JobHands, runJob } from './run-job';
import { type Attempt, type Waker } from './waker';

/** Three renewals may fail before a lease ends. */
const RENEW_EVERY_MS = LEASE_MS / 4;
/** A process remembers so many jobs of its own making that wait for a place; the engine finds the rest. */
const MAX_WAITING = 1000;
/** Handing back what is in hand takes one statement; the process ends soon whether it succeeds or not. */
const HAND_BACK_LIMIT_MS = 1500;

/** What makes jobs; nothing else of the engine is needed for that. */
export interface JobQueue {
  /** The id of the job; null where one with the key exists. To be called within `transaction`, so that the job is tried at once after it. */
  readonly enqueue: (tx: StoreTransaction, job: NewJob) => Promise<string | null>;
  /** False where no job with the key waits or runs. */
  readonly cancel: (tx: StoreTransaction, key: string) => Promise<boolean>;
  /** What waits in a lane after a failure is tried again at once, because something has changed. What was told to wait goes on waiting. */
  readonly hurry: (tx: StoreTransaction, lane: string) => Promise<void>;
  /** A dead job is tried again as if for the first time; false where there is none that answers to the description. */
  readonly retry: (tx: StoreTransaction, which: DeadJob) => Promise<boolean>;
  /** After the commit this process tries the jobs that were made within. No network inside: the embedded home has one connection. */
  readonly transaction: <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;
}

/** A job that was given up, as a person knows it. */
export interface DeadJob {
  readonly kind: JobKind;
  /** As `referenceOf` makes it. */
  readonly reference: string;
  /** Whether the payload is one that whoever asks may have tried again. */
  readonly isOwn: (payload: unknown) => boolean;
}

export interface JobEngine extends JobQueue {
  /** Dead jobs, the one with the id or all of them, are tried again as if for the first time; how many. */
  readonly retryDead: (id: string | null) => Promise<number>;
  readonly start: (works: JobWorks) => Promise<void>;
  /** Begins no more jobs but the answers of those that still run; after `limitMs` milliseconds those that still run are handed back. True where none had to be. */
  readonly stop: (limitMs: number) => Promise<boolean>;
}

export interface JobEngineParts {
  readonly db: Kysely<Tables>;
  /** For claims: one that the power takes back is an attempt that does not count, and is made again. */
  readonly inHaste: Home['inHaste'];
  readonly runTransaction: RunTransaction;
  readonly waker: Waker;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  /** Makes a job for the daily work of the store; called about once in an hour by one process of all. */
  readonly hourly: (queue: JobQueue) => Promise<void>;
}

export function createJobEngine({ db, inHaste, runTransaction, waker, now, log, hourly }: JobEngineParts): JobEngine {
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
  const made = new WeakMap<StoreTransaction, { readonly id: string; readonly kind: JobKind }[]>();
  const known = new Set<string>();
  const running = new Map<string, AbortController>();
  /** Those of the running ones that are claimed for certain: a claim under way has no lease yet that could be lost. */
  const claimed = new Set<string>();
  const slots = Object.fromEntries(JOB_KINDS.map((kind) => [kind, createJobSlots(JOB_RULES[kind].atOnce)]));
  let works: JobWorks | null = null;
  let stopping = false;
  let renewal: NodeJS.Timeout | undefined;

  const armAll = async (tx: StoreTransaction, revived: Awaited<ReturnType<typeof reviveJobs>>): Promise<void> => {
    for (const { lane, ...job } of revived) {
      await waker.arm(tx, { ...job, lane, dueAt: now(), tried: false });
      made.get(tx)?.push(job);
    }
  };

  const queue: JobQueue = {
    enqueue: async (tx, job) => {
      if (job.lane !== undefined) await waker.orderLane(tx, job.lane);
      const id = await insertJob(tx, job, now());
      if (id === null) return null;
      const dueAt = job.dueAt ?? now();
      const ready = dueAt <= now() ? made.get(tx) : undefined;
      await waker.arm(tx, { id, kind: job.kind, lane: job.lane ?? null, dueAt, tried: ready !== undefined });
      ready?.push({ id, kind: job.kind });
      return id;
    },
    cancel: (tx, key) => cancelJob(tx, key, now()),
    retry: async (tx, { kind, reference, isOwn }) => {
      const dead = (await deadJobs(tx, kind, reference)).find(({ payload }) => isOwn(payload));
      if (dead === undefined) return false;
      const again = await reviveJobs(tx, dead.id, now());
      await armAll(tx, again);
      return again.length > 0;
    },
    hurry: async (tx, lane) => {
      const ready = made.get(tx);
      for (const job of await hurryLane(tx, lane, now())) {
        await waker.arm(tx, { ...job, lane, dueAt: now(), tried: ready !== undefined });
        ready?.push(job);
      }
    },
    transaction: async (work) => {
      const ready: { readonly id: string; readonly kind: JobKind }[] = [];
      const result = await runTransaction(async (tx) => {
        made.set(tx, ready);
        return work(tx);
      });
      for (const { id, kind } of ready) nudge(id, kind);
      return result;
    },
  };
  const hands: JobHands = { db, owner, waker, transaction: queue.transaction, now, log };

  /** A process that stops still sends what comes of the work that it ends. */
  const begins = (kind: JobKind): boolean => works !== null && (!stopping || kind === 'send');

  const nudge = (id: string, kind: JobKind): void => {
    if (!begins(kind) || known.size >= MAX_WAITING) return;
    attempt(id, kind).catch((error: unknown) => log.error('job-attempt-failed', { kind }, error));
  };

  const attempt = async (id: string, kind: JobKind): Promise<Attempt> => {
    if (known.has(id)) return 'held';
    known.add(id);
    const places: JobSlots | undefined = slots[kind];
    let lane: string | null = null;
    try {
      await places?.take();
      const control = new AbortController();
      const work = begins(kind) ? works?.[kind] : undefined;
      try {
        if (work === undefined) return 'held';
        running.set(id, control);
        const job = await inHaste((held) => claimJob(held, id, owner, now()));
        if (job === null) return ATTEMPTS[await standingOf(db, id, now())];
        claimed.add(id);
        ({ lane } = job);
        await runJob(hands, work, job, control);
      } finally {
        claimed.delete(id);
        running.delete(id);
        places?.giveBack();
      }
    } finally {
      known.delete(id);
    }
    if (lane !== null) await callNext(lane);
    return 'settled';
  };

  /** Whoever ends a job of a lane looks after the next one. */
  const callNext = async (lane: string): Promise<void> => {
    const next = await firstOfLane(db, lane, now());
    if (next !== null) nudge(next.id, next.kind);
  };

  const renew = async (): Promise<void> => {
    const ids = [...claimed];
    const kept = await renewLeases(db, owner, ids, now());
    for (const id of ids) if (!kept.has(id)) running.get(id)?.abort();
  };

  return {
    ...queue,
    retryDead: (id) =>
      queue.transaction(async (tx) => {
        const again = await reviveJobs(tx, id, now());
        await armAll(tx, again);
        return again.length;
      }),
    start: async (given) => {
      works = given;
      renewal = setInterval(() => {
        renew().catch((error: unknown) => log.warn('leases-not-renewed', {}, error));
      }, RENEW_EVERY_MS);
      await waker.start({ attempt, hourly: () => hourly(queue) });
    },
    stop: async (limitMs) => {
      stopping = true;
      await waker.pause();
      const ended = await untilEmpty(known, limitMs);
      works = null;
      clearInterval(renewal);
      for (const control of running.values()) control.abort();
      if (!ended) await untilEmpty(running, HAND_BACK_LIMIT_MS);
      await waker.close();
      return ended;
    },
  };
}

const ATTEMPTS = { ended: 'settled', early: 'early', held: 'held' } as const;
const WATCH_EVERY_MS = 10;

/** False where something was left after `limitMs` milliseconds. */
async function untilEmpty(held: { readonly size: number }, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (held.size > 0) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
  return true;
}
