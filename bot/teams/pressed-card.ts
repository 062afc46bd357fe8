/** Another card in the place of the pressed one, for the person who pressed now and for everybody by an update. */
import { type AdaptiveCard } from '../../cards/index';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type ButtonPress } from './button-press';
import { type Delivered } from './inbox';
import { putOut } from './outbox';
import { type PressAnswer } from './press-answer';

/** In the transaction of the turn. */
export async function everywhere(
  { jobs }: Pick<BotParts, 'jobs'>,
  tx: StoreTransaction,
  { cardActivityId: activityId }: Pick<ButtonPress, 'cardActivityId'>,
  { conversation, key }: Delivered,
  card: AdaptiveCard,
): Promise<PressAnswer> {
  if (activityId !== null) await putOut(jobs, tx, `${key}/done`, { what: 'replace', conversation, activityId, card });
  return { kind: 'card', card };
}
