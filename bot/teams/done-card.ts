/** The card of a case after a press that ends it: who pressed stands in the place of its buttons. */
import { type AdaptiveCard } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { shownBy } from '../store/shown-cards';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type ButtonPress } from './button-press';
import { caseCard, contextOf } from './case-cards';

/** Whether the pressed card is the one that shows the case as it stands. */
export const isOwnCard = ({ cardActivityId }: CaseRecord, press: Pick<ButtonPress, 'cardActivityId'>): boolean =>
  cardActivityId !== null && cardActivityId === press.cardActivityId;

/** To take the place of the pressed card, which is the one of the case; that is shown by none from now on. */
export async function doneCard(
  { now }: Pick<BotParts, 'now'>,
  tx: StoreTransaction,
  press: Pick<ButtonPress, 'by' | 'at'>,
  record: CaseRecord,
  diagnosis: CaseDiagnosis,
): Promise<AdaptiveCard> {
  const number = caseNumber(record.id);
  if (number !== null) await shownBy(tx, number, null);
  const done = { doneBy: press.by, at: press.at ?? new Date(now()).toISOString() };
  return caseCard(diagnosis, contextOf(record, undefined, done));
}
