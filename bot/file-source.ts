/** A file of a disk as an upload that is read piece by piece, at any place of it. */
import { createReadStream } from 'node:fs';
import { type AnyUpload, type UploadSource } from '../analyzers/index';

/** An upload that lies on a disk: plain data, which can go to another thread. */
export interface FileUpload {
  /** The name that it came under. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly modified?: string;
}

/** How much is read at once, in bytes: larger pieces gain nothing, smaller ones cost calls. */
const PIECE_BYTES = 1024 * 1024;

/** Opens nothing yet: a fault of the disk comes with the pieces. */
export function fileSource({ name, path, size, modified }: FileUpload): UploadSource {
  return {
    name,
    size,
    ...(modified === undefined ? {} : { modified }),
    chunks: () => piecesOf(path, 0, size),
    range: (start, end) => piecesOf(path, start, Math.min(end, size)),
  };
}

/** What analysers take, of what is kept in memory and of what lies on a disk. */
export const asUpload = <Kept extends AnyUpload>(upload: Kept | FileUpload): Kept | UploadSource =>
  'path' in upload ? fileSource(upload) : upload;

/** A pipe or a device: of no known size, and only read onward. */
export const pipeSource = (path: string): UploadSource => ({
  name: path,
  size: null,
  chunks: () => piecesOf(path, 0, Infinity),
});

/** The file is opened when the first piece is asked for, and closed when no more are. */
async function* piecesOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  const pieces: AsyncIterable<Buffer> = createReadStream(path, {
    ...(end === Infinity ? {} : { start, end: end - 1 }),
    highWaterMark: PIECE_BYTES,
  });
  yield* pieces;
}
