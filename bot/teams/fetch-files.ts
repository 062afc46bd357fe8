/** Fetches all files of one message: one that fails becomes a report with its reason, and the others are still answered. */
import { type Upload, type UploadReport } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { downloadFile, MAX_FILE_BYTES } from './download-file';
import { type DownloadRules } from './download-hosts';
import { type FileReference } from './inbound-message';

/** More files than these in one message are not fetched. */
export const MAX_FILES_PER_MESSAGE = 20;
/** What all files of one message may weigh together. */
export const MAX_MESSAGE_BYTES = 2 * MAX_FILE_BYTES;

export interface Fetched {
  readonly uploads: readonly Upload[];
  readonly refused: readonly UploadReport[];
}

/** One after the other, so that memory holds what the limits say and no more. */
export async function fetchFiles(files: readonly FileReference[], rules: DownloadRules): Promise<Fetched> {
  const uploads: Upload[] = [];
  const refused: UploadReport[] = [];
  let room = MAX_MESSAGE_BYTES;
  for (const [index, file] of files.entries()) {
    const fetched = index < MAX_FILES_PER_MESSAGE ? await fetchOne(file, rules, room) : refusal(file, tooMany(file));
    if ('bytes' in fetched && fetched.bytes instanceof Uint8Array) {
      room -= fetched.bytes.byteLength;
      uploads.push({ name: fetched.name, bytes: fetched.bytes });
    } else if ('status' in fetched) refused.push(fetched);
  }
  return { uploads, refused };
}

async function fetchOne(file: FileReference, rules: DownloadRules, room: number): Promise<Upload | UploadReport> {
  try {
    return await downloadFile(file, rules, room);
  } catch (error) {
    if (error instanceof RefusedError) return refusal(file, error);
    throw error;
  }
}

const tooMany = ({ name }: FileReference): RefusedError =>
  new RefusedError(
    'too-many-files',
    `${name} was not read: I read ${MAX_FILES_PER_MESSAGE} files of one message. Send it in another message, or all of them in one zip.`,
  );

const refusal = ({ name }: FileReference, error: RefusedError): UploadReport => ({
  name,
  bytes: 0,
  sha256: '',
  status: 'rejected',
  encoding: null,
  language: null,
  readings: [],
  problems: [{ code: error.code, message: error.message }],
});
