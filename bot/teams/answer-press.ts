/** Answers the press of a button within its turn: a card in the place of the pressed one, or a sentence; the rest is a job. */
import { type AdaptiveCard, type CaseVerb } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { caseOf, openCase } from '../store/case-rows';
import { shownBy } from '../store/shown-cards';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type ButtonPress, type CasePress, isFollowUpPress } from './button-press';
import { caseCard, contextOf, standing } from './case-cards';
import { answerFollowUpPress } from './follow-up-presses';
import { type Delivered, takeDelivery } from './inbox';
import { putOut } from './outbox';
import { type PressAnswer, said } from './press-answer';

/** In the transaction of the turn: nothing is waited for but the store. */
export async function answerPress(
  parts: BotParts,
  tx: StoreTransaction,
  press: ButtonPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  return isFollowUpPress(press)
    ? answerFollowUpPress(parts, tx, press, delivered)
    : answerCasePress(parts, tx, press, delivered);
}

async function answerCasePress(
  parts: BotParts,
  tx: StoreTransaction,
  press: CasePress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const record = await caseOf(tx, press.conversation, press.caseId);
  if (record === null)
    return said('This card belongs to a case of another conversation. Send the output here, and I begin one.');
  if (record.state === 'closed' && !WORKS_WHEN_CLOSED.has(press.verb)) {
    const open = await openCase(tx, press.conversation, { at: parts.now(), person: delivered.person });
    return said(
      `Case ${record.id} is closed, so this card changes nothing. Case ${open.id} is open: send outputs here in the chat.`,
    );
  }
  if (press.verb === 'paste' && press.pasted.trim() === '') return said('Paste the output into the box first.');
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'press', press });
  const diagnosis = standing(record);
  const own = record.cardActivityId !== null && record.cardActivityId === press.cardActivityId;
  return ENDS_THE_CARD.has(press.verb) && own && diagnosis !== null
    ? { kind: 'card', card: await doneCard(parts, tx, press, record, diagnosis, delivered) }
    : said(REPLIES[press.verb](record));
}

/** A note, the steps, the sample and the script can be had from any card. */
const WORKS_WHEN_CLOSED: ReadonlySet<CaseVerb> = new Set(['note', 'steps', 'sample', 'collect', 'ticket']);
/** After these the card no longer asks for anything. */
const ENDS_THE_CARD: ReadonlySet<CaseVerb> = new Set(['paste', 'fixed', 'new-case', 'close']);

const REPLIES: Readonly<Record<CaseVerb, (record: CaseRecord) => string>> = {
  paste: () => 'I am reading what you pasted.',
  fixed: () => 'One command shows whether it worked.',
  error: () => 'Send the error as it stands.',
  'new-case': ({ id }) => `Case ${id} is closed.`,
  close: ({ id }) => `Case ${id} is closed.`,
  sample: () => 'I am reading the sample case.',
  steps: () => 'The steps are below.',
  note: () => 'The note is below.',
  collect: () => 'The script is below.',
  ticket: ({ ticket }) => (ticket === null ? 'This case has no ticket.' : `I look after the note for ${ticket}.`),
};

/** The card with who pressed in the place of its buttons, for this person now and for everybody by an update. */
async function doneCard(
  parts: BotParts,
  tx: StoreTransaction,
  press: ButtonPress,
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
