/** The job that deletes what is kept no longer. It is harmless to do twice, so its transactions are its own. */
import { type Log } from '../log';
import { type Home } from '../store/home';
import { prune } from '../store/retention';
import { type JobWork } from './job';

export interface PruneParts {
  readonly home: Home;
  readonly retentionDays: number;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const createPruneWork = ({ home, retentionDays, log, now }: PruneParts): JobWork => ({
  run: async () => {
    log.info('pruned', { ...(await prune(home, now(), retentionDays)) });
  },
});
