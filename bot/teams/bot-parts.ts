/** What the bot's answers are made with. */
import { type FollowUps } from '../cases/follow-ups';
import { type Cases } from '../cases/living-case';
import { type Counters } from '../counters';
import { type JobQueue } from '../jobs/job-engine';
import { type Log } from '../log';
import { type CaseTickets } from '../tickets/case-tickets';
import { type ChannelNameOf } from './channel-names';
import { type Courier } from './courier';
import { type DownloadRules } from './download-hosts';
import { type LinkedFiles } from './graph/linked-files';
import { type PostedFilesOf } from './graph/posted-files';
import { type ThreadTitleOf } from './graph/thread-titles';
import { type TypingIndicator } from './typing-indicator';

export interface KnownMessages {
  /** Whether a message of a person was taken in. */
  readonly wasTaken: (conversation: string, message: string) => Promise<boolean>;
  /** Whether a message is a card of the bot. */
  readonly isOwnMessage: (conversation: string, message: string) => Promise<boolean>;
}

export interface BotParts {
  readonly cases: Cases;
  readonly followUps: FollowUps;
  readonly jobs: JobQueue;
  /** null where no ticket system is set up. */
  readonly tickets: CaseTickets | null;
  /** The name of the channel that a message is in; null where it is not known. Never rejects. */
  readonly channelName: ChannelNameOf;
  /** The title of the thread that a message is in; null where Graph is not to be asked, or does not tell. Never rejects. */
  readonly threadTitle: ThreadTitleOf;
  readonly courier: Courier;
  /** How a conversation is reached; null where it is not known, or gone. */
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  /** What the store knows of messages that do not tell whether they are meant for the bot. */
  readonly known: KnownMessages;
  readonly typing: TypingIndicator;
  readonly log: Log;
  readonly counters: Counters;
  readonly downloads: DownloadRules;
  /** The files of messages in channels and group chats; null where Graph is not to be asked. */
  readonly postedFiles: PostedFilesOf | null;
  /** The files of which a message has only the link; null where Graph is not to be asked. */
  readonly linkedFiles: LinkedFiles | null;
  /** The folder of the sample case. */
  readonly sampleFolder: string;
  /** For how many days a case is kept after its last activity. */
  readonly retentionDays: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
