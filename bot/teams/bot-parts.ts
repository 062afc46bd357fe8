/** What the bot's answers are made with. */
import { type FollowUps } from '../cases/follow-ups';
import { type Cases } from '../cases/living-case';
import { type Counters } from '../counters';
import { type JobQueue } from '../jobs/job-engine';
import { type Log } from '../log';
import { type BackgroundWork } from './background-work';
import { type Courier } from './courier';
import { type DownloadRules } from './download-hosts';
import { type ReadLinkedFile } from './linked-file';

export interface BotParts {
  readonly cases: Cases;
  readonly followUps: FollowUps;
  readonly jobs: JobQueue;
  readonly courier: Courier;
  /** How a conversation is reached; null where it is not known, or gone. */
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  /** For what may be lost when the process ends: typing indicators. */
  readonly work: BackgroundWork;
  readonly log: Log;
  readonly counters: Counters;
  readonly downloads: DownloadRules;
  readonly readLinkedFile: ReadLinkedFile;
  /** The folder of the sample case. */
  readonly sampleFolder: string;
  /** For how many days a case is kept after its last activity. */
  readonly retentionDays: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
