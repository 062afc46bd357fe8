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
 * What a line says, wherever it stands: `text` is what the command printed (wrapped console lines joined), `raw` the physical line where
 * it begins. Lines of the same words may be one object.
 */
export interface LineText {
  readonly text: string;
  readonly raw: string;
}

/** One logical line in its place: `number` is that of `raw`, counted from 1 in the decoded text. Quotes are made of `number` and `raw`. */
export interface Line extends LineText {
  readonly number: number;
}

/** The decoded lines of one upload, or of one member of an archive (named `ARCHIVE!/MEMBER`). */
export interface Document {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly modified: string | null;
  readonly lines: readonly LineText[];
  /** The physical line, from 1, of each of `lines`; null where none was joined or left out, so that it is the index and one. */
  readonly numbers: readonly number[] | null;
  /** Each of `lines` once, for what does not depend on their order; one of the same words may be among them again. */
  readonly distinct: readonly LineText[];
  /** Whether the text ends with a line end: a last line without one may have been cut. */
  readonly endsWhole: boolean;
}

/** The physical line, from 1, of the line with an index. */
export const numberAt = ({ numbers }: Pick<Document, 'numbers'>, index: number): number =>
  numbers?.[index] ?? index + 1;

/** The lines from one index up to before another, each in its place. */
export const linesBetween = (document: Document, from: number, to: number): readonly Line[] =>
  document.lines
    .slice(from, to)
    .map(({ text, raw }, index) => ({ number: numberAt(document, from + index), text, raw }));

/** The line with an index, in its place. Throws where there is none. */
export function lineAt(document: Document, index: number): Line {
  const [line] = linesBetween(document, index, index + 1);
  if (line === undefined) throw new RangeError(`There is no line with the index ${index}.`);
  return line;
}
