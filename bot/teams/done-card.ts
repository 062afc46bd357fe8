/** The card of a case after a press that ends it: who pressed stands in the place of its buttons. */
import { type AdaptiveCard } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { shownBy } from '../store/shown-cards';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type ButtonPress } from './button-press';
import { caseCard, contextOf } from './case-cards';
import { type Delivered } from './inbox';
import { putOut } from './outbox';

/** Whether the pressed card is the one that shows the case as it stands. */
export const isOwnCard = ({ cardActivityId }: CaseRecord, press: Pick<ButtonPress, 'cardActivityId'>): boolean =>
  cardActivityId !== null && cardActivityId === press.cardActivityId;

/** For the person who pressed now, and for everybody by an update. */
export async function doneCard(
  parts: Pick<BotParts, 'jobs' | 'now'>,
  tx: StoreTransaction,
  press: Pick<ButtonPress, 'by' | 'at'>,
  record: CaseRecord,
  diagnosis: CaseDiagnosis,
  { conversation, key }: Delivered,
): Promise<AdaptiveCard> {
  const done = { doneBy: press.by, at: press.at ?? new Date(parts.now()).toISOString() };
  const card = caseCard(diagnosis, contextOf(record, undefined, done));
  const number = caseNumber(record.id);
  const activityId = record.cardActivityId;
  if (number === null || activityId === null) return card;
  await shownBy(tx, number, null);
  await putOut(parts.jobs, tx, `${key}/done`, { what: 'replace', conversation, activityId, card });
  return card;
}
