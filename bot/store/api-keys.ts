/** The keys of those who call the API. Only the hash of a key is kept, and a revoked key stays in the list, so that its number names nobody else. */
import { type Kysely, type Selectable } from 'kysely';

import { type Tables } from './tables';

export type StoredKey = Selectable<Tables['api_keys']>;

export interface NewKey {
  /** SHA-256 of the whole key, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970; null where it has no end. */
  readonly expiresAt: number | null;
}

/** Its number, which was never that of another key. `at`: milliseconds since 1970. */
export async function keepKey(
  db: Kysely<Tables>,
  { hash, name, scopes, expiresAt }: NewKey,
  at: number,
): Promise<number> {
  const { number } = await db
    .insertInto('api_keys')
    .values({ hash, name, scopes: JSON.stringify(scopes), created_at: at, expires_at: expiresAt })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** null where no key has this hash; one that was revoked or has ended is found too. */
export async function keyOfHash(db: Kysely<Tables>, hash: string): Promise<StoredKey | null> {
  return (await db.selectFrom('api_keys').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null;
}

/** In the order in which they were made. */
export const allKeys = (db: Kysely<Tables>): Promise<readonly StoredKey[]> =>
  db.selectFrom('api_keys').selectAll().orderBy('number').execute();

/** Whether it is revoked by this. False where there is no such key, or it was revoked before. */
export async function revokeKey(db: Kysely<Tables>, number: number, at: number): Promise<boolean> {
  const result = await db
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('number', '=', number)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** `day`: `YYYY-MM-DD`. */
export async function noteKeyUse(db: Kysely<Tables>, number: number, day: string): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_day: day }).where('number', '=', number).execute();
}
