/** How a file is read of which a message has only the link: SharePoint gives its bytes to nobody who has no right there. */
import { RefusedError } from '../refused-error';
import { type PoolUpload } from '../workers/analysis-task';
import { downloadFile, type Room } from './download-file';
import { type DownloadRules } from './download-hosts';

export interface LinkedFile {
  readonly name: string;
  /** Where it is kept, as a person would open it. */
  readonly link: string;
  /** The tenant of the conversation; null where it is not known. */
  readonly tenant: string | null;
}

/** Rejects with a RefusedError whose sentence names the file and says what to do. */
export type ReadLinkedFile = (file: LinkedFile, room: Room) => Promise<PoolUpload>;

/** In local mode the link is the file itself; a registered bot needs a right to the place, which it does not have here. */
export const linkedFileReader =
  (rules: DownloadRules): ReadLinkedFile =>
  (file, room) =>
    rules.local
      ? downloadFile({ name: file.name, downloadUrl: file.link }, rules, room)
      : Promise.reject(noRight(file));

const noRight = ({ name }: LinkedFile): RefusedError =>
  new RefusedError(
    'link-without-right',
    `${name} is kept in SharePoint, where I may not read it. Send it in a chat with me, or paste its text.`,
  );
