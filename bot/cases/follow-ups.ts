/** The life of a follow-up, each step of it inside a transaction that the caller gives: planned, cancelled, put off, stopped. */
import { type StoreTransaction } from '../store/store-transaction';

/** A command was asked for: of whom, in which case, when. */
export interface Asked {
  readonly caseNumber: number;
  readonly conversation: string;
  /** Key of the person. */
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Why nothing is asked any more of a case. */
export type WhyCancelled = 'evidence' | 'snoozed' | 'closed' | 'stopped';

/** A job to be done later, written in the same transaction; the same key is the same job. */
export interface PlannedJob {
  readonly kind: 'prompt' | 'send';
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly payload: unknown;
  readonly lane?: string;
}

export type Enqueue = (tx: StoreTransaction, job: PlannedJob) => Promise<unknown>;

export interface FollowUps {
  /** Cancels what was planned for the case, and plans the first stage with its `prompt` job; does nothing for who opted out. */
  readonly planFollowUp: (tx: StoreTransaction, asked: Asked) => Promise<void>;
  /** Cancels whatever is planned or unanswered for the case; does nothing where nothing is. */
  readonly cancelFollowUps: (tx: StoreTransaction, caseNumber: number, why: WhyCancelled) => Promise<void>;
}
