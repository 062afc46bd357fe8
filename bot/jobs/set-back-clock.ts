/** A clock of the machine that is set back: what was due at once, or in a moment, by it would wait until the clock is there again. */
import { type Kysely } from 'kysely';

import { type Log } from '../log';
import { type Tables } from '../store/tables';
import { bringForward } from './job-rows';

/** A clock that is set back by less than this delays nothing that anybody would notice. */
const CLOCK_SET_BACK_MS = 3000;

/**
 * To be called at every look: brings forward what waits by a clock that was set back since the last call. Where that fails the next call does it.
 * `now` gives milliseconds since 1970.
 */
export function createClockMinder(db: Kysely<Tables>, now: () => number, log: Log): () => Promise<void> {
  /** How far the clock of the machine is from the one that nobody sets. */
  let ahead = now() - performance.now();
  let minding: Promise<void> | null = null;

  const mind = async (): Promise<void> => {
    const before = ahead;
    const after = now() - performance.now();
    const setBack = before - after;
    if (setBack >= CLOCK_SET_BACK_MS) {
      log.warn('clock-set-back', { seconds: Math.round(setBack / 1000) });
      await bringForward(db, now(), Math.round(setBack));
    }
    ahead = after;
  };
  return () =>
    (minding ??= mind().finally(() => {
      minding = null;
    }));
}
