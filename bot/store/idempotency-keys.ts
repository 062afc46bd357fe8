/** Keys of requests: who has one now, and what was answered under it, so that a repetition has no second effect. */
import { type ExpressionBuilder, type ExpressionWrapper, type Kysely, type SqlBool } from 'kysely';

import { RefusedError } from '../refused-error';
import { type Tables } from './tables';

/** For so long the same key is the same request, in milliseconds. */
export const KEY_FOR_MS = 24 * 60 * 60 * 1000;
/** A request that was not heard of for so long has ended with its process, in milliseconds; whoever runs renews it sooner. */
export const RUNNING_LEASE_MS = 30_000;

/** A request that has a key. */
export interface KeyHolder {
  readonly caller: string;
  readonly key: string;
  /** Unique for this request. */
  readonly owner: string;
}

export interface KeptAnswer {
  readonly fingerprint: string;
  /** JSON */
  readonly answer: string;
}

/** null where the request has the key now; else what was answered under it. Rejects with `key-in-use` while another one runs. `at`: milliseconds since 1970. */
export async function takeKey(
  db: Kysely<Tables>,
  { caller, key, owner }: KeyHolder,
  at: number,
): Promise<KeptAnswer | null> {
  const row = { owner, running_until: at + RUNNING_LEASE_MS, created_at: at };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_keys')
    .values({ caller, key, ...row, fingerprint: null, case_number: null, answer: null })
    .onConflict((conflict) =>
      conflict
        .columns(['caller', 'key'])
        .doUpdateSet({ ...row, fingerprint: null, case_number: null, answer: null })
        .where((kept) =>
          kept.or([
            kept('idempotency_keys.created_at', '<', at - KEY_FOR_MS),
            kept.and([kept('idempotency_keys.answer', 'is', null), kept('idempotency_keys.running_until', '<', at)]),
          ]),
        ),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return null;
  const kept = await db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst();
  if (kept?.answer == null || kept.fingerprint === null) {
    throw new RefusedError(
      'key-in-use',
      'The first request with this Idempotency-Key still runs: send this one again in a few seconds.',
    );
  }
  return { fingerprint: kept.fingerprint, answer: kept.answer };
}

/** It still runs. */
export async function renewKey(db: Kysely<Tables>, holder: KeyHolder, at: number): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ running_until: at + RUNNING_LEASE_MS })
    .where(isHeldBy(holder))
    .execute();
}

/** In the transaction of the effect. False where another request has taken the key over: then the effect must not be kept. */
export async function keepAnswer(
  tx: Kysely<Tables>,
  holder: KeyHolder,
  { fingerprint, answer }: KeptAnswer,
  caseNumber: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('idempotency_keys')
    .set({ fingerprint, answer, case_number: caseNumber })
    .where(isHeldBy(holder))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nothing came of the request, so the key is free again. */
export async function giveKeyBack(db: Kysely<Tables>, holder: KeyHolder): Promise<void> {
  await db.deleteFrom('idempotency_keys').where(isHeldBy(holder)).where('answer', 'is', null).execute();
}

const isHeldBy =
  ({ caller, key, owner }: KeyHolder) =>
  (row: ExpressionBuilder<Tables, 'idempotency_keys'>): ExpressionWrapper<Tables, 'idempotency_keys', SqlBool> =>
    row.and({ caller, key, owner });
