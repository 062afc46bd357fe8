/** A job: something that must happen later, or again. Its row in the store is the truth; an engine only says when it is tried, and by whom. */
import { type StoreTransaction } from '../store/store-transaction';

/**
 * `take-in`: what a person sent, from the turn that acknowledged it (the inbox). `send`: what goes to a conversation (the outbox).
 * `prompt`: a follow-up that is due. `note`: what is written to a ticket. `prune`: what is no longer kept.
 */
export const JOB_KINDS = ['take-in', 'send', 'prompt', 'note', 'prune'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface NewJob {
  /** A UUID, for a row that names the job before it is made; a new one where it is left out. */
  readonly id?: string;
  readonly kind: JobKind;
  /** The same key is the same job: a second one with it is not taken. */
  readonly key?: string;
  /** Jobs of one lane run one after the other, over all instances, in the order in which they were committed. */
  readonly lane?: string;
  /** Whether what waits in the lane after a failure is tried again at once, because something has changed. What was told to wait goes on waiting. */
  readonly hurries?: boolean;
  /** Milliseconds since 1970; at once where it is left out. */
  readonly dueAt?: number;
  /** The same after it went through JSON, which it does unless the first attempt follows at once. */
  readonly payload: unknown;
}

export interface Job {
  /** A UUID. */
  readonly id: string;
  readonly kind: JobKind;
  readonly key: string | null;
  readonly lane: string | null;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  readonly payload: unknown;
  /** What it comes of, as `bot/event.ts` has it; null where it was made outside of everything. */
  readonly event: string | null;
}

/** What a job may do with itself; each ends it, and after the first the others are faults. */
export interface JobRun {
  /**
   * The one transaction that ends the job, with all that it leaves behind. Rejects with the code `job-lost`, and leaves nothing, where the
   * job was cancelled or another instance took it over meanwhile. After any other rejection it may be tried again.
   */
  readonly finish: <Result>(effect: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;
  /** Puts it back for that many milliseconds; this does not count as an attempt. */
  readonly postpone: (milliseconds: number) => Promise<void>;
  /** Puts it back after a failure for at least that many milliseconds, or ends it as dead after the last attempt. */
  readonly retry: (why: string, atLeastMs: number) => Promise<void>;
  /** Ends it as dead at once, because another attempt would end the same. */
  readonly giveUp: (why: string) => Promise<void>;
  /** Ends it as cancelled, because nothing of it is wanted any more; `effect` is part of the transaction. */
  readonly drop: (why: string, effect: (tx: StoreTransaction) => Promise<void>) => Promise<void>;
  /** Aborts when the job was lost, its time is up, or the process stops. */
  readonly signal: AbortSignal;
}

/** What one kind of jobs does. What it throws counts as a failure of the attempt. */
export interface JobWork {
  readonly run: (job: Job, run: JobRun) => Promise<void>;
  /** Part of the transaction that gives the job up as dead. `why` is what the last attempt threw, or the code that it gave where it threw nothing. */
  readonly gaveUp?: (tx: StoreTransaction, job: Job, why: unknown) => Promise<void>;
}

export type JobWorks = Readonly<Record<JobKind, JobWork>>;

export interface JobRule {
  /** How many run at a time in one process. */
  readonly atOnce: number;
  /** After so many attempts that failed the job is dead. */
  readonly failures: number;
  /** After so many beginnings without an end, which is what a job does that kills its process. */
  readonly beginnings: number;
  /** The longest that one attempt may take. */
  readonly limitMs: number;
  /** The pause after the first failure; it doubles with each. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

export const JOB_RULES: Readonly<Record<JobKind, JobRule>> = {
  // A person waits: few attempts, soon one after the other. Downloads and analyses have bounds of their own below this one, and analyses
  // run in threads that cannot end the process, so whoever was begun often is the victim of something else.
  'take-in': {
    atOnce: 8,
    failures: 3,
    beginnings: 100,
    limitMs: 15 * MINUTE_MS,
    firstPauseMs: 300,
    longestPauseMs: 5 * SECOND_MS,
  },
  // Of a process that is killed at most so many messages are posted and not yet recorded. The outages of a service last hours.
  send: {
    atOnce: 5,
    failures: 20,
    beginnings: 30,
    limitMs: 40 * SECOND_MS,
    firstPauseMs: SECOND_MS,
    longestPauseMs: 15 * MINUTE_MS,
  },
  prompt: {
    atOnce: 10,
    failures: 10,
    beginnings: 30,
    limitMs: 30 * SECOND_MS,
    firstPauseMs: SECOND_MS,
    longestPauseMs: 5 * MINUTE_MS,
  },
  // Ticket systems are slow and have few calls to spare; their outages last hours.
  note: {
    atOnce: 3,
    failures: 20,
    beginnings: 30,
    limitMs: MINUTE_MS,
    firstPauseMs: 2 * SECOND_MS,
    longestPauseMs: 15 * MINUTE_MS,
  },
  prune: {
    atOnce: 1,
    failures: 5,
    beginnings: 10,
    limitMs: 10 * MINUTE_MS,
    firstPauseMs: 10 * SECOND_MS,
    longestPauseMs: 10 * MINUTE_MS,
  },
};
