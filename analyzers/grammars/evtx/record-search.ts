/** Finds records where nothing says where they are: by their signature, and their size that stands at both ends. */
import { CHUNK_BYTES, type ChunkBytes } from './chunk-bytes';
import { RECORD_NUMBER_AT, RECORD_SIZE_AT } from './record-decoder';
import { type RecordReader } from './record-reader';

/** `**` and two zeros. */
export const RECORD_MAGIC = 0x2a2a;
const RECORD_MAGIC_BYTES = Buffer.from([0x2a, 0x2a, 0, 0]);
/** Header, fragment header, a token, and the size once more. */
export const MIN_RECORD_BYTES = 33;

export function endsWithItsSize({ view, size }: ChunkBytes, at: number, bytes: number): boolean {
  return at + bytes <= size && view.getUint32(at + bytes - 4, true) === bytes;
}

export function recordNumber({ view }: ChunkBytes, at: number): bigint {
  return view.getBigUint64(at + RECORD_NUMBER_AT, true);
}

/** Hands over what looks like a record between two offsets of a damaged chunk; one that lost its signature is found where a search begins. */
export function recoverRecords(chunk: ChunkBytes, from: number, to: number, records: RecordReader): void {
  const { bytes } = chunk;
  let at = from;
  while (at >= 0 && at + MIN_RECORD_BYTES <= to) {
    const size = recordSize(chunk, at, to);
    if (size > 0 && records.recover(at, size)) at += size;
    else at = bytes.indexOf(RECORD_MAGIC_BYTES, at + 1);
  }
}

/** The size of the record that may begin at an offset; 0 where none does. */
function recordSize(chunk: ChunkBytes, at: number, to: number): number {
  const size = chunk.view.getUint32(at + RECORD_SIZE_AT, true);
  if (size < MIN_RECORD_BYTES || size > CHUNK_BYTES || at + size > to) return 0;
  return endsWithItsSize(chunk, at, size) ? size : 0;
}
