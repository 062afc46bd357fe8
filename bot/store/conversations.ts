/** Conversations: how each is reached, and whether it still is. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type Tables } from './tables';

/** Where a conversation takes place. */
export type ConversationPlace = Pick<Tables['conversations'], 'tenant' | 'scope' | 'team'>;

/** Keeps how a conversation is reached; a later reference replaces the earlier, and a conversation that was dead lives again. */
export async function rememberConversation(
  db: Kysely<Tables>,
  key: string,
  reference: unknown,
  place: ConversationPlace,
  at: number,
): Promise<void> {
  await remember(db, { key, reference: JSON.stringify(reference), ...place, at });
}

interface Remembered extends ConversationPlace {
  readonly key: string;
  readonly reference: string;
  readonly at: number;
}

const remember = compiledOnce((db, given: Given<Remembered>) => {
  const values = {
    reference: given('reference'),
    tenant: given('tenant'),
    scope: given('scope'),
    team: given('team'),
    state: 'live' as const,
    updated_at: given('at'),
  };
  return db
    .insertInto('conversations')
    .values({ key: given('key'), ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values));
});

/** null where nobody has written there yet. */
export async function scopeOf(db: Kysely<Tables>, key: string): Promise<ConversationPlace['scope'] | null> {
  const row = await db.selectFrom('conversations').select('scope').where('key', '=', key).executeTakeFirst();
  return row?.scope ?? null;
}

/** After an answer of 403 or 404, or when the bot was removed: nothing is sent there until somebody writes again. */
export async function markConversationDead(db: Kysely<Tables>, key: string, at: number): Promise<void> {
  await db.updateTable('conversations').set({ state: 'dead', updated_at: at }).where('key', '=', key).execute();
}

/** What is needed to send; null where the conversation is not known, dead, or cannot be read. */
export async function liveReference(db: Kysely<Tables>, key: string): Promise<unknown> {
  const [row] = (await referenceOf(db, { key })).rows;
  if (row === undefined) return null;
  try {
    return JSON.parse(row.reference) as unknown;
  } catch {
    return null;
  }
}

const referenceOf = compiledOnce((db, given: Given<{ readonly key: string }>) =>
  db.selectFrom('conversations').select('reference').where('key', '=', given('key')).where('state', '=', 'live'),
);
