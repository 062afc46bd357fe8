/** Jobs that were given up: how a person names one, and how it is tried again. */
import { type StoreTransaction } from '../store/store-transaction';
import { type JobKind } from './job';
import { kindOf } from './job-rows';

const REFERENCE_CHARACTERS = 8;

/** Short enough to be read out on the phone; the beginning of the id, so that what a person names is found again. */
export const referenceOf = (id: string): string => id.slice(0, REFERENCE_CHARACTERS);

/** Dead jobs of a kind with that reference, with what they were about. */
export async function deadJobs(
  tx: StoreTransaction,
  kind: JobKind,
  reference: string,
): Promise<readonly { readonly id: string; readonly payload: unknown }[]> {
  const rows = await tx
    .selectFrom('jobs')
    .select(['id', 'payload'])
    .where('state', '=', 'dead')
    .where('kind', '=', kind)
    .where('id', 'like', `${reference}%`)
    .execute();
  return rows.map(({ id, payload }) => ({ id, payload: JSON.parse(payload) as unknown }));
}

/** Dead jobs that wait again; of all of them where no id is given. */
export async function reviveJobs(
  tx: StoreTransaction,
  id: string | null,
  now: number,
): Promise<readonly { readonly id: string; readonly kind: JobKind; readonly lane: string | null }[]> {
  const dead = tx
    .updateTable('jobs')
    .set({ state: 'pending', attempts: 0, due_at: now, updated_at: now })
    .where('state', '=', 'dead');
  const rows = await (id === null ? dead : dead.where('id', '=', id)).returning(['id', 'kind', 'lane']).execute();
  return rows.map((row) => ({ ...row, kind: kindOf(row.kind) }));
}
