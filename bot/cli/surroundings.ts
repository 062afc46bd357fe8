/** What stands around a command of the terminal. */
import { type Watch } from '../../analyzers/index';
import { type FileProgress } from './read-paths';
import { type Terminal } from '../terminal/terminal';

/** What a command of the terminal may touch. */
export interface Surroundings {
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly terminal: Terminal;
  /** What a server knows the caller by; undefined where none is set. */
  readonly credential?: string | undefined;
  /** ISO 8601. */
  readonly now: string;
  /** Is told how far long readings have come. */
  readonly watch: Watch;
  /** Is told which of several files is read now. */
  readonly onFile?: (progress: FileProgress) => void;
  /** Writes to standard output, and settles when its reader can take more. */
  readonly write: (text: string) => Promise<void>;
}
