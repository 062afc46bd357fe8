/** How the work stands: for the operator's view, and for the metrics (`metrics/store-metrics.ts`), which show the same numbers. */
import { type Kysely } from 'kysely';

import { type Tables } from '../store/tables';

/** In the order in which they are shown. */
export const JOB_STATES = [
  'pending',
  'running',
  'done',
  'dead',
  'cancelled',
] as const satisfies readonly Tables['jobs']['state'][];

export interface KindFigures {
  readonly kind: string;
  /** In the store at all, by state; those that ended are kept for a day. */
  readonly states: Readonly<Record<Tables['jobs']['state'], number>>;
  /** How many could run now. */
  readonly due: number;
  /** For how many milliseconds the oldest of those has been due; 0 where none is. */
  readonly oldestDueMs: number;
}

export interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  /** A code. */
  readonly why: string | null;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export interface JobFigures {
  readonly kinds: readonly KindFigures[];
  /** The newest, up to `MAX_LISTED`. */
  readonly dead: readonly DeadJob[];
}

export const MAX_LISTED = 50;

/** `now` is in milliseconds since 1970. */
export async function jobFigures(db: Kysely<Tables>, now: number): Promise<JobFigures> {
  return { kinds: await kindFigures(db, now), dead: await deadJobs(db) };
}

export async function kindFigures(db: Kysely<Tables>, now: number): Promise<readonly KindFigures[]> {
  const counts = await db
    .selectFrom('jobs')
    .select((row) => ['kind', 'state', row.fn.countAll<number>().as('count')])
    .groupBy(['kind', 'state'])
    .execute();
  const due = await db
    .selectFrom('jobs')
    .select((row) => ['kind', row.fn.countAll<number>().as('count'), row.fn.min('due_at').as('oldest')])
    .where('state', '=', 'pending')
    .where('due_at', '<=', now)
    .groupBy('kind')
    .execute();
  return [...new Set(counts.map(({ kind }) => kind))].sort().map((kind) => {
    const ofKind = counts.filter((row) => row.kind === kind);
    const waiting = due.find((row) => row.kind === kind);
    return {
      kind,
      states: { ...NONE, ...Object.fromEntries(ofKind.map(({ state, count }) => [state, count])) },
      due: waiting?.count ?? 0,
      oldestDueMs: waiting === undefined ? 0 : now - waiting.oldest,
    };
  });
}

const NONE = { pending: 0, running: 0, done: 0, dead: 0, cancelled: 0 };

async function deadJobs(db: Kysely<Tables>): Promise<readonly DeadJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'last_error', 'updated_at'])
    .where('state', '=', 'dead')
    .orderBy('updated_at', 'desc')
    .limit(MAX_LISTED)
    .execute();
  return rows.map(({ id, kind, attempts, last_error: why, updated_at: since }) => ({ id, kind, attempts, why, since }));
}
