/** What comes in: uploads in memory or to be read piece by piece, and the documents of lines that they decode to. */

/** Bytes with the name they came under. `modified` is a file time (ISO), as archives keep it. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified?: string;
}

/**
 * An upload that is not in memory: its bytes come in pieces when they are asked for, so that an event log or an archive may be of any
 * size. A piece stays as it is after the next one was asked for.
 */
export interface UploadSource {
  readonly name: string;
  /** In bytes; null where nobody knows before the end, as of a pipe. */
  readonly size: number | null;
  readonly modified?: string;
  /** All bytes from the first. Throws what the disk or the pipe throws. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** The bytes from `start` up to before `end`; left out where it can only be read onward. */
  readonly range?: (start: number, end: number) => AsyncIterable<Uint8Array>;
}

/**
 * One logical line: `text` is what the command printed (wrapped console lines joined), `number` and `raw` are the physical line
 * where it begins, counted from 1 in the decoded text. Quotes are made of `number` and `raw`.
 */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly raw: string;
}

/** The decoded lines of one upload, or of one member of an archive (named `ARCHIVE!/MEMBER`). */
export interface Document {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly modified: string | null;
  readonly lines: readonly Line[];
  /** Whether the text ends with a line end: a last line without one may have been cut. */
  readonly endsWhole: boolean;
}
