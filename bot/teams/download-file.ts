/** Fetches one file of a chat: a plain GET without our token, bounded in size and time, never redirected; a large one goes to the disk. */
import { RefusedError } from '../refused-error';
import { keptUpload, type Room, tooLarge } from '../uploads/kept-upload';
import { MAX_FILE_BYTES, TRANSFER_TIME_LIMIT_MS, transferTimeLimit } from '../uploads/upload-bounds';
import { type PoolUpload } from '../workers/analysis-task';
import { allowedFileAddress, askFileAddress, type DownloadRules, isPrivatePlace } from './download-hosts';
import { type FileReference } from './inbound-message';
import { askedToWaitMs, WaitError } from './wait-error';

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
  return receiveFile(name, (signal) => answerOf(url, name, rules, signal), room);
}

/** Reads the body of an answer within the bounds. Throws as `downloadFile` does. */
export async function receiveFile(
  name: string,
  ask: (signal: AbortSignal) => Promise<Response>,
  room: Room,
): Promise<PoolUpload> {
  const limit = transferTimeLimit();
  try {
    const response = await ask(limit.signal);
    const most = Math.min(MAX_FILE_BYTES, room.bytes);
    if (Number(response.headers.get('content-length') ?? 0) > most) {
      await response.body?.cancel();
      throw tooLarge(name, most);
    }
    return await keptUpload(name, boundedChunks(response, name, most, limit.extend), room);
  } finally {
    limit.end();
  }
}

async function answerOf(url: URL, name: string, rules: DownloadRules, signal: AbortSignal): Promise<Response> {
  const response = await askFileAddress(url, { method: 'GET', signal }, rules).catch((error: unknown) => {
    throw isPrivatePlace(error) ? hostRefused(name) : unreachable(name);
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

export const hostRefused = (name: string): RefusedError =>
  new RefusedError(
    'host-refused',
    `${name} is kept at a place that I do not read from. Attach it in this chat, or paste its text.`,
  );

const unreachable = (name: string): RefusedError =>
  new RefusedError(
    'download-failed',
    `${name} could not be fetched in time (${TRANSFER_TIME_LIMIT_MS / 1000} seconds, and one for each MB). Send it again, or paste its text.`,
  );
