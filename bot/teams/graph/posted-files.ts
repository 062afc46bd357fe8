/** The files of a message in a channel or a group chat, by Microsoft Graph: which there are, and how each is fetched. */
import { RefusedError } from '../../refused-error';
import { type PoolUpload } from '../../workers/analysis-task';
import { type Room } from '../../uploads/kept-upload';
import { MAX_HELD_FILE_BYTES } from '../../uploads/upload-bounds';
import { receiveFile } from '../download-file';
import { type FileToFetch } from '../fetch-files';
import { isPatient, NOT_THERE_YET_LIMIT_MS, type Patience, pauseAfter, WaitError } from '../wait-error';
import { type GraphOf, GraphRefusal } from './graph-client';
import { type LinkedFiles } from './linked-files';
import { type MessagePlace, messagePath } from './message-place';
import { channelUnreadable, chatUnreadable, graphUnauthenticated, type RightsHolder } from './missing-rights';
import { type PostedFile, postedMessage } from './posted-message';
import { type GroupOf } from './team-group';

/** What is needed to read a message of a channel or a group chat. */
export interface PostedFilesParts {
  readonly graphOf: GraphOf;
  readonly groupOf: GroupOf;
  readonly linkedFiles: LinkedFiles;
  readonly app: RightsHolder;
}

export interface AskedMessage {
  readonly place: MessagePlace;
  /** The conversation as the store names it. */
  readonly conversation: string;
  readonly patience: Patience;
}

/** The files that were posted with a message. Rejects with a RefusedError where they cannot be told, and a WaitError where they are to be asked later. */
export type PostedFilesOf = (asked: AskedMessage) => Promise<readonly FileToFetch[]>;

export function createPostedFiles({ graphOf, groupOf, linkedFiles, app }: PostedFilesParts): PostedFilesOf {
  return async ({ place, conversation, patience }) => {
    const graph = graphOf(place.tenant);
    const group = place.kind === 'channel' ? await groupOf(place, conversation) : '';
    const path = messagePath(place, group);
    const asking = { patience, app, unreadable: () => unreadable(place, app) };
    const message = postedMessage(await answered(asking, () => graph.get(path)));
    if (message === null) throw notUnderstood('an answer of another form');
    if (message.isDeleted) throw deleted();
    return message.files.map((file) => ({ name: file.name, fetch: (room) => fetched(file, room) }));

    async function fetched(file: PostedFile, room: Room): Promise<PoolUpload> {
      if (file.kind === 'link') return linkedFiles(file, place.tenant, room, patience);
      const hosted = `${path}/hostedContents/${encodeURIComponent(file.id)}/$value`;
      const within = { ...room, bytes: Math.min(room.bytes, MAX_HELD_FILE_BYTES) };
      return receiveFile(file.name, (signal) => answered(asking, () => graph.stream(hosted, signal)), within);
    }
  };
}

interface Asking {
  readonly patience: Patience;
  readonly app: RightsHolder;
  readonly unreadable: () => RefusedError;
}

/** What Graph says of the message itself, in a sentence. */
async function answered<Result>({ patience, app, unreadable }: Asking, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    if (error.status === 401) throw graphUnauthenticated(app);
    if (error.status === 403) throw unreadable();
    if (error.status !== 404) throw notUnderstood(`${error.status} ${error.graphCode}`.trim());
    if (isPatient(patience, NOT_THERE_YET_LIMIT_MS)) throw new WaitError('not-there-yet', pauseAfter(patience));
    throw deleted();
  }
}

const unreadable = (place: MessagePlace, app: RightsHolder): RefusedError =>
  place.kind === 'channel' ? channelUnreadable(place, app) : chatUnreadable(app);

const deleted = (): RefusedError =>
  new RefusedError(
    'message-deleted',
    'The message was deleted before I had read it, so nothing of it was taken in. If that was a mistake, post it again.',
  );

const notUnderstood = (answer: string): RefusedError =>
  new RefusedError(
    'message-not-read',
    `I could not look for files, because Microsoft Graph does not give me this message (${answer}). Paste the output, or send the file in a chat with me.`,
  );
