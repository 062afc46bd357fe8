/** A chunk of 64 KiB as it is read: its bytes, numbers in them, names and text. */
import { damaged } from './damage';
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
const MAX_KEPT_CHARACTERS = 48;
const KEPT_TEXTS = 8192;

/** What a reader uses again for every chunk. */
export interface Workplace {
  readonly budget: WorkBudget;
  /** Texts that were met, by a hash of their characters. */
  readonly texts: string[];
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
  return { budget, texts: new Array<string>(KEPT_TEXTS).fill(''), offsets: new Int32Array(CHUNK_BYTES) };
}

export function chunkBytes(bytes: Uint8Array, { budget, texts, offsets }: Workplace): ChunkBytes {
  return {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    size: bytes.byteLength,
    budget,
    texts,
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
  for (let index = 0; index < characters; index += 1) {
    hash = (Math.imul(hash, 31) + view.getUint16(at + 2 * index, true)) | 0;
  }
  const slot = (hash ^ (hash >>> 13)) & (KEPT_TEXTS - 1);
  const kept = chunk.texts[slot] ?? '';
  if (kept.length === characters && isTextAt(chunk, at, kept)) return kept;
  const text = chunk.bytes.toString('utf16le', at, at + 2 * characters);
  chunk.texts[slot] = text;
  return text;
}

/** Whether the UTF-16LE text at an offset is this one. */
export function isTextAt({ view }: ChunkBytes, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (view.getUint16(at + 2 * index, true) !== text.charCodeAt(index)) return false;
  }
  return true;
}
