/** How many uploads are taken at a time: each needs room on the disk and a worker, and who has no place is told so before anything is read. */
import { LaterError } from './problem';

/** All callers together. */
const MAX_UPLOADS_UNDER_WAY = 8;
/** One caller leaves room for others. */
export const MAX_UPLOADS_OF_CALLER = 4;
/** What a caller without a place should wait. */
const RETRY_AFTER_SECONDS = 5;
/** Until the next process takes uploads. */
const RESTART_SECONDS = 30;
/** How long an upload that was told to end may take for it, in milliseconds. */
const ENDING_LIMIT_MS = 1000;

export interface UploadPlace {
  /** Aborts with a LaterError `stopping` when the upload must end. */
  readonly ends: AbortSignal;
  /** Hands the place back; may be called twice. */
  readonly leave: () => void;
}

export interface UploadPlaces {
  /** Throws a LaterError `busy`, or `stopping`. */
  readonly take: (caller: string) => UploadPlace;
  /** Takes nobody in any more; after so many milliseconds those who are left are told to end. Settles when the last has, and never rejects. */
  readonly close: (limitMs: number) => Promise<void>;
}

interface Taken {
  readonly caller: string;
  readonly control: AbortController;
}

export function createUploadPlaces(): UploadPlaces {
  const taken = new Set<Taken>();
  let closed = false;
  let emptied: () => void = () => undefined;
  const untilEmpty = async (limitMs: number): Promise<void> => {
    if (taken.size === 0) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, limitMs);
      emptied = () => {
        clearTimeout(late);
        resolve();
      };
    });
  };
  return {
    take: (caller) => {
      if (closed) throw stopping();
      const own = [...taken].filter((each) => each.caller === caller).length;
      if (taken.size >= MAX_UPLOADS_UNDER_WAY || own >= MAX_UPLOADS_OF_CALLER) throw busy(own);
      const place = { caller, control: new AbortController() };
      taken.add(place);
      return {
        ends: place.control.signal,
        leave: () => {
          taken.delete(place);
          if (taken.size === 0) emptied();
        },
      };
    },
    close: async (limitMs) => {
      closed = true;
      await untilEmpty(limitMs);
      for (const { control } of taken) control.abort(stopping());
      await untilEmpty(ENDING_LIMIT_MS);
    },
  };
}

const stopping = (): LaterError =>
  new LaterError(
    'stopping',
    `The bot is being restarted: send this again in ${RESTART_SECONDS} seconds.`,
    RESTART_SECONDS,
  );

const busy = (own: number): LaterError =>
  new LaterError(
    'busy',
    own >= MAX_UPLOADS_OF_CALLER
      ? `${own} uploads of yours are under way: wait for one of them, or send several files in one request.`
      : 'Too many uploads are under way: send this again in a few seconds.',
    RETRY_AFTER_SECONDS,
  );
