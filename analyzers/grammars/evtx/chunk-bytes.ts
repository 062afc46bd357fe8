/** A chunk of 64 KiB as it is read: its bytes, numbers in them, and text. */
import { damaged } from './damage';
import { type WorkBudget } from './work-budget';

/** A chunk is self-contained: every offset in it counts from its beginning. */
export const CHUNK_BYTES = 65_536;

export interface ChunkBytes {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** How many bytes there are: less than a chunk only at the end of a file that was cut off. */
  readonly size: number;
  readonly budget: WorkBudget;
  /** The names that were read, by their offset: most are written once a chunk and referred to. */
  readonly names: Map<number, string>;
}

/** The longest name of an element or attribute; those of Windows' manifests stay far below. */
const MAX_NAME_CHARACTERS = 512;

export function chunkBytes(bytes: Uint8Array, budget: WorkBudget): ChunkBytes {
  return {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    size: bytes.byteLength,
    budget,
    names: new Map(),
  };
}

/** The name that is stored at an offset: four bytes of a list, a hash, its length, its characters. */
export function nameAt(chunk: ChunkBytes, offset: number): string {
  const known = chunk.names.get(offset);
  if (known !== undefined) return known;
  const characters = chunk.view.getUint16(offset + 6, true);
  if (characters > MAX_NAME_CHARACTERS) damaged();
  const name = utf16Text(chunk, offset + 8, 2 * characters);
  chunk.names.set(offset, name);
  return name;
}

/** UTF-16LE text of so many bytes, without the zeros that end some. */
export function utf16Text(chunk: ChunkBytes, at: number, bytes: number): string {
  let end = at + (bytes & ~1);
  if (end > chunk.size) damaged();
  while (end > at && chunk.bytes[end - 1] === 0 && chunk.bytes[end - 2] === 0) end -= 2;
  return end === at ? '' : chunk.bytes.toString('utf16le', at, end);
}

/** Whether the UTF-16LE text at an offset is this one. */
export function isTextAt(chunk: ChunkBytes, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (chunk.view.getUint16(at + 2 * index, true) !== text.charCodeAt(index)) return false;
  }
  return true;
}
