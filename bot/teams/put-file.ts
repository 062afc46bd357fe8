/** Puts a file of ours to the address that Teams gave for it: one PUT without our token, never redirected. */
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { allowedFileAddress, askFileAddress, type DownloadRules, isPrivatePlace } from './download-hosts';
import { type UploadPlace } from './file-consent';

/** A script has some kilobytes. */
const PUT_LIMIT_MS = 15_000;
/** Codes by which a service says that it cannot at the moment. */
const WORTH_ANOTHER_TRY = new Set([408, 423, 429, 500, 502, 503, 504, 509]);

/** Throws a RefusedError where it would be refused again, and a ServiceError where another attempt may succeed. */
export async function putFile(
  { uploadUrl, name }: UploadPlace,
  bytes: Buffer,
  rules: DownloadRules,
  signal: AbortSignal,
): Promise<void> {
  const url = allowedFileAddress(uploadUrl, rules);
  if (url === null) throw placeRefused(name);
  const request = {
    method: 'PUT',
    body: bytes,
    // The whole file as the one range of it (Microsoft Graph, createUploadSession).
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(PUT_LIMIT_MS)]),
  } as const;
  const response = await askFileAddress(url, request, rules).catch((error: unknown) => {
    if (isPrivatePlace(error)) throw placeRefused(name);
    throw new ServiceError('put-failed', 'The place of a file does not answer.', error);
  });
  await response.body?.cancel();
  if (response.ok) return;
  if (WORTH_ANOTHER_TRY.has(response.status)) {
    throw new ServiceError('put-failed', `The place of a file answers ${response.status}.`);
  }
  // A place that has its file, or has waited too long, is gone.
  throw new RefusedError(
    'put-refused',
    `${name} could not be put among your files: the place for it has lapsed. Write script to be asked again.`,
  );
}

const placeRefused = (name: string): RefusedError =>
  new RefusedError(
    'host-refused',
    `${name} was to be put at a place that I do not write to. Use the line to paste, or the whole script on the card.`,
  );
