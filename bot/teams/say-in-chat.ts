/** One sentence to a conversation, for rooms that do not know Teams. */
import { messageCard } from '../../cards/index';
import { type JobQueue } from '../jobs/job-engine';
import { type StoreTransaction } from '../store/store-transaction';
import { putOut } from './outbox';

/** In the transaction of what it is about; the same key is the same sentence. */
export const sayInChat =
  (jobs: Pick<JobQueue, 'enqueue'>) =>
  (tx: StoreTransaction, conversation: string, key: string, sentence: string): Promise<void> =>
    putOut(jobs, tx, key, { what: 'card', conversation, card: messageCard(sentence, null), shows: null });
