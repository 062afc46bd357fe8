/** The activities that were taken: Teams may deliver one twice, or to two instances. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type Tables } from './tables';

/** Teams repeats a delivery within minutes; a day is far beyond that. */
export const SEEN_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * True for the first delivery of an activity, false for every repetition within a day. In the transaction that takes the activity in:
 * an instance that gets the same one at the same time waits here until that has ended, and is the first where it was rolled back.
 */
export async function isFirstDelivery(
  tx: Kysely<Tables>,
  conversation: string,
  activity: string,
  at: number,
): Promise<boolean> {
  const { numAffectedRows } = await see(tx, { conversation, activity, at, before: at - SEEN_FOR_MS });
  return numAffectedRows === 1n;
}

interface Seeing {
  readonly conversation: string;
  readonly activity: string;
  readonly at: number;
  readonly before: number;
}

const see = compiledOnce((db, given: Given<Seeing>) =>
  db
    .insertInto('seen_activities')
    .values({ conversation: given('conversation'), activity: given('activity'), seen_at: given('at') })
    .onConflict((conflict) =>
      conflict
        .columns(['conversation', 'activity'])
        .doUpdateSet({ seen_at: given('at') })
        .where('seen_activities.seen_at', '<', given('before')),
    ),
);

/** Whether an activity was taken, as far as that is still remembered. */
export async function wasSeen(db: Kysely<Tables>, conversation: string, activity: string): Promise<boolean> {
  const row = await db
    .selectFrom('seen_activities')
    .select('seen_at')
    .where('conversation', '=', conversation)
    .where('activity', '=', activity)
    .executeTakeFirst();
  return row !== undefined;
}
