/** Keeps the texts of values that come again and again in a log: accounts' SIDs, GUIDs. */

/** Values up to this size are kept: a SID of a domain's account has 28 bytes. */
const MAX_KEPT_BYTES = 32;
const WORD_BYTES = 4;
const WORDS = MAX_KEPT_BYTES / WORD_BYTES;
const SLOTS = 1024;

/** Bytes and texts of values by a hash of their bytes; a slot holds the last that fell on it. */
export interface KeptValues {
  readonly words: Int32Array;
  /** Sizes in bytes, 0 for a free slot. */
  readonly sizes: Uint8Array;
  readonly texts: string[];
}

export function createKeptValues(): KeptValues {
  return {
    words: new Int32Array(SLOTS * WORDS),
    sizes: new Uint8Array(SLOTS),
    texts: new Array<string>(SLOTS).fill(''),
  };
}

/** The text that `make` makes of the bytes at an offset, which must be there; it has to depend on nothing else, for all values of one size. */
export function keptText(
  { words, sizes, texts }: KeptValues,
  view: DataView,
  at: number,
  size: number,
  make: (view: DataView, at: number, size: number) => string,
): string {
  if (size > MAX_KEPT_BYTES || size % WORD_BYTES !== 0) return make(view, at, size);
  const count = size / WORD_BYTES;
  let hash = size;
  for (let word = 0; word < count; word += 1) {
    hash = (Math.imul(hash, 31) + view.getInt32(at + WORD_BYTES * word, true)) | 0;
  }
  const slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
  const base = slot * WORDS;
  if (sizes[slot] === size) {
    let word = 0;
    while (word < count && words[base + word] === view.getInt32(at + WORD_BYTES * word, true)) word += 1;
    const kept = texts[slot];
    if (word === count && kept !== undefined) return kept;
  }
  const text = make(view, at, size);
  for (let word = 0; word < count; word += 1) words[base + word] = view.getInt32(at + WORD_BYTES * word, true);
  sizes[slot] = size;
  texts[slot] = text;
  return text;
}
