/** How the row of a job ends, or goes back to wait: each is one conditional statement, as in `job-rows.ts`. */
import { compiledOnce, type Given } from '../store/compiled-once';
import { type StoreTransaction } from '../store/store-transaction';

/** Nothing of what a person sent stays in the row of a job that has ended. */
const NO_PAYLOAD = 'null';
const MAX_ERROR_CHARACTERS = 300;

/** Who has a job in hand: the attempt is part of it, because one process may lose a job and get it back. */
export interface Holder {
  readonly id: string;
  readonly owner: string;
  readonly attempts: number;
}

export type JobEnd =
  | { readonly state: 'done' }
  | { readonly state: 'cancelled' | 'dead'; readonly why: string }
  /** Back to be tried again; `counted` is false where the attempt does not count. */
  | { readonly state: 'pending'; readonly dueAt: number; readonly why: string | null; readonly counted: boolean };

/** Lets go of a job; false where it is no longer in these hands. What a dead job was about stays, for whoever tries it again. */
export async function endJob(
  tx: StoreTransaction,
  { id, owner, attempts }: Holder,
  end: JobEnd,
  now: number,
): Promise<boolean> {
  if (end.state === 'done') return (await endDone(tx, { id, owner, attempts, now })).numAffectedRows === 1n;
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({
      state: end.state,
      lease_until: null,
      owner: null,
      updated_at: now,
      ...(end.state === 'cancelled' ? { payload: NO_PAYLOAD } : {}),
      ...(end.state === 'pending' ? { due_at: end.dueAt, ...(end.counted ? {} : { attempts: attempts - 1 }) } : {}),
      ...('why' in end && end.why !== null ? { last_error: end.why.slice(0, MAX_ERROR_CHARACTERS) } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('owner', '=', owner)
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const endDone = compiledOnce((db, given: Given<Holder & { readonly now: number }>) =>
  db
    .updateTable('jobs')
    .set({ state: 'done', lease_until: null, owner: null, updated_at: given('now'), payload: NO_PAYLOAD })
    .where('id', '=', given('id'))
    .where('state', '=', 'running')
    .where('owner', '=', given('owner'))
    .where('attempts', '=', given('attempts')),
);

/** A job that waits is cancelled; one that is in hand loses its effect. False where it has ended, or there is none. */
export async function cancelJob(tx: StoreTransaction, key: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', lease_until: null, owner: null, payload: NO_PAYLOAD, updated_at: now })
    .where('key', '=', key)
    .where('state', 'in', ['pending', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Ends a job that nobody has begun. One that runs is left to itself: it holds its row while it ends, and whoever waited for that might be
 * whom it waits for.
 */
export async function cancelWaitingJob(tx: StoreTransaction, id: string, now: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', payload: NO_PAYLOAD, updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}
