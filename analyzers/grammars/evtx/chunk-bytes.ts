/** A chunk of 64 KiB as it is read: its bytes, numbers in them, names and text. */
import { damaged } from './damage';
import { createKeptValues, type KeptValues } from './kept-values';
import { type WorkBudget } from './work-budget';

/** A chunk is self-contained: every offset in it counts from its beginning. */
export const CHUNK_BYTES = 65_536;
/** The longest name of an element or attribute; those of Windows' manifests stay far below. */
const MAX_NAME_CHARACTERS = 512;
/** Before a name's characters: the offset of the next, a hash, the length. */
export const NAME_LENGTH_AT = 6;
export const NAME_TEXT_AT = 8;
/** All of a name but its characters: they end with a zero. */
export const NAME_FRAME_BYTES = 10;

/** Texts up to this length are kept, as most of a log's are the same few: names, accounts, computers, `%%` codes. */
const MAX_KEPT_CHARACTERS = 96;
const KEPT_TEXTS = 8192;
/** A text whose characters all fit a byte is made of bytes: V8 keeps it in half the memory, and writes it as JSON in half the time. */
const LAST_BYTE = 0xff;
const narrow = Buffer.alloc(MAX_KEPT_CHARACTERS);

/** What a reader uses again for every chunk. */
export interface Workplace {
  readonly budget: WorkBudget;
  /** Texts that were met, by a hash of their characters. */
  readonly texts: string[];
  /** SIDs that were met. */
  readonly sids: KeptValues;
  /** Where the values of the template instances that are being read are, the innermost last. */
  readonly offsets: Int32Array;
}

export interface ChunkBytes extends Workplace {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** How many bytes there are: less than a chunk only at the end of a file that was cut off. */
  readonly size: number;
}

export function createWorkplace(budget: WorkBudget): Workplace {
  return {
    budget,
    texts: new Array<string>(KEPT_TEXTS).fill(''),
    sids: createKeptValues(),
    offsets: new Int32Array(CHUNK_BYTES),
  };
}

export function chunkBytes(bytes: Uint8Array, { budget, texts, sids, offsets }: Workplace): ChunkBytes {
  return {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    size: bytes.byteLength,
    budget,
    texts,
    sids,
    offsets,
  };
}

/** The name that is stored at an offset. */
export function nameAt(chunk: ChunkBytes, offset: number): string {
  const characters = chunk.view.getUint16(offset + NAME_LENGTH_AT, true);
  if (characters > MAX_NAME_CHARACTERS) damaged();
  return utf16Text(chunk, offset + NAME_TEXT_AT, 2 * characters);
}

/** UTF-16LE text of so many bytes, without the zeros that end some. */
export function utf16Text(chunk: ChunkBytes, at: number, bytes: number): string {
  const { view } = chunk;
  let characters = bytes >> 1;
  if (at + bytes > chunk.size) damaged();
  while (characters > 0 && view.getUint16(at + 2 * characters - 2, true) === 0) characters -= 1;
  if (characters === 0) return '';
  if (characters > MAX_KEPT_CHARACTERS) return chunk.bytes.toString('utf16le', at, at + 2 * characters);
  let hash = characters;
  let bits = 0;
  for (let index = 0; index < characters; index += 1) {
    const character = view.getUint16(at + 2 * index, true);
    hash = (Math.imul(hash, 31) + character) | 0;
    bits |= character;
  }
  const slot = (hash ^ (hash >>> 13)) & (KEPT_TEXTS - 1);
  const kept = chunk.texts[slot] ?? '';
  if (kept.length === characters && isTextAt(chunk, at, kept)) return kept;
  const text =
    bits > LAST_BYTE ? chunk.bytes.toString('utf16le', at, at + 2 * characters) : narrowText(chunk, at, characters);
  chunk.texts[slot] = text;
  return text;
}

function narrowText({ bytes }: ChunkBytes, at: number, characters: number): string {
  for (let index = 0; index < characters; index += 1) narrow[index] = bytes[at + 2 * index] ?? 0;
  return narrow.toString('latin1', 0, characters);
}

/** Whether the UTF-16LE text at an offset is this one. */
export function isTextAt({ view }: ChunkBytes, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (view.getUint16(at + 2 * index, true) !== text.charCodeAt(index)) return false;
  }
  return true;
}
