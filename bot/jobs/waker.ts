/** The seam between jobs and what wakes them: an engine says when a job is tried and by which process; it never knows what became of it. */
import { type StoreTransaction } from '../store/store-transaction';
import { type JobKind } from './job';

/** What came of trying a job: it is settled (also where another process has ended it), it is due later, or others must act first. */
export type Attempt = 'settled' | 'early' | 'held';

export interface Wake {
  readonly attempt: (id: string, kind: JobKind) => Promise<Attempt>;
  /** To be called about once in an hour, by one process of all. */
  readonly hourly: () => Promise<void>;
}

export interface ArmedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly lane: string | null;
  readonly dueAt: number;
  /** Whether the process that makes it tries it at once after the commit: then an engine need only know of it where nothing came of that. */
  readonly tried: boolean;
}

export interface Waker {
  /** Comes before the job's row, in the same transaction. */
  readonly orderLane: (tx: StoreTransaction, lane: string) => Promise<void>;
  /** In the transaction that makes a job or puts it back. */
  readonly arm: (tx: StoreTransaction, job: ArmedJob) => Promise<void>;
  /** Begins to call for jobs that are due. */
  readonly start: (wake: Wake) => Promise<void>;
  /** Calls for no more jobs; those that it called for go on. */
  readonly pause: () => Promise<void>;
  /** To be called when nothing is in hand any more. */
  readonly close: () => Promise<void>;
}
