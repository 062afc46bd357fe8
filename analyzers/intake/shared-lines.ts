/**
 * A text in ASCII falls into lines by its bytes, four at a time: a line that was seen before is found by them and needs no string of its
 * own. It takes half the time of the strings.
 */
import { type LineText } from '../document';

/** More lines than this, and longer ones, are not kept to be found again: a document in which no line comes twice gains nothing by it. */
export const MAX_SHARED_LINES = 100_000;
export const MAX_SHARED_CHARACTERS = 200;

export interface SplitLines {
  /** In their order; those that stand in the text again and again are one object. */
  readonly lines: LineText[];
  /** Each of them once; one that was not kept may be among them again. */
  readonly distinct: LineText[];
}

const [FEED, RETURN] = [0x0a, 0x0d];
const WORD_BYTES = 4;
/** Each byte of a word. */
const [ALL_FEEDS, ALL_RETURNS, ALL_ONES, ALL_HIGH_BITS] = [0x0a0a0a0a, 0x0d0d0d0d, 0x01010101, 0x80808080];
/** An odd number near 2^32 divided by the golden ratio spreads the bits of what it multiplies. */
const SPREAD = 0x9e3779b1;
/** Twice as many places as lines that may be kept, which a short text has few of; a power of two, for a mask. */
const placesFor = (bytes: number): number => 2 ** Math.ceil(Math.log2(2 * Math.min(MAX_SHARED_LINES, bytes + 1)));
/** Lines made to fall on the same place are not kept, so that they cost no more than others. */
const MAX_PLACES_TRIED = 16;

/**
 * What stands between line ends of any system, up to `most` lines. `bytes` are those of `text`, all of them ASCII; `lineOf` makes a line of
 * what stood there.
 */
export function splitAscii(
  text: string,
  bytes: Uint8Array,
  most: number,
  lineOf: (raw: string) => LineText,
): SplitLines {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  const places = new Int32Array(placesFor(end));
  const kept = { hashes: [0], starts: [0], lengths: [-1], lines: [lineOf('')] };
  const lines: LineText[] = [];
  const distinct: LineText[] = [];
  let at = 0;
  while (lines.length < most) {
    const from = at;
    let hash = 0;
    for (; at + WORD_BYTES <= end; at += WORD_BYTES) {
      const word = view.getInt32(at, true);
      if (hasLineEnd(word)) break;
      hash = Math.imul(hash ^ word, SPREAD);
      hash ^= hash >>> 15;
    }
    while (at < end && bytes[at] !== FEED && bytes[at] !== RETURN) {
      hash = Math.imul(hash ^ (bytes[at] ?? 0), SPREAD);
      at += 1;
    }
    hash ^= hash >>> 13;
    const length = at - from;
    let line: LineText | undefined;
    let free = -1;
    for (let tried = 0; tried < MAX_PLACES_TRIED && length <= MAX_SHARED_CHARACTERS; tried += 1) {
      const place = (hash + tried) & (places.length - 1);
      const index = places[place] ?? 0;
      if (index === 0) {
        free = place;
        break;
      }
      if (kept.hashes[index] === hash && kept.lengths[index] === length) {
        if (isSame(view, kept.starts[index] ?? 0, from, length)) {
          line = kept.lines[index];
          break;
        }
      }
    }
    if (line === undefined) {
      line = lineOf(text.slice(from, at));
      distinct.push(line);
      if (free >= 0 && distinct.length <= MAX_SHARED_LINES) {
        places[free] = kept.lines.length;
        kept.hashes.push(hash);
        kept.starts.push(from);
        kept.lengths.push(length);
        kept.lines.push(line);
      }
    }
    lines.push(line);
    if (at >= end) break;
    at += bytes[at] === RETURN && bytes[at + 1] === FEED ? 2 : 1;
  }
  return { lines, distinct };
}

/** Whether one of the four bytes ends a line: a byte less one borrows from its high bit only where it is zero. */
function hasLineEnd(word: number): boolean {
  const feeds = word ^ ALL_FEEDS;
  const returns = word ^ ALL_RETURNS;
  return ((((feeds - ALL_ONES) & ~feeds) | ((returns - ALL_ONES) & ~returns)) & ALL_HIGH_BITS) !== 0;
}

function isSame(view: DataView, one: number, other: number, length: number): boolean {
  let at = 0;
  for (; at + WORD_BYTES <= length; at += WORD_BYTES) {
    if (view.getInt32(one + at, true) !== view.getInt32(other + at, true)) return false;
  }
  for (; at < length; at += 1) if (view.getUint8(one + at) !== view.getUint8(other + at)) return false;
  return true;
}
