/** How many uploads are taken at a time: each needs room on the disk and a worker, and who has no place is told so before anything is read. */
import { LaterError } from './problem';

/** All callers together. */
export const MAX_UPLOADS_UNDER_WAY = 8;
/** One caller leaves room for others. */
export const MAX_UPLOADS_OF_CALLER = 4;
/** What a caller without a place should wait. */
const RETRY_AFTER_SECONDS = 5;

export interface UploadPlaces {
  /** Gives how to hand the place back, which may be done twice. Throws a LaterError `busy`, or `stopping`. */
  readonly take: (caller: string) => () => void;
  /** Takes nobody in any more; settles when the last has ended, or after so many milliseconds. */
  readonly close: (limitMs: number) => Promise<void>;
}

export function createUploadPlaces(): UploadPlaces {
  const taken = new Map<symbol, string>();
  let closed = false;
  let emptied: () => void = () => undefined;
  return {
    take: (caller) => {
      if (closed) throw new LaterError('stopping', 'The bot is being restarted: send this again in a minute.', 30);
      const own = [...taken.values()].filter((each) => each === caller).length;
      if (taken.size >= MAX_UPLOADS_UNDER_WAY || own >= MAX_UPLOADS_OF_CALLER) throw busy(own);
      const place = Symbol(caller);
      taken.set(place, caller);
      return () => {
        taken.delete(place);
        if (taken.size === 0) emptied();
      };
    },
    close: async (limitMs) => {
      closed = true;
      if (taken.size === 0) return;
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, limitMs);
        emptied = () => {
          clearTimeout(late);
          resolve();
        };
      });
    },
  };
}

const busy = (own: number): LaterError =>
  new LaterError(
    'busy',
    own >= MAX_UPLOADS_OF_CALLER
      ? `${own} uploads of yours are under way: wait for one of them, or send several files in one request.`
      : 'Too many uploads are under way: send this again in a few seconds.',
    RETRY_AFTER_SECONDS,
  );
