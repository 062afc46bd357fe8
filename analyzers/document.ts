/** What comes in: uploads, and the documents of lines that they decode to. */

/** Bytes with the name they came under. `modified` is a file time (ISO), as archives keep it. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified?: string;
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
