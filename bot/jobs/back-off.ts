/** How long a job waits after a failure. */
import { type JobRule } from './job';

/** Milliseconds: doubled with each attempt, up to the longest, of which `chance` (0 to 1) takes up to a half, so that jobs that failed together do not come back together. */
export function backOff({ firstPauseMs, longestPauseMs }: JobRule, attempts: number, chance: number): number {
  const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(doubled * (1 - chance / 2));
}
