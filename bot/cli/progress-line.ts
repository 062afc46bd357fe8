/** How far a long reading has come, on one line of a terminal that is written over and at last taken away. */
import { type ReadingProgress } from '../../analyzers/index';

/** A reading that is over sooner shows nothing, in milliseconds. */
export const FIRST_SHOWN_MS = 500;
/** How often the line changes, in milliseconds. */
export const SHOWN_EVERY_MS = 200;

const MEGABYTE = 1024 * 1024;
/** Longer names are shown by their end. */
const MAX_NAME_CHARACTERS = 40;

export interface ProgressLine {
  readonly show: (progress: ReadingProgress) => void;
  /** Leaves the terminal as it was. */
  readonly clear: () => void;
}

/** Does nothing where the output is no terminal. `clock` is in milliseconds. */
export function createProgressLine(
  output: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
  clock: () => number,
): ProgressLine {
  if (output.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const begun = clock();
  let shownAt: number | null = null;
  return {
    show: (progress) => {
      const now = clock();
      if (now - begun < FIRST_SHOWN_MS || (shownAt !== null && now - shownAt < SHOWN_EVERY_MS)) return;
      shownAt = now;
      output.write(`\r\u001B[K${lineOf(progress)}`);
    },
    clear: () => {
      if (shownAt !== null) output.write('\r\u001B[K');
      shownAt = null;
    },
  };
}

function lineOf({ name, totalBytes, bytesRead, matches }: ReadingProgress): string {
  // A name from an archive may hold what a terminal would obey.
  const plain = name.replace(/\p{C}/gu, '');
  const shown = plain.length > MAX_NAME_CHARACTERS ? `…${plain.slice(1 - MAX_NAME_CHARACTERS)}` : plain;
  const of = totalBytes === null ? '' : ` of ${Math.ceil(totalBytes / MEGABYTE)}`;
  return `Reading ${shown}: ${Math.floor(bytesRead / MEGABYTE)}${of} MB, ${matches} matches`;
}
