/** Jobs, the same in both homes: made inside of a transaction, tried at once by the process that made them, and by whichever an engine calls. */
import { type Kysely } from 'kysely';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';

import { currentEvent } from '../event';
import { type Log } from '../log';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { type RunTransaction } from './commit-together';
import { deadJobs, reviveJobs } from './dead-jobs';
import { type Job, JOB_RULES, type JobKind, type JobWork, type JobWorks, type NewJob } from './job';
import { firstOfLane, hurryLane, isLaneFree } from './job-lanes';
import { cancelJob } from './job-ends';
import { claimJob, insertJob, LEASE_MS, renewLeases, standingOf } from './job-rows';
import { createJobSlots, type JobSlots } from './job-slots';
import { createKnownJobs } from './known-jobs';
import { type JobHands, runJob } from './run-job';
import { untilEmpty } from './until-empty';
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

/** A job that was made within a transaction and is to be tried after it; where it was made in hand, nobody has to claim it. */
interface Made {
  readonly id: string;
  readonly kind: JobKind;
  readonly inHand?: Job;
}

export function createJobEngine({ db, inHaste, runTransaction, waker, now, log, hourly }: JobEngineParts): JobEngine {
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
  const made = new WeakMap<StoreTransaction, Made[]>();
  /** How many of each kind were made in hand and have not ended. */
  const inHand = new Map<JobKind, number>();
  const known = createKnownJobs();
  const running = new Map<string, AbortController>();
  /** Those of the running ones that are claimed for certain: a claim under way has no lease yet that could be lost. */
  const claimed = new Set<string>();
  const slots: Readonly<Record<JobKind, JobSlots>> = {
    'take-in': slotsFor('take-in'),
    send: slotsFor('send'),
    prompt: slotsFor('prompt'),
    note: slotsFor('note'),
    prune: slotsFor('prune'),
  };
  let works: JobWorks | null = null;
  let stopping = false;
  let renewal: NodeJS.Timeout | undefined;

  const armAll = async (tx: StoreTransaction, revived: Awaited<ReturnType<typeof reviveJobs>>): Promise<void> => {
    for (const { lane, ...job } of revived) {
      await waker.arm(tx, { ...job, lane, dueAt: now(), tried: false });
      made.get(tx)?.push(job);
    }
  };

  const countInHand = (kind: JobKind, by: number): unknown => inHand.set(kind, (inHand.get(kind) ?? 0) + by);
  /** As many as may run at a time: what waits for a place besides them may be done by others. */
  const beginsAtOnce = (kind: JobKind): boolean => begins(kind) && (inHand.get(kind) ?? 0) < JOB_RULES[kind].atOnce;

  const hurry = async (tx: StoreTransaction, lane: string): Promise<void> => {
    const ready = made.get(tx);
    for (const job of await hurryLane(tx, lane, now())) {
      await waker.arm(tx, { ...job, lane, dueAt: now(), tried: ready !== undefined });
      ready?.push(job);
    }
  };

  const queue: JobQueue = {
    enqueue: async (tx, job) => {
      const { kind, key = null, lane = null, payload } = job;
      if (lane !== null) await waker.orderLane(tx, lane);
      const isFirst = lane === null || (await isLaneFree(tx, lane));
      if (!isFirst && job.hurries === true) await hurry(tx, lane);
      const at = now();
      const dueAt = job.dueAt ?? at;
      const ready = dueAt <= at ? made.get(tx) : undefined;
      // Whoever is about to do it has it from the beginning: a claim would be a transaction of its own.
      const held = ready !== undefined && isFirst && beginsAtOnce(kind);
      const id = await insertJob(tx, job, at, held ? owner : null);
      if (id === null) return null;
      await waker.arm(tx, { id, kind, lane, dueAt, tried: ready !== undefined });
      if (held) countInHand(kind, 1);
      const first = { inHand: { id, kind, key, lane, attempts: 1, payload, event: currentEvent() } };
      ready?.push({ id, kind, ...(held ? first : {}) });
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
    transaction: async (work) => {
      const ready: Made[] = [];
      const committed = runTransaction(async (tx) => {
        made.set(tx, ready);
        return work(tx);
      });
      const result = await committed.catch((error: unknown) => {
        for (const each of ready) if (each.inHand !== undefined) countInHand(each.kind, -1);
        throw error;
      });
      for (const each of ready) nudge(each);
      return result;
    },
  };
  const hands: JobHands = { db, owner, waker, transaction: queue.transaction, now, log };

  /** A process that stops still sends what comes of the work that it ends. */
  const begins = (kind: JobKind): boolean => works !== null && (!stopping || kind === 'send');

  const nudge = ({ id, kind, inHand: held }: Made): void => {
    if (held === undefined && (!begins(kind) || known.size >= MAX_WAITING)) return;
    attempt(id, kind, held)
      .catch((error: unknown) => log.error('job-attempt-failed', { kind }, error))
      .finally(() => held === undefined || countInHand(kind, -1));
  };

  const attempt = async (id: string, kind: JobKind, held?: Job): Promise<Attempt> => {
    const ended: { lane: string | null } = { lane: null };
    const came = await known.tryAlone(id, async () => {
      const control = new AbortController();
      const take = (): void => {
        running.set(id, control);
        claimed.add(id);
      };
      try {
        // What was made in hand has a lease that must be kept while it waits.
        if (held !== undefined) take();
        return await slots[kind].use(async () => {
          const work = begins(kind) ? works?.[kind] : undefined;
          if (work === undefined && held === undefined) return 'held';
          running.set(id, control);
          const job = held ?? (await inHaste((mine) => claimJob(mine, id, owner, now())));
          if (job === null) return ATTEMPTS[await standingOf(db, id, now())];
          take();
          ended.lane = job.lane;
          // It was made just before the end: it is handed back.
          if (work === undefined) control.abort();
          await runJob(hands, work ?? NO_WORK, job, control);
          return 'settled';
        });
      } finally {
        claimed.delete(id);
        running.delete(id);
      }
    });
    if (ended.lane !== null) await callNext(ended.lane);
    return came;
  };

  /** Whoever ends a job of a lane looks after the next one. */
  const callNext = async (lane: string): Promise<void> => {
    const next = await firstOfLane(db, lane, now());
    if (next !== null) nudge(next);
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
      await waker.start({ attempt: (id, kind) => attempt(id, kind), hourly: () => hourly(queue) });
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

const slotsFor = (kind: JobKind): JobSlots => createJobSlots(JOB_RULES[kind].atOnce);
const NO_WORK: JobWork = { run: () => Promise.resolve() };
const ATTEMPTS = { ended: 'settled', early: 'early', held: 'held' } as const;
