/** How far a long reading has come, on one line of a terminal that is written over and at last taken away. */
import { type ReadingProgress } from '../../analyzers/index';
import { type FileProgress } from './read-paths';

/** A reading that is over sooner shows nothing, in milliseconds. */
export const FIRST_SHOWN_MS = 500;
/** How often the line changes, in milliseconds. */
export const SHOWN_EVERY_MS = 200;

const MEGABYTE = 1024 * 1024;
/** Longer names are shown by their end. */
const MAX_NAME_CHARACTERS = 40;

export interface ProgressLine {
  readonly show: (progress: ReadingProgress) => void;
  /** Which of several files is read now; one alone is not worth a line. */
  readonly showFile: (progress: FileProgress) => void;
  /** Leaves the terminal as it was. */
  readonly clear: () => void;
}

/** Does nothing where the output is no terminal. `clock` is in milliseconds. */
export function createProgressLine(
  output: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
  clock: () => number,
): ProgressLine {
  if (output.isTTY !== true) return { show: () => undefined, showFile: () => undefined, clear: () => undefined };
  const begun = clock();
  let shownAt: number | null = null;
  let place = '';
  const write = (line: () => string): void => {
    const now = clock();
    if (now - begun < FIRST_SHOWN_MS || (shownAt !== null && now - shownAt < SHOWN_EVERY_MS)) return;
    shownAt = now;
    output.write(`\r\u001B[K${line()}`);
  };
  return {
    show: (progress) => write(() => lineOf(progress) + place),
    showFile: ({ name, number, total }) => {
      if (total < 2) return;
      place = ` (file ${number} of ${total})`;
      write(() => `Reading ${shownName(name)}${place}`);
    },
    clear: () => {
      if (shownAt !== null) output.write('\r\u001B[K');
      shownAt = null;
    },
  };
}

function lineOf({ name, totalBytes, bytesRead, matches }: ReadingProgress): string {
  const of = totalBytes === null ? '' : ` of ${Math.ceil(totalBytes / MEGABYTE)}`;
  return `Reading ${shownName(name)}: ${Math.floor(bytesRead / MEGABYTE)}${of} MB, ${matches} matches`;
}

function shownName(name: string): string {
  // A name from an archive may hold what a terminal would obey.
  const plain = name.replace(/\p{C}/gu, '');
  return plain.length > MAX_NAME_CHARACTERS ? `…${plain.slice(1 - MAX_NAME_CHARACTERS)}` : plain;
}
