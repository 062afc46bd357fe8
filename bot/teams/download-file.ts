/** Fetches one file of a chat into memory: a plain GET without our token, bounded in size and time, and never redirected. */
import { type Upload } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { allowedDownload, type DownloadRules } from './download-hosts';
import { type FileReference } from './inbound-message';

/** The largest file that is fetched. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** The longest that one download may take, in milliseconds. */
export const DOWNLOAD_TIME_LIMIT_MS = 30_000;

/** Throws a RefusedError whose sentence names the file and says what to do. `roomBytes` is what the message may still bring. */
export async function downloadFile(
  file: FileReference,
  rules: DownloadRules,
  roomBytes = MAX_FILE_BYTES,
): Promise<Upload> {
  const { name, downloadUrl } = file;
  if (downloadUrl === null)
    throw new RefusedError(
      'no-download',
      `${name} came without an address to read it from. Attach it again, or paste its text.`,
    );
  const url = allowedDownload(downloadUrl, rules);
  if (url === null)
    throw new RefusedError(
      'host-refused',
      `${name} is kept at a place that I do not read from. Attach it in this chat, or paste its text.`,
    );
  const response = await answerOf(url, name);
  const most = Math.min(MAX_FILE_BYTES, roomBytes);
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge(name, most);
  }
  return { name, bytes: await boundedBytes(response, name, most) };
}

async function answerOf(url: URL, name: string): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(DOWNLOAD_TIME_LIMIT_MS) }).catch(
    () => {
      throw unreachable(name);
    },
  );
  if (response.ok) return response;
  await response.body?.cancel();
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

async function boundedBytes(response: Response, name: string, most: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = await reader?.read().catch(() => {
      throw unreachable(name);
    });
    if (chunk?.value === undefined) return new Uint8Array(Buffer.concat(chunks));
    size += chunk.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw tooLarge(name, most);
    }
    chunks.push(chunk.value);
  }
}

const unreachable = (name: string): RefusedError =>
  new RefusedError(
    'download-failed',
    `${name} could not be fetched within ${DOWNLOAD_TIME_LIMIT_MS / 1000} seconds. Send it again, or paste its text.`,
  );

const tooLarge = (name: string, most: number): RefusedError =>
  new RefusedError(
    'too-large',
    `${name} is larger than the ${Math.floor(most / (1024 * 1024))} MB that I read at once. Send the part around the failure, or a zip of it.`,
  );
