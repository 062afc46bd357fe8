/** "What is waiting?": the open cases that a person may see where they ask, the oldest first, and one of them opened from the list. */
import { type AdaptiveCard, CASES_ON_A_CARD, messageCard, type OpenCase, openCasesCard } from '../../cards/index';
import { type Rules } from '../cases/follow-up-rules';
import { momentInWords } from '../cases/follow-up-words';
import { ServiceError } from '../service-error';
import { caseId, caseNumber } from '../store/case-id';
import { caseOf } from '../store/case-rows';
import { type OpenCaseRow, openCaseRow, openCaseRows, openCaseTotals, type Viewer } from '../store/open-cases';
import { type StoreTransaction } from '../store/store-transaction';
import { putCard } from './answering';
import { type BotParts } from './bot-parts';
import { type FollowUpPress } from './button-press';
import { caseCard, contextOf, standing } from './case-cards';
import { type Delivered } from './inbox';
import { type PressAnswer, said } from './press-answer';
import { withViewers } from './refresh-viewers';

/** The list from its row number `from` (0 is the first) on; `here` is a case of this conversation. */
export async function waitingCard(
  parts: Pick<BotParts, 'followUps' | 'now'>,
  tx: StoreTransaction,
  viewer: Viewer,
  here: string,
  from = 0,
): Promise<AdaptiveCard> {
  const { all, waiting } = await openCaseTotals(tx, viewer);
  // Cases were closed since the card was made: the list begins again.
  const before = from < all ? from : 0;
  const rows = await openCaseRows(tx, viewer, before, CASES_ON_A_CARD);
  const rules = await parts.followUps.rulesFor(tx, viewer);
  const shown: OpenCase[] = [];
  for (const row of rows) shown.push(await openCase(tx, row, rules, parts.now()));
  return openCasesCard({ shown, all, waiting, before }, { caseId: here, buttons: 'offered' });
}

async function openCase(
  tx: StoreTransaction,
  row: OpenCaseRow,
  { zone, isOwnZone }: Rules,
  now: number,
): Promise<OpenCase> {
  const id = caseId(row.number);
  const words = (at: number): string => momentInWords(at, now, zone, isOwnZone);
  const since = row.awaited_since === null ? `opened ${words(row.opened_at)}` : `asked ${words(row.awaited_since)}`;
  const about = [...(row.name === null ? [] : [row.name]), since].join(' · ');
  const kept = { caseId: id, about };
  try {
    const record = await caseOf(tx, row.conversation, id);
    if (record !== null) {
      const awaited = row.awaited_since === null ? null : record.evidence.awaited;
      return { ...kept, diagnosis: standing(record), awaited, readable: true };
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
  return { ...kept, diagnosis: null, awaited: null, readable: false };
}

/** Shows the case as it stands, below the list; what belongs to another conversation has no buttons here. */
export async function openFromList(
  parts: BotParts,
  tx: StoreTransaction,
  press: FollowUpPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const number = caseNumber(press.caseId);
  const row = number === null ? undefined : await openCaseRow(tx, delivered, number);
  if (row === undefined)
    return said(`${press.caseId} is not among the open cases any more. Write waiting to see them.`);
  const record = await caseOf(tx, row.conversation, press.caseId);
  if (record === null) return said(`${press.caseId} is not kept any more.`);
  const own = row.conversation === delivered.conversation;
  const diagnosis = standing(record);
  if (diagnosis === null) {
    const next = record.evidence.awaited;
    const awaited = next === null ? null : { next, computer: null };
    await putCard(parts, tx, delivered, messageCard(`Nothing was read in case ${record.id} so far.`, awaited));
    return said(`Case ${record.id} is below.`);
  }
  if (own) {
    const retired = caseCard(diagnosis, contextOf(record, undefined, 'gone'));
    const shows = { kind: 'case', caseNumber: row.number, retired } as const;
    const card = await withViewers(tx, record, caseCard(diagnosis, contextOf(record)));
    await putCard(parts, tx, delivered, card, { shows });
    return said(`Case ${record.id} is below.`);
  }
  await putCard(parts, tx, delivered, caseCard(diagnosis, contextOf(record, undefined, 'gone')));
  return said(`Case ${record.id} is below. It belongs to another conversation: send its outputs there.`);
}
