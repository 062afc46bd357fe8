/** Uploads in memory and uploads to be read piece by piece, as one: what looks at them asks for pieces. */
import { type Upload, type UploadSource } from '../document';

/** An upload of either kind. */
export type AnyUpload = Upload | UploadSource;

/** Pieces of what is in memory: as large as those of a disk, so that progress and cancellation are the same. */
const PIECE_BYTES = 256 * 1024;

export const isSource = (upload: AnyUpload): upload is UploadSource => 'chunks' in upload;

/** The upload as a source; of one in memory every place can be read. */
export function sourceOf(upload: AnyUpload): UploadSource {
  if (isSource(upload)) return upload;
  const { name, bytes, modified } = upload;
  return {
    name,
    size: bytes.length,
    ...(modified === undefined ? {} : { modified }),
    chunks: () => piecesOf(bytes),
    range: (start, end) => piecesOf(bytes.subarray(start, end)),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the pieces of a disk come later, those of memory are there
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}

/** The pieces of a source whose first bytes were looked at. */
export interface Opened {
  /** The first bytes, as many as were asked for, or all of a shorter one. */
  readonly head: Uint8Array;
  /** All bytes, those of the head too. Once. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Lets go of what was not read. */
  readonly close: () => Promise<void>;
}

/** Reads the first bytes of a source and keeps the place. */
export async function openSource({ chunks }: Pick<UploadSource, 'chunks'>, headBytes: number): Promise<Opened> {
  const iterator = chunks()[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < headBytes && !ended) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else {
      first.push(next.value);
      size += next.value.length;
    }
  }
  return {
    head: joined(first).subarray(0, headBytes),
    pieces: resumed(first, iterator),
    close: async () => {
      await iterator.return?.();
    },
  };
}

async function* resumed(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  yield* first;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/** One run of bytes of several; the very bytes where there is only one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}
