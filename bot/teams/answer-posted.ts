/** Answers what came by the message action: the files and the text of a message, or a pasted output; a job like every message. */
import { type ServerAddresses } from '../cases/living-case';
import { RefusedError } from '../refused-error';
import { type Answering } from './answering';
import { type BotParts } from './bot-parts';
import { type Room } from '../uploads/kept-upload';
import { downloadFile } from './download-file';
import { fetchAll } from './fetch-files';
import { type FileReference } from './inbound-message';
import { takeInAndShow } from './take-in';

/** Plain data, which is kept with the job. */
export interface Posted {
  readonly files: readonly FileReference[];
  /** null where there is no text to read. */
  readonly text: string | null;
  readonly server: ServerAddresses | null;
  readonly tenant: string | null;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | null;
}

/** Nothing in it is a word to the bot: a message of somebody else must not close a case. */
export async function answerPosted(parts: BotParts, answering: Answering, posted: Posted): Promise<void> {
  const { files, text, server, tenant } = posted;
  const patience = { since: answering.takenAt, now: parts.now };
  const fetched = await fetchAll(
    files.map((file) => ({
      name: file.name,
      fetch: (room: Room) => {
        const { name, link, downloadUrl } = file;
        if (link === undefined || downloadUrl !== null) return downloadFile(file, parts.downloads, room);
        if (parts.linkedFiles === null || tenant === null) return Promise.reject(noRight(name));
        return parts.linkedFiles({ name, url: link }, tenant, room, patience);
      },
    })),
  );
  try {
    await takeInAndShow(
      parts,
      answering,
      { ...fetched, pasted: text ?? undefined },
      {
        server: server ?? undefined,
        missing: fetched.missing,
      },
    );
  } finally {
    await fetched.release();
  }
}

/** SharePoint gives the bytes of a link to nobody who has no right there. */
const noRight = (name: string): RefusedError =>
  new RefusedError(
    'link-without-right',
    `${name} is kept in SharePoint, where I may not read it. Send it in a chat with me, or paste its text.`,
  );
