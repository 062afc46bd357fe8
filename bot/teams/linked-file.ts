/** How a file is read of which a message has only the link: SharePoint gives its bytes to nobody who has no right there. */
import { RefusedError } from '../refused-error';
import { type PoolUpload } from '../workers/analysis-task';
import { downloadFile, type Room } from './download-file';
import { type DownloadRules } from './download-hosts';
import { type LinkedFiles } from './graph/linked-files';
import { type Patience } from './wait-error';

export interface LinkedFile {
  readonly name: string;
  /** Where it is kept, as a person would open it. */
  readonly link: string;
  /** The tenant of the conversation; null where it is not known. */
  readonly tenant: string | null;
}

/** Rejects with a RefusedError whose sentence names the file and says what to do, and with a WaitError where it is to be asked for later. */
export type ReadLinkedFile = (file: LinkedFile, room: Room, patience: Patience) => Promise<PoolUpload>;

/** In local mode the link is the file itself; else Graph is asked, where it may be: `byGraph` is null where not. */
export const linkedFileReader =
  (rules: DownloadRules, byGraph: LinkedFiles | null): ReadLinkedFile =>
  (file, room, patience) => {
    const { name, link, tenant } = file;
    if (rules.local) return downloadFile({ name, downloadUrl: link }, rules, room);
    if (byGraph === null || tenant === null) return Promise.reject(noRight(file));
    return byGraph({ name, url: link }, tenant, room, patience);
  };

const noRight = ({ name }: LinkedFile): RefusedError =>
  new RefusedError(
    'link-without-right',
    `${name} is kept in SharePoint, where I may not read it. Send it in a chat with me, or paste its text.`,
  );
