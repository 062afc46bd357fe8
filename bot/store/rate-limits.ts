/** Rate limits that all instances count together, in windows that follow each other. */
import { type Kysely, sql } from 'kysely';

import { type Tables } from './tables';

/** The longest window; a count that is older is pruned. */
export const MAX_WINDOW_MS = 24 * 60 * 60 * 1000;

export interface RateLimit {
  /** How many are let through in one window. */
  readonly most: number;
  /** At most `MAX_WINDOW_MS`. */
  readonly windowMs: number;
}

/** How a limit stands after one more was counted. */
export interface LimitState {
  readonly within: boolean;
  /** How many are let through in what is left of the window. */
  readonly left: number;
  /** Until the next window begins, in milliseconds; at least 1. */
  readonly resetMs: number;
}

/**
 * Counts one more for a key, and says how the limit stands. Around the end of a window twice as many may pass in a short
 * time, which is what a counter without a memory of each single one costs.
 */
export async function countOne(
  db: Kysely<Tables>,
  key: string,
  { most, windowMs }: RateLimit,
  at: number,
): Promise<LimitState> {
  const window = Math.floor(at / windowMs) * windowMs;
  const { count } = await db
    .insertInto('rate_limits')
    .values({ key, window, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        window,
        // Beyond the limit the exact number says nothing, and a counter that stands still cannot overflow.
        count: sql<number>`case when ${row.ref('rate_limits.window')} <> ${window} then 1
          when ${row.ref('rate_limits.count')} > ${most} then ${row.ref('rate_limits.count')}
          else ${row.ref('rate_limits.count')} + 1 end`,
      })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return { within: count <= most, left: Math.max(0, most - count), resetMs: window + windowMs - at };
}
