/** Which message shows a case as it stands. It is no part of what the case knows, so it does not change the case's version. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

/** null where none does. */
export async function cardShowing(db: Kysely<Tables>, caseNumber: number): Promise<string | null> {
  const row = await db
    .selectFrom('cases')
    .select('card_activity_id')
    .where('number', '=', caseNumber)
    .executeTakeFirst();
  return row?.card_activity_id ?? null;
}

/** Remembers another message, or none; gives back the one before. In a transaction. */
export async function shownBy(
  tx: Kysely<Tables>,
  caseNumber: number,
  activityId: string | null,
): Promise<string | null> {
  const before = await cardShowing(tx, caseNumber);
  await tx.updateTable('cases').set({ card_activity_id: activityId }).where('number', '=', caseNumber).execute();
  return before;
}
