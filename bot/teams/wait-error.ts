/** What only time can mend: Microsoft 365 asks to wait, or something that was just posted is not there yet. The job is put back. */
import { retryAfterMs } from '../retry-after';
import { ServiceError } from '../service-error';

/** Never leaves the room: the job of the inbox comes back after `afterMs` milliseconds. */
export class WaitError extends ServiceError {
  constructor(
    override readonly code: 'throttled' | 'away' | 'not-there-yet',
    readonly afterMs: number,
    cause?: unknown,
  ) {
    super(code, 'Microsoft 365 is to be asked again later.', cause);
  }
}

/** For how long one message is waited for. */
export interface Patience {
  /** When it was taken in: milliseconds since 1970. */
  readonly since: number;
  readonly now: () => number;
}

/** What was just posted may take some seconds until every part of Microsoft 365 has it. */
export const NOT_THERE_YET_LIMIT_MS = 20_000;
/** A person who waited so long for a file has long pasted it. */
export const THROTTLED_LIMIT_MS = 15 * 60 * 1000;
/** For how long, where somebody waits behind it in the same conversation: the case hears in the order in which it is told. */
export const HELD_BACK_LIMIT_MS = 60_000;
/** How often whoever waits looks whether somebody has come behind. */
const LOOK_BEHIND_MS = 15_000;
const FIRST_PAUSE_MS = 500;

/** Half of what was waited so far, so that the pauses grow: 0.5, 0.5, 0.5, 0.75, 1.1 s and so on. */
export const pauseAfter = ({ since, now }: Patience): number => Math.max(FIRST_PAUSE_MS, (now() - since) / 2);

export const isPatient = ({ since, now }: Patience, limitMs: number): boolean => now() - since < limitMs;

/** Where a service asks to wait and does not say how long, or names no time at all: asked again at once it would be asked without a pause. */
const DEFAULT_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** How long an answer's headers ask to wait, in milliseconds. `at`: milliseconds since 1970. */
export const askedToWaitMs = (headers: Headers, at: number): number =>
  Math.min(LONGEST_WAIT_MS, retryAfterMs(headers.get('retry-after'), at) || DEFAULT_WAIT_MS);

/**
 * What jobs were told to wait, so that one which only looks behind itself does not ask before the time. It is known to this process: another instance
 * that takes the job over meanwhile asks once more, and is told itself.
 */
export interface ToldToWait {
  /** Throws the WaitError of a job again as long as its time is not up. */
  readonly check: (job: string) => void;
  /** For how many milliseconds the job is put back. */
  readonly pause: (job: string, told: WaitError) => number;
}

/** `now`: milliseconds since 1970. */
export function createToldToWait(now: () => number): ToldToWait {
  const until = new Map<string, { readonly at: number; readonly told: WaitError }>();
  return {
    check: (job) => {
      const known = until.get(job);
      until.delete(job);
      if (known === undefined) return;
      const left = known.at - now();
      // It is more than was asked for only where the clock was set back.
      if (left <= 0 || left > known.told.afterMs) return;
      throw new WaitError(known.told.code, left, known.told.cause);
    },
    pause: (job, told) => {
      const at = now();
      // Those that another instance has taken over are not asked for again.
      for (const [other, known] of until) if (known.at <= at) until.delete(other);
      until.set(job, { at: at + told.afterMs, told });
      return Math.min(told.afterMs, LOOK_BEHIND_MS);
    },
  };
}
