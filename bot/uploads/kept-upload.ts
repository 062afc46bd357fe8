/** Keeps the bytes of one upload as they come: a small one in memory, a large one on the disk. */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { type UploadReport } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type PoolUpload } from '../workers/analysis-task';
import { MAX_HELD_FILE_BYTES } from './upload-bounds';

export interface Room {
  /** What the message may still bring, and how much of it in memory. */
  readonly bytes: number;
  readonly heldBytes: number;
  /** Names a new file for what is too large for the memory. */
  readonly newFile: () => Promise<string>;
}

/** Rejects with what the pieces reject with, and with a ServiceError `upload-not-kept` where the disk does not take it. */
export async function keptUpload(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  room: Omit<Room, 'bytes'>,
): Promise<PoolUpload> {
  const most = Math.min(MAX_HELD_FILE_BYTES, room.heldBytes);
  const held: Uint8Array[] = [];
  let size = 0;
  let file: { readonly path: string; readonly stream: ReturnType<typeof createWriteStream> } | null = null;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (file === null && size <= most) {
        held.push(chunk);
        continue;
      }
      if (file === null) {
        const path = await room.newFile();
        file = { path, stream: createWriteStream(path, { flags: 'wx', mode: 0o600 }) };
        for (const before of held.splice(0)) await written(file.stream, before);
      }
      await written(file.stream, chunk);
    }
    if (file === null) return { name, bytes: new Uint8Array(Buffer.concat(held)) };
    await written(file.stream, null);
    return { name, path: file.path, size };
  } catch (error) {
    file?.stream.destroy();
    throw error;
  }
}

/** Waits until the disk has taken it; `null` ends the file. */
async function written(stream: ReturnType<typeof createWriteStream>, chunk: Uint8Array | null): Promise<void> {
  try {
    if (chunk === null) {
      stream.end();
      await finished(stream);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      stream.write(chunk, (error) => {
        stream.removeListener('error', reject);
        if (error) reject(error);
        else resolve();
      });
    });
  } catch (error) {
    throw new ServiceError('upload-not-kept', 'An upload could not be written to the disk.', error);
  }
}

/** `most` in bytes. */
export const tooLarge = (name: string, most: number): RefusedError =>
  new RefusedError(
    'too-large',
    `${name} is larger than the ${Math.floor(most / (1024 * 1024))} MB that I read at once. Send the part around the failure, or a zip of it.`,
  );

/** The report of a file that was refused before anybody looked into it. */
export const refusal = ({ name }: { readonly name: string }, error: RefusedError): UploadReport => ({
  name,
  bytes: 0,
  sha256: '',
  status: 'rejected',
  encoding: null,
  language: null,
  readings: [],
  problems: [{ code: error.code, message: error.message }],
});
