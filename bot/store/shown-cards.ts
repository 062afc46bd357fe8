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

/** Whether a message of the bot shows a case of the conversation, or a prompt about one. */
export async function isOwnMessage(db: Kysely<Tables>, conversation: string, activityId: string): Promise<boolean> {
  const card = await db
    .selectFrom('cases')
    .select('number')
    .where('conversation', '=', conversation)
    .where('card_activity_id', '=', activityId)
    .executeTakeFirst();
  if (card !== undefined) return true;
  const prompt = await db
    .selectFrom('follow_ups')
    .select('id')
    .where('conversation', '=', conversation)
    .where('prompt_activity_id', '=', activityId)
    .executeTakeFirst();
  return prompt !== undefined;
}
