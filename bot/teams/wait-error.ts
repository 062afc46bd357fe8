/** What only time can mend: Microsoft 365 asks to wait, or something that was just posted is not there yet. The job is put back. */
import { retryAfterMs } from '../retry-after';
import { ServiceError } from '../service-error';

/** Never leaves the room: the job of the inbox comes back after `afterMs` milliseconds. */
export class WaitError extends ServiceError {
  constructor(
    code: 'throttled' | 'away' | 'not-there-yet',
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
