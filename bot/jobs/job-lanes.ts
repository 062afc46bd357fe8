/** Lanes of jobs: what belongs together is done one after the other, in the order in which it was made. */
import { type Kysely, sql } from 'kysely';

import { compiledOnce, type Given } from '../store/compiled-once';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { type Job, type JobKind } from './job';
import { kindOf } from './job-rows';

/** The job that is now the first of a lane, if it is due. */
export async function firstOfLane(
  db: Kysely<Tables>,
  lane: string,
  now: number,
): Promise<{ readonly id: string; readonly kind: JobKind } | null> {
  const [row] = (await firstRow(db, { lane })).rows;
  return row !== undefined && row.due_at <= now ? { id: row.id, kind: kindOf(row.kind) } : null;
}

const firstRow = compiledOnce((db, given: Given<{ readonly lane: string }>) =>
  db
    .selectFrom('jobs')
    .select(['id', 'kind', 'due_at'])
    .where('lane', '=', given('lane'))
    .where('state', 'in', ['pending', 'running'])
    .orderBy('sequence')
    .limit(1),
);

/** Whether nothing waits or runs in a lane. After `orderLane` in the same transaction nobody else can change that. */
export const isLaneFree = async (tx: StoreTransaction, lane: string): Promise<boolean> =>
  (await firstRow(tx, { lane })).rows.length === 0;

/** How many payloads behind a job are looked at. */
const MAX_BEHIND = 50;

/** The payloads of those that wait in a lane behind a job, in their order. */
export async function waitingBehind(
  db: Kysely<Tables>,
  { id, lane }: Pick<Job, 'id' | 'lane'>,
): Promise<readonly unknown[]> {
  if (lane === null) return [];
  const rows = await db
    .selectFrom('jobs')
    .select('payload')
    .where('lane', '=', lane)
    .where('state', '=', 'pending')
    .where('sequence', '>', (row) =>
      row.selectFrom('jobs as first').select('first.sequence').where('first.id', '=', id),
    )
    .orderBy('sequence')
    .limit(MAX_BEHIND)
    .execute();
  return rows.map(({ payload }) => JSON.parse(payload) as unknown);
}

/** The code of a job that a service told to wait. */
const TOLD_TO_WAIT = '429';

/** Makes those due that wait in a lane after a failure; gives back which. */
export async function hurryLane(
  tx: StoreTransaction,
  lane: string,
  now: number,
): Promise<readonly { readonly id: string; readonly kind: JobKind }[]> {
  const rows = await tx
    .updateTable('jobs')
    .set({ due_at: now, updated_at: now })
    .where('lane', '=', lane)
    .where('state', '=', 'pending')
    // As a sum it is beyond the index of what is due, by which SQLite would go through every prompt that is planned for anybody.
    .where((row) => row(row('due_at', '+', 0), '>', now))
    .where('sequence', '>', 0)
    .where('attempts', '>', 0)
    .where('last_error', 'is distinct from', TOLD_TO_WAIT)
    .returning(['id', 'kind'])
    .execute();
  return rows.map(({ id, kind }) => ({ id, kind: kindOf(kind) }));
}

/** On PostgreSQL: whoever inserts into a lane waits for whoever does so at the same time, so that the sequence is the order of the commits. */
export async function lockLane(tx: StoreTransaction, lane: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lane}, 0))`.execute(tx);
}
