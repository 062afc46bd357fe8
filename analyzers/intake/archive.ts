/** The directory of a zip archive, read by random access, and the contents of its members as streams that are checked. */
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { decode } from 'iconv-lite';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type UploadSource } from '../document';
import { MAX_ARCHIVE_ENTRIES } from './bounds';
import { corruptMember, failing, packedOtherwise } from './refusal';
import { joined } from './source';

/** A source of which every place can be read. */
export interface SeekableSource extends UploadSource {
  readonly size: number;
  readonly range: NonNullable<UploadSource['range']>;
}

/** One file or folder of an archive, as its directory says. */
export interface ArchiveEntry {
  /** A relative path that leads nowhere else, with a slash at its end where it is a folder. */
  readonly path: string;
  /** Unpacked and packed, in bytes; `content` is refused where it has another size. */
  readonly size: number;
  readonly packedSize: number;
  /** File time without a zone, to two seconds. */
  readonly modified: string | null;
  readonly isEncrypted: boolean;
  /** The unpacked bytes. Throws a refusal where they are not as the directory says. */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** Of a member's path, as many last parts and characters are kept as a person would recognise it by. */
const MAX_PATH_PARTS = 32;
const MAX_PATH_CHARACTERS = 500;
/** Large enough that the thread pool of zlib costs little, small enough to hold several. */
const INFLATED_PIECE_BYTES = 256 * 1024;
/** Of so few packed bytes that unpack to so few a stream would cost far more than the unpacking; an archive may have two thousand of them. */
const SMALL_PACKED_BYTES = 16 * 1024;
const SMALL_BYTES = 256 * 1024;
const DEFLATED = 8;
const STORED = 0;

/** The number of entries that the archive says it has, and the entries in its order. Throws where the directory is damaged. */
export async function openArchive(source: SeekableSource): Promise<{
  readonly count: number;
  readonly entries: readonly ArchiveEntry[];
}> {
  // Sizes are checked here, member by member: the library gives the whole archive up for one that lies.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
  const zip = await fromRandomAccessReaderPromise(readerOf(source), source.size, options);
  const entries: ArchiveEntry[] = [];
  if (zip.entryCount > MAX_ARCHIVE_ENTRIES) return { count: zip.entryCount, entries };
  for await (const entry of zip.eachEntry()) entries.push(entryOf(source, zip, entry));
  return { count: zip.entryCount, entries };
}

/** The library asks for a subclass; an object with the two functions that it would override does the same. */
function readerOf({ range }: SeekableSource): RandomAccessReader {
  const reader = Reflect.construct(RandomAccessReader, []) as RandomAccessReader; // typed as abstract, and made so by the library itself
  return Object.assign(reader, {
    read: (
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      done: (error: Error | null) => void,
    ): void => {
      gathered(range(position, position + length)).then(
        (bytes) => {
          buffer.set(bytes.subarray(0, length), offset);
          done(bytes.length < length ? new Error('The archive ends early.') : null);
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joined(all);
}

function entryOf(source: SeekableSource, zip: ZipFile, entry: Entry): ArchiveEntry {
  const { compressedSize, uncompressedSize: size, compressionMethod: method, crc32: checksum } = entry;
  const path = memberPath(entry.fileNameRaw);
  // Two thousand names, comments and extra fields of hostile length would fill the memory that a text may have.
  Object.assign(entry, LET_GO);
  return {
    path,
    size,
    packedSize: compressedSize,
    modified: fileTime(entry),
    isEncrypted: entry.isEncrypted(),
    content: () => contentOf(source, zip, entry, { size, checksum, method }),
  };
}

const LET_GO = {
  fileName: '',
  fileNameRaw: Buffer.alloc(0),
  extraFieldRaw: Buffer.alloc(0),
  extraFields: [],
  fileComment: '',
  fileCommentRaw: Buffer.alloc(0),
};

interface Expected {
  readonly size: number;
  readonly checksum: number;
  readonly method: number;
}

async function* contentOf(
  source: SeekableSource,
  zip: ZipFile,
  entry: Entry,
  { size, checksum, method }: Expected,
): AsyncGenerator<Uint8Array> {
  if (method !== STORED && method !== DEFLATED) throw failing(packedOtherwise);
  let seen = 0;
  let sum = 0;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = source.range(fileDataStart, fileDataStart + entry.compressedSize);
    const isSmall = entry.compressedSize <= SMALL_PACKED_BYTES && size <= SMALL_BYTES;
    const unpacked = method === STORED ? packed : isSmall ? inflatedAtOnce(packed, size) : inflated(packed);
    for await (const piece of unpacked) {
      seen += piece.length;
      if (seen > size) break;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch {
    throw failing(corruptMember);
  }
  if (seen !== size || sum !== checksum) throw failing(corruptMember);
}

/** A stream that is left early lets go of what feeds it, so a fault of the pipeline is one of the stream, where it is seen. */
const inflated = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(packed, createInflateRaw({ chunkSize: INFLATED_PIECE_BYTES }), () => undefined);

/** Throws where more than `size` bytes come of it. */
async function* inflatedAtOnce(packed: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  // Zero would be no bound but an error of the call.
  yield inflateRawSync(await gathered(packed), { maxOutputLength: Math.max(1, size) });
}

/** A path as it is shown: old archives carry the OEM page and backslashes; nothing is ever written to it. */
function memberPath(raw: Buffer): string {
  const utf8 = raw.subarray(-4 * MAX_PATH_CHARACTERS).toString('utf8');
  const name = utf8.includes('\ufffd') ? decode(raw.subarray(-MAX_PATH_CHARACTERS), 'cp850') : utf8;
  const isFolder = /[\\/]$/.test(name);
  const parts = name
    .slice(-MAX_PATH_CHARACTERS)
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-MAX_PATH_PARTS);
  return parts.join('/') + (isFolder ? '/' : '');
}

/** Archives keep local time without a zone, in steps of two seconds, from 1980 on; 1980 itself is what programs write who have none. */
function fileTime(entry: Entry): string | null {
  const time = entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true });
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1981 ? null : time.toISOString().slice(0, 19);
}
