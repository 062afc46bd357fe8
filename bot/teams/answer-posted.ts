/** Answers what came by the message action: the files and the text of a message, or a pasted output; a job like every message. */
import { type ServerAddresses } from '../cases/living-case';
import { type Answering } from './answering';
import { type BotParts } from './bot-parts';
import { downloadFile, type Room } from './download-file';
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
      fetch: (room: Room) =>
        file.link === undefined || file.downloadUrl !== null
          ? downloadFile(file, parts.downloads, room)
          : parts.readLinkedFile({ name: file.name, link: file.link, tenant }, room, patience),
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
