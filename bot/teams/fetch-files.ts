/** Fetches all files of one message: one that fails becomes a report with its reason, and the others are still answered. */
import { type UploadReport } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { type PoolUpload } from '../workers/analysis-task';
import { downloadFile, MAX_FILE_BYTES, MAX_HELD_FILE_BYTES, type Room } from './download-file';
import { type DownloadRules } from './download-hosts';
import { type FileReference } from './inbound-message';
import { type LinkedFile } from './linked-file';
import { createUploadFolder } from './upload-folder';

/** More files than these in one message are not fetched. */
export const MAX_FILES_PER_MESSAGE = 20;
/** What all files of one message may weigh together. */
export const MAX_MESSAGE_BYTES = MAX_FILE_BYTES;
/** What of it is kept in memory; the others lie on the disk until they were read. */
export const MAX_MESSAGE_HELD_BYTES = 2 * MAX_HELD_FILE_BYTES;

export interface Fetched {
  readonly uploads: readonly PoolUpload[];
  readonly refused: readonly UploadReport[];
  /** Removes what lies on the disk; called when the uploads were read. Never rejects. */
  readonly release: () => Promise<void>;
}

/** Reads a file of which the message has only a link. */
export type ReadLinked = (file: Pick<LinkedFile, 'name' | 'link'>, room: Room) => Promise<PoolUpload>;

/** One after the other, so that memory holds what the limits say and no more. What it rejects with leaves nothing on the disk. */
export async function fetchFiles(
  files: readonly FileReference[],
  rules: DownloadRules,
  readLinked: ReadLinked | null = null,
): Promise<Fetched> {
  const uploads: PoolUpload[] = [];
  const refused: UploadReport[] = [];
  const folder = createUploadFolder();
  let [bytes, heldBytes] = [MAX_MESSAGE_BYTES, MAX_MESSAGE_HELD_BYTES];
  try {
    for (const [index, file] of files.entries()) {
      const room = { bytes, heldBytes, newFile: folder.newFile };
      const fetched =
        index < MAX_FILES_PER_MESSAGE ? await fetchOne(file, rules, room, readLinked) : refusal(file, tooMany(file));
      if ('status' in fetched) {
        refused.push(fetched);
        continue;
      }
      uploads.push(fetched);
      bytes -= 'path' in fetched ? fetched.size : fetched.bytes.byteLength;
      heldBytes -= 'path' in fetched ? 0 : fetched.bytes.byteLength;
    }
  } catch (error) {
    await folder.remove();
    throw error;
  }
  return { uploads, refused, release: folder.remove };
}

async function fetchOne(
  file: FileReference,
  rules: DownloadRules,
  room: Room,
  readLinked: ReadLinked | null,
): Promise<PoolUpload | UploadReport> {
  const { name, downloadUrl, link } = file;
  try {
    if (downloadUrl === null && link !== undefined && readLinked !== null)
      return await readLinked({ name, link }, room);
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
