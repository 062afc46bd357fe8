/** Fetches all files of one message: one that fails becomes a report with its reason, and the others are still answered. */
import { type UploadReport } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { refusal, type Room } from '../uploads/kept-upload';
import { MAX_FILES_PER_MESSAGE, MAX_MESSAGE_BYTES, MAX_MESSAGE_HELD_BYTES } from '../uploads/upload-bounds';
import { createUploadFolder } from '../uploads/upload-folder';
import { type PoolUpload } from '../workers/analysis-task';
import { downloadFile } from './download-file';
import { type DownloadRules } from './download-hosts';
import { type FileReference } from './inbound-message';
import { MissingRight } from './missing-right';

export interface Fetched {
  readonly uploads: readonly PoolUpload[];
  readonly refused: readonly UploadReport[];
  /** The first right that was missing for one of those that were refused; null where none was. */
  readonly missing: MissingRight | null;
  /** Removes what lies on the disk; called when the uploads were read. Never rejects. */
  readonly release: () => Promise<void>;
}

/** A file that can be fetched; `fetch` rejects with a RefusedError where it alone is not read. */
export interface FileToFetch {
  readonly name: string;
  readonly fetch: (room: Room) => Promise<PoolUpload>;
}

/** Files that the message itself hands over, each behind an address. */
export const handedOver = (files: readonly FileReference[], rules: DownloadRules): readonly FileToFetch[] =>
  files.map((file) => ({ name: file.name, fetch: (room) => downloadFile(file, rules, room) }));

/** One after the other, so that memory holds what the limits say and no more. What it rejects with leaves nothing on the disk. */
export async function fetchAll(files: readonly FileToFetch[]): Promise<Fetched> {
  const uploads: PoolUpload[] = [];
  const refused: UploadReport[] = [];
  let missing: MissingRight | null = null;
  const folder = createUploadFolder();
  let [bytes, heldBytes] = [MAX_MESSAGE_BYTES, MAX_MESSAGE_HELD_BYTES];
  try {
    for (const [index, file] of files.entries()) {
      const room = { bytes, heldBytes, newFile: folder.newFile };
      const fetched = index < MAX_FILES_PER_MESSAGE ? await fetchOne(file, room) : tooMany(file);
      if (fetched instanceof RefusedError) {
        refused.push(refusal(file, fetched));
        if (fetched instanceof MissingRight) missing ??= fetched;
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
  return { uploads, refused, missing, release: folder.remove };
}

async function fetchOne(file: FileToFetch, room: Room): Promise<PoolUpload | RefusedError> {
  try {
    return await file.fetch(room);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

const tooMany = ({ name }: FileToFetch): RefusedError =>
  new RefusedError(
    'too-many-files',
    `${name} was not read: I read ${MAX_FILES_PER_MESSAGE} files of one message. Send it in another message, or all of them in one zip.`,
  );
