/** Walks the records of a chunk, and what is left of a damaged one. */
import { crc32 } from 'node:zlib';
import { CHUNK_BYTES, type ChunkBytes } from './chunk-bytes';
import { endsWithItsSize, MIN_RECORD_BYTES, RECORD_MAGIC, recoverRecords, recordNumber } from './record-search';
import { note, type ReadingState } from './reading-state';
import { RECORD_SIZE_AT } from './record-decoder';
import { type RecordReader } from './record-reader';

export const CHUNK_HEADER_BYTES = 512;
const CHUNK_MAGIC = Buffer.from('ElfChnk\0', 'latin1');
const ZEROS = Buffer.alloc(CHUNK_BYTES);
/** Places in a chunk's header. */
const HEADER_SIZE_AT = 40;
const HEADER_SIZE = 128;
const LAST_RECORD_AT = 44;
const FREE_SPACE_AT = 48;
const RECORDS_CHECKSUM_AT = 52;
const FLAGS_AT = 120;
const NO_CHECKSUMS = 4;
const CHECKSUM_AT = 124;
const TABLES_AT = 128;

/**
 * Reads what these bytes hold, a chunk as a rule, and returns how many of them are done with: fewer than all where the next chunk begins early,
 * because bytes were lost.
 */
export function readWindow(chunk: ChunkBytes, state: ReadingState, records: RecordReader): number {
  records.begin(chunk);
  if (isChunkAt(chunk, 0)) return walkChunk(chunk, state, records);
  if (isZero(chunk, 0)) return chunk.size;
  note(state, 'damaged-chunk');
  const next = findChunk(chunk, 1);
  const end = next < 0 ? chunk.size : next;
  recoverRecords(chunk, 0, end, records);
  return end;
}

function walkChunk(chunk: ChunkBytes, state: ReadingState, records: RecordReader): number {
  const { view, size } = chunk;
  if (size < CHUNK_HEADER_BYTES) return cutOff(chunk, state);
  state.chunks += 1;
  const stated = view.getUint32(FREE_SPACE_AT, true);
  const isKnown = stated >= CHUNK_HEADER_BYTES && stated <= CHUNK_BYTES;
  const free = isKnown ? stated : CHUNK_HEADER_BYTES;
  const before = state.decoded + state.noted;
  const done = walkRecords(chunk, state, records, free, isKnown);
  const matters = state.decoded + state.noted > before;
  if (state.hasChecksums && !hasGoodChecksums(chunk, free, matters)) note(state, 'checksum');
  return done;
}

/** Reads the records up to the free space, and behind it those that the header does not count yet. */
function walkRecords(
  chunk: ChunkBytes,
  state: ReadingState,
  records: RecordReader,
  free: number,
  isKnown: boolean,
): number {
  const { view, size } = chunk;
  let position = CHUNK_HEADER_BYTES;
  let last = 0;
  while (position + MIN_RECORD_BYTES <= size && view.getUint32(position, true) === RECORD_MAGIC) {
    const bytes = view.getUint32(position + RECORD_SIZE_AT, true);
    if (bytes < MIN_RECORD_BYTES || position + bytes > CHUNK_BYTES) break;
    if (position + bytes > size) return cutOff(chunk, state);
    if (position >= free && !goesOn(chunk, last, position, bytes)) return size;
    records.read(position, bytes);
    last = position;
    position += bytes;
  }
  if (position >= free && isKnown) return size;
  const isEmptyBehind = isZero(chunk, position);
  if (position >= free && isEmptyBehind) return size;
  // An archived log may state the end of the chunk as its free space.
  if (isEmptyBehind && last >= view.getUint32(LAST_RECORD_AT, true) && size === CHUNK_BYTES) return size;
  if (size < CHUNK_BYTES && position + MIN_RECORD_BYTES > size) return cutOff(chunk, state);
  return walkDamaged(chunk, state, records, last, position);
}

/**
 * Whether a record behind the end that the header states is of now: Windows writes the header last. What does not go on counting is of an earlier
 * use of the chunk.
 */
function goesOn(chunk: ChunkBytes, last: number, position: number, bytes: number): boolean {
  if (!endsWithItsSize(chunk, position, bytes)) return false;
  return last === 0 || recordNumber(chunk, position) === recordNumber(chunk, last) + 1n;
}

function walkDamaged(
  chunk: ChunkBytes,
  state: ReadingState,
  records: RecordReader,
  last: number,
  position: number,
): number {
  note(state, 'damaged-records');
  const lastBytes = position - last;
  const from = last > 0 && !endsWithItsSize(chunk, last, lastBytes) ? last + MIN_RECORD_BYTES : position;
  const next = findChunk(chunk, from);
  const end = next < 0 ? chunk.size : next;
  recoverRecords(chunk, from, end, records);
  return end;
}

function cutOff({ size }: ChunkBytes, state: ReadingState): number {
  note(state, 'truncated');
  return size;
}

/** Whether a chunk begins at an offset: in the middle of bytes its header must say its own size, which a text like the magic does not. */
function isChunkAt({ bytes, view, size }: ChunkBytes, at: number): boolean {
  if (at + CHUNK_MAGIC.length > size || bytes.compare(CHUNK_MAGIC, 0, 8, at, at + 8) !== 0) return false;
  return at === 0 || at + CHUNK_HEADER_BYTES > size || view.getUint32(at + HEADER_SIZE_AT, true) === HEADER_SIZE;
}

/** Where the next chunk begins; -1 where none does. */
function findChunk(chunk: ChunkBytes, from: number): number {
  for (let at = chunk.bytes.indexOf(CHUNK_MAGIC, from); at >= 0; at = chunk.bytes.indexOf(CHUNK_MAGIC, at + 1)) {
    if (isChunkAt(chunk, at)) return at;
  }
  return -1;
}

function isZero({ bytes, size }: ChunkBytes, from: number): boolean {
  return from >= size || bytes.compare(ZEROS, 0, size - from, from, size) === 0;
}

/**
 * One checksum is of the header without its flags and itself, one of the records up to the free space: that takes half of a filtered reading, and is
 * looked at only where an event was taken from the chunk or something is odd.
 */
function hasGoodChecksums({ bytes, view, size }: ChunkBytes, free: number, withRecords: boolean): boolean {
  if ((view.getUint32(FLAGS_AT, true) & NO_CHECKSUMS) !== 0) return true;
  const tables = bytes.subarray(TABLES_AT, CHUNK_HEADER_BYTES);
  const header = crc32(tables, crc32(bytes.subarray(0, FLAGS_AT)));
  if (header !== view.getUint32(CHECKSUM_AT, true)) return false;
  if (!withRecords || free > size) return true;
  return crc32(bytes.subarray(CHUNK_HEADER_BYTES, free)) === view.getUint32(RECORDS_CHECKSUM_AT, true);
}
