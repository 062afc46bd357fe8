/** Answers the press of a button within its turn: a card in the place of the pressed one, or a sentence; the rest is a job. */
import { type CaseVerb, settledCard } from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { clockOf } from '../cases/follow-up-words';
import { caseOf, openCase } from '../store/case-rows';
import { scopeOf } from '../store/conversations';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type ButtonPress, type CasePress, isFollowUpPress, isShowPress } from './button-press';
import { standing } from './case-cards';
import { caseNow } from './case-now';
import { doneCard, isOwnCard } from './done-card';
import { answerFollowUpPress } from './follow-up-presses';
import { type Delivered, takeDelivery } from './inbox';
import { FOREIGN_CARD, type PressAnswer, said } from './press-answer';
import { everywhere } from './pressed-card';
import { answerShowPress } from './show-presses';
import { writtenServer } from './written-server';

/** In the transaction of the turn: nothing is waited for but the store. */
export async function answerPress(
  parts: BotParts,
  tx: StoreTransaction,
  press: ButtonPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  if (isShowPress(press)) return answerShowPress(parts, tx, press, delivered);
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
  if (record === null) return FOREIGN_CARD;
  if (record.state === 'closed' && !WORKS_WHEN_CLOSED.has(press.verb)) {
    const open = await openCase(tx, press.conversation, { at: parts.now(), person: delivered.person });
    return said(
      `Case ${record.id} is closed, so this card changes nothing. Case ${open.id} is open: send outputs here in the chat.`,
    );
  }
  const diagnosis = standing(record);
  if (isStale(press, record, diagnosis)) {
    return everywhere(parts, tx, press, delivered, await caseNow(tx, record, press.cardActivityId));
  }
  const lacking = await whatIsLacking(tx, press);
  if (lacking !== null) return said(lacking);
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'press', press });
  if (press.verb === 'set-server') {
    const at = press.at ?? clockOf(parts.now(), 'UTC');
    return everywhere(parts, tx, press, delivered, settledCard(REPLIES['set-server'](record), press.by, at));
  }
  return ENDS_THE_CARD.has(press.verb) && isOwnCard(record, press) && diagnosis !== null
    ? everywhere(parts, tx, press, delivered, await doneCard(parts, tx, press, record, diagnosis))
    : said(REPLIES[press.verb](record));
}

/** A note, the steps, the proof, the sample and the script can be had from any card. */
const WORKS_WHEN_CLOSED: ReadonlySet<CaseVerb> = new Set(['note', 'steps', 'proof', 'sample', 'collect', 'ticket']);
/** After these the card no longer asks for anything. */
const ENDS_THE_CARD: ReadonlySet<CaseVerb> = new Set([
  'paste',
  'answer',
  'fixed',
  'not-this',
  'take-back',
  'new-case',
  'close',
]);
/** These are about what the card says, so an old card must not do them. An output is taken from any card. */
const ABOUT_THE_CARD: ReadonlySet<CaseVerb> = new Set(['fixed', 'not-this', 'take-back']);

/** Whether the card shows the case as it no longer is: another one shows it now, or the cause is not what it was. */
function isStale(press: CasePress, record: CaseRecord, diagnosis: CaseDiagnosis | null): boolean {
  if (!ABOUT_THE_CARD.has(press.verb)) return false;
  const { cardActivityId: shown } = record;
  if (shown !== null && press.cardActivityId !== null && shown !== press.cardActivityId) return true;
  if (press.verb === 'not-this') return diagnosis?.causes.every(({ id }) => id !== press.cause) !== false;
  return press.verb === 'take-back' && record.evidence.setAside.every((id) => id !== press.cause);
}

/** What the press must bring and does not; null where nothing is missing. */
async function whatIsLacking(tx: StoreTransaction, press: CasePress): Promise<string | null> {
  const isEmpty = press.pasted.trim() === '';
  if (press.verb === 'paste' && isEmpty) return 'Paste the output into the box first.';
  if (press.verb === 'answer' && isEmpty) return howToSendAFile((await scopeOf(tx, press.conversation)) === 'personal');
  if (press.verb !== 'set-server') return null;
  const server = writtenServer(press.server);
  if (server === null) return 'Write the first public address of the server, then press Save.';
  return typeof server === 'string' ? server : null;
}

const howToSendAFile = (isPersonal: boolean): string =>
  isPersonal
    ? 'Attach the file to your next message here, and I read it as the answer.'
    : 'Post the file here, then choose Analyze with Tunnel Triage in the menu of that message. Pasted text I take in the box.';

const REPLIES: Readonly<Record<CaseVerb, (record: CaseRecord) => string>> = {
  paste: () => 'I am reading what you pasted.',
  answer: () => 'I am reading what you pasted.',
  fixed: () => 'One command shows whether it worked.',
  error: () => 'Send the error as it stands.',
  'not-this': () => 'I set that aside. What I ask for now is below.',
  'take-back': () => 'I count on it again. How the case stands now is below.',
  'set-server': () => 'I take these addresses. What follows from them is below.',
  'new-case': ({ id }) => `Case ${id} is closed.`,
  close: ({ id }) => `Case ${id} is closed.`,
  sample: () => 'I am reading the sample case.',
  steps: () => 'The steps are below.',
  proof: () => 'The proof is below.',
  note: () => 'The note is below.',
  collect: () => 'The script is below.',
  ticket: ({ ticket }) => (ticket === null ? 'This case has no ticket.' : `I look after the note for ${ticket}.`),
};
