/** Fetches one file of a chat: a plain GET without our token, bounded in size and time, never redirected; a large one goes to the disk. */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type PoolUpload } from '../workers/analysis-task';
import { allowedFileAddress, type DownloadRules } from './download-hosts';
import { type FileReference } from './inbound-message';
import { askedToWaitMs, WaitError } from './wait-error';

/** The largest file that is fetched: an event log of the size that Windows keeps by default on a busy server, or a zip of larger ones. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** The largest file that is kept in memory; what is larger lies on the disk until it was read. */
export const MAX_HELD_FILE_BYTES = 32 * 1024 * 1024;
/** How long a download may take besides the time for what has come, in milliseconds. */
export const DOWNLOAD_TIME_LIMIT_MS = 30_000;
/** What every megabyte that came adds to it, in milliseconds. */
const TIME_LIMIT_MS_PER_MEGABYTE = 1000;
const MEGABYTE = 1024 * 1024;

export interface Room {
  /** What the message may still bring, and how much of it in memory. */
  readonly bytes: number;
  readonly heldBytes: number;
  /** Names a new file for what is too large for the memory. */
  readonly newFile: () => Promise<string>;
}

/** Throws a RefusedError whose sentence names the file and says what to do, and a WaitError where its place asks to wait. */
export async function downloadFile(file: FileReference, rules: DownloadRules, room: Room): Promise<PoolUpload> {
  const { name, downloadUrl } = file;
  if (downloadUrl === null)
    throw new RefusedError(
      'no-download',
      `${name} came without an address to read it from. Attach it again, or paste its text.`,
    );
  const url = allowedFileAddress(downloadUrl, rules);
  if (url === null) throw hostRefused(name);
  return receiveFile(name, (signal) => answerOf(url, name, signal), room);
}

/** Reads the body of an answer within the bounds. Throws as `downloadFile` does. */
export async function receiveFile(
  name: string,
  ask: (signal: AbortSignal) => Promise<Response>,
  room: Room,
): Promise<PoolUpload> {
  const limit = timeLimit();
  try {
    const response = await ask(limit.signal);
    const most = Math.min(MAX_FILE_BYTES, room.bytes);
    if (Number(response.headers.get('content-length') ?? 0) > most) {
      await response.body?.cancel();
      throw tooLarge(name, most);
    }
    return await received(name, boundedChunks(response, name, most, limit.extend), room);
  } finally {
    limit.end();
  }
}

/** A limit that grows with what has come: a slow line may be slow, a silent one not for long. */
function timeLimit(): {
  readonly signal: AbortSignal;
  readonly extend: (bytes: number) => void;
  readonly end: () => void;
} {
  const aborting = new AbortController();
  const begun = performance.now();
  const at = (bytes: number): NodeJS.Timeout =>
    setTimeout(
      () => aborting.abort(),
      begun + DOWNLOAD_TIME_LIMIT_MS + (bytes / MEGABYTE) * TIME_LIMIT_MS_PER_MEGABYTE - performance.now(),
    );
  let timer = at(0);
  return {
    signal: aborting.signal,
    extend: (bytes) => {
      clearTimeout(timer);
      timer = at(bytes);
    },
    end: () => clearTimeout(timer),
  };
}

async function answerOf(url: URL, name: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', signal }).catch(() => {
    throw unreachable(name);
  });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status === 429 || response.status === 503) {
    throw new WaitError('throttled', askedToWaitMs(response.headers, Date.now()));
  }
  if (response.status >= 300 && response.status < 400) {
    throw new RefusedError(
      'redirect-refused',
      `The place that keeps ${name} points to another one, where I do not follow. Attach it again, or paste its text.`,
    );
  }
  // The credential in the address lapses after minutes and cannot be renewed (@microsoft/teams.apps, files/errors).
  const lapsed = [401, 403, 404, 410].includes(response.status);
  throw lapsed
    ? new RefusedError('download-lapsed', `The address of ${name} has lapsed. Send the file again.`)
    : unreachable(name);
}

async function* boundedChunks(
  response: Response,
  name: string,
  most: number,
  came: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = response.body?.getReader();
  let size = 0;
  try {
    for (;;) {
      const chunk = await reader?.read().catch(() => {
        throw unreachable(name);
      });
      if (chunk?.value === undefined) return;
      size += chunk.value.byteLength;
      if (size > most) throw tooLarge(name, most);
      came(size);
      yield chunk.value;
    }
  } finally {
    // Of a body that was read to its end nothing is left to cancel; of any other the connection is let go.
    await reader?.cancel().catch(() => undefined);
  }
}

async function received(name: string, chunks: AsyncIterable<Uint8Array>, room: Room): Promise<PoolUpload> {
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
    throw new ServiceError('upload-not-kept', 'A fetched file could not be written to the disk.', error);
  }
}

export const hostRefused = (name: string): RefusedError =>
  new RefusedError(
    'host-refused',
    `${name} is kept at a place that I do not read from. Attach it in this chat, or paste its text.`,
  );

const unreachable = (name: string): RefusedError =>
  new RefusedError(
    'download-failed',
    `${name} could not be fetched in time (${DOWNLOAD_TIME_LIMIT_MS / 1000} seconds, and one for each MB). Send it again, or paste its text.`,
  );

export const tooLarge = (name: string, most: number): RefusedError =>
  new RefusedError(
    'too-large',
    `${name} is larger than the ${Math.floor(most / MEGABYTE)} MB that I read at once. Send the part around the failure, or a zip of it.`,
  );
