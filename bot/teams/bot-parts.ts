/** What the bot's answers are made with. */
import { type Cases } from '../cases/living-case';
import { type SerialByKey } from '../cases/serial-by-key';
import { type Counters } from '../counters';
import { type Log } from '../log';
import { type BackgroundWork } from './background-work';
import { type Courier } from './courier';
import { type DownloadRules } from './download-hosts';

export interface BotParts {
  readonly cases: Cases;
  /** Diagnoses of one conversation are shown in the order in which they were made, so that the newest card is the last. */
  readonly shown: SerialByKey;
  readonly courier: Courier;
  readonly work: BackgroundWork;
  readonly log: Log;
  readonly counters: Counters;
  readonly downloads: DownloadRules;
  /** The folder of the sample case. */
  readonly sampleFolder: string;
  /** ISO 8601. */
  readonly now: () => string;
}
