/** How a case is now, in the place of whatever a card showed before. */
import { type AdaptiveCard, ledBy, messageCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { type StoreTransaction } from '../store/store-transaction';
import { caseCard, contextOf, standing } from './case-cards';
import { withViewers } from './refresh-viewers';

/** `activityId` is the message that it is for: only the card of the case has buttons, and every other one says where that is. */
export async function caseNow(
  tx: StoreTransaction,
  record: CaseRecord,
  activityId: string | null,
): Promise<AdaptiveCard> {
  const diagnosis = standing(record);
  if (diagnosis === null) {
    const next = record.evidence.awaited;
    return messageCard(
      `Nothing was read in case ${record.id} so far.`,
      next === null ? null : { next, computer: null },
    );
  }
  const isClosed = record.state === 'closed';
  if (!isClosed && record.cardActivityId === activityId) {
    return withViewers(tx, record, caseCard(diagnosis, contextOf(record, diagnosis.at)));
  }
  const card = caseCard(diagnosis, contextOf(record, diagnosis.at, 'gone'));
  return ledBy(isClosed ? `Case ${record.id} is closed. It ended like this.` : OLD, card);
}

const OLD = 'This card was old. The case stands like this now; its buttons are on its newest card.';
