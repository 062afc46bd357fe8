/** Which message shows a case as it stands. It is no part of what the case knows, so it does not change the case's version. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type Tables } from './tables';

/** null where none does. */
export async function cardShowing(db: Kysely<Tables>, caseNumber: number): Promise<string | null> {
  const { rows } = await cardOf(db, { caseNumber });
  return rows[0]?.card_activity_id ?? null;
}

const cardOf = compiledOnce((db, given: Given<{ readonly caseNumber: number }>) =>
  db.selectFrom('cases').select('card_activity_id').where('number', '=', given('caseNumber')),
);

/** Remembers another message, or none; gives back the one before. In a transaction. */
export async function shownBy(
  tx: Kysely<Tables>,
  caseNumber: number,
  activityId: string | null,
): Promise<string | null> {
  const before = await cardShowing(tx, caseNumber);
  await setCard(tx, { caseNumber, activityId });
  return before;
}

const setCard = compiledOnce((db, given: Given<{ readonly caseNumber: number; readonly activityId: string | null }>) =>
  db
    .updateTable('cases')
    .set({ card_activity_id: given('activityId') })
    .where('number', '=', given('caseNumber')),
);

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
