/** What the doors that take files from outside keep to: how large, how many, how long. */

const MEGABYTE = 1024 * 1024;

/** The largest file that is taken: an event log of the size that Windows keeps by default on a busy server, or a zip of larger ones. */
export const MAX_FILE_BYTES = 512 * MEGABYTE;
/** The largest file that is kept in memory; what is larger lies on the disk until it was read. */
export const MAX_HELD_FILE_BYTES = 32 * MEGABYTE;
/** More files than these in one message, or one request, are not taken. */
export const MAX_FILES_PER_MESSAGE = 20;
/** What all files of one message may weigh together. */
export const MAX_MESSAGE_BYTES = MAX_FILE_BYTES;
/** What of it is kept in memory; the others lie on the disk until they were read. */
export const MAX_MESSAGE_HELD_BYTES = 2 * MAX_HELD_FILE_BYTES;
/** How long it may take until a file has come, besides the time for what has come, in milliseconds. */
export const TRANSFER_TIME_LIMIT_MS = 30_000;
/** What every megabyte that came adds to it, in milliseconds. */
const TRANSFER_TIME_LIMIT_MS_PER_MEGABYTE = 1000;
/** The longest that any transfer within these bounds may take, in milliseconds. */
export const LONGEST_TRANSFER_MS =
  TRANSFER_TIME_LIMIT_MS + (MAX_MESSAGE_BYTES / MEGABYTE) * TRANSFER_TIME_LIMIT_MS_PER_MEGABYTE;

/** A limit that grows with what has come: a slow line may be slow, a silent one not for long. */
export function transferTimeLimit(): {
  readonly signal: AbortSignal;
  /** How many bytes have come by now. */
  readonly extend: (bytes: number) => void;
  readonly end: () => void;
} {
  const aborting = new AbortController();
  const begun = performance.now();
  const at = (bytes: number): NodeJS.Timeout =>
    setTimeout(
      () => aborting.abort(),
      begun + TRANSFER_TIME_LIMIT_MS + (bytes / MEGABYTE) * TRANSFER_TIME_LIMIT_MS_PER_MEGABYTE - performance.now(),
    );
  let timer = at(0);
  return {
    signal: aborting.signal,
    extend: (bytes) => {
      clearTimeout(timer);
      timer = at(bytes);
    },
    end: () => clearTimeout(timer),
  };
}
