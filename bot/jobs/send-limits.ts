/** How fast one conversation may be written to; the outbox itself is the record of what was sent there, so all instances count together. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from '../store/compiled-once';
import { type Tables } from '../store/tables';

/**
 * Teams' limits for a bot in one conversation (Optimize your bot with rate limiting in Teams, learn.microsoft.com), as milliseconds and
 * messages. Each is one less than Teams allows: a typing indicator and a replaced card count there too.
 */
export const SEND_LIMITS = [
  { withinMs: 1000, most: 6 },
  { withinMs: 2000, most: 7 },
  { withinMs: 30_000, most: 59 },
  { withinMs: 3_600_000, most: 1799 },
] as const;

/** What the shorter windows need; only a conversation that has had so many is asked about the hour. */
const NEWEST = 59;

/** How many milliseconds the next message of a lane has to wait; 0 where it may go. */
export async function pauseBefore(db: Kysely<Tables>, lane: string, now: number): Promise<number> {
  const sent = async (offset: number, limit: number): Promise<readonly { readonly updated_at: number }[]> =>
    (await sentTimes(db, { lane, offset, limit })).rows;
  const newest = await sent(0, NEWEST);
  const pauses = await Promise.all(
    SEND_LIMITS.map(async ({ withinMs, most }) => {
      const oldest =
        most <= NEWEST ? newest[most - 1] : newest.length < NEWEST ? undefined : (await sent(most - 1, 1))[0];
      return oldest === undefined ? 0 : oldest.updated_at + withinMs - now;
    }),
  );
  return Math.max(0, ...pauses);
}

const sentTimes = compiledOnce(
  (db, given: Given<{ readonly lane: string; readonly offset: number; readonly limit: number }>) =>
    db
      .selectFrom('jobs')
      .select('updated_at')
      .where('lane', '=', given('lane'))
      .where('state', '=', 'done')
      .orderBy('sequence', 'desc')
      .offset(given('offset'))
      .limit(given('limit')),
);
