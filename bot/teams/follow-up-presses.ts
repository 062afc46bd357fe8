/** Answers what is said to a prompt, by a button or in words: each acts on the case as it is now, or says why it does not. */
import { CAUSE_IDS } from '../../analyzers/diagnosis/diagnosis';
import {
  type AdaptiveCard,
  causeQuestionCard,
  type FollowUpVerb,
  OTHER_CAUSES,
  personSettingsCard,
  settledCard,
} from '../../cards/index';
import { closeCase } from '../cases/case-steps';
import { type CaseRecord } from '../cases/case-record';
import { textsOf } from '../cases/follow-up-settings';
import { clockOf } from '../cases/follow-up-words';
import { record as recordAction } from '../store/audit-trail';
import { caseNumber } from '../store/case-id';
import { caseOf } from '../store/case-rows';
import { causeOf, keepCause } from '../store/solved-causes';
import { type StoreTransaction } from '../store/store-transaction';
import { putCard } from './answering';
import { type BotParts } from './bot-parts';
import { type FollowUpPress } from './button-press';
import { contextOf, standing } from './case-cards';
import { type Delivered, inboxItemOf, takeDelivery } from './inbox';
import { FOREIGN_CARD, type PressAnswer, said } from './press-answer';
import { doneCard, isOwnCard } from './done-card';
import { everywhere } from './pressed-card';
import { type PutOffWish, putOffInWords } from './put-off';
import { chosenTime } from './chosen-time';
import { saveForm } from './prompt-settings';
import { retireCard } from './take-in';
import { openFromList, waitingCard } from './waiting-list';

/** In the transaction of the turn. The card that is answered with takes the place of the pressed one for everybody. */
export async function answerFollowUpPress(
  parts: BotParts,
  tx: StoreTransaction,
  press: FollowUpPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const answer = await ANSWERS[press.verb]({ parts, tx, press, delivered });
  return answer.kind === 'card' ? everywhere(parts, tx, press, delivered, answer.card) : answer;
}

interface Pressed {
  readonly parts: BotParts;
  readonly tx: StoreTransaction;
  readonly press: FollowUpPress;
  readonly delivered: Delivered;
}

const ANSWERS: Readonly<Record<FollowUpVerb, (pressed: Pressed) => Promise<PressAnswer>>> = {
  ran: (pressed) => onCase(pressed, ran),
  tomorrow: (pressed) => onCase(pressed, (_, record) => putOff(pressed, record, 'tomorrow')),
  hour: (pressed) => onCase(pressed, (_, record) => putOff(pressed, record, 'hour')),
  'remind-at': (pressed) => onCase(pressed, putOffToOwnTime),
  solved: (pressed) => onCase(pressed, solved),
  cause: (pressed) => onCase(pressed, chooseCause, 'closed too'),
  'stop-asking': stopAsking,
  'ask-again': askAgain,
  open: ({ parts, tx, press, delivered }) => openFromList(parts, tx, press, delivered),
  more: async ({ parts, tx, press, delivered }) =>
    asCard(await waitingCard(parts, tx, delivered, press.caseId, press.from)),
  'try-again': tryAgain,
  'save-settings': ({ parts, tx, press, delivered }) => saveForm(parts, tx, press, delivered),
};

const asCard = (card: AdaptiveCard): PressAnswer => ({ kind: 'card', card });

/** The pressed card with nothing left to press, and who pressed. */
const settled = ({ press, parts }: Pressed, sentence: string): PressAnswer =>
  asCard(settledCard(sentence, press.by, press.at ?? clockOf(parts.now(), 'UTC')));

type OnCase = (pressed: Pressed, record: CaseRecord, number: number) => Promise<PressAnswer>;

async function onCase(pressed: Pressed, answer: OnCase, when: 'open' | 'closed too' = 'open'): Promise<PressAnswer> {
  const { tx, press } = pressed;
  const record = await caseOf(tx, press.conversation, press.caseId);
  const number = caseNumber(press.caseId);
  if (record === null || number === null) return FOREIGN_CARD;
  if (record.state === 'closed' && when === 'open') {
    return settled(pressed, `Case ${record.id} is closed, so I ask nothing more. The next output opens another.`);
  }
  return answer(pressed, record, number);
}

/** What was pasted goes the way of every output; that it came is what settles the prompt. */
async function ran(pressed: Pressed): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  if (press.pasted.trim() === '') return said('Paste the output into the box first, or attach it as a file.');
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'press', press: { ...press, verb: 'paste' } });
  return settled(pressed, 'I am reading what you pasted.');
}

/** A time that cannot be is said, and the form stays. */
async function putOffToOwnTime(pressed: Pressed, record: CaseRecord): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  const { zone } = await parts.followUps.rulesFor(tx, delivered);
  const chosen = chosenTime(press.when, zone, parts.now(), parts.retentionDays);
  return typeof chosen === 'string' ? said(chosen) : putOff(pressed, record, chosen);
}

async function putOff(pressed: Pressed, record: CaseRecord, until: PutOffWish['until']): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  return settled(pressed, await putOffInWords(parts, tx, delivered, { record, until, pressed: press.cardActivityId }));
}

/** What failed is tried as if for the first time; its answer is a message of its own. */
async function tryAgain(pressed: Pressed): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  const isOwn = (payload: unknown): boolean => inboxItemOf(payload).delivered.conversation === delivered.conversation;
  const found =
    press.reference !== null && (await parts.jobs.retry(tx, { kind: 'take-in', reference: press.reference, isOwn }));
  return settled(
    pressed,
    found
      ? 'I am trying it again.'
      : 'There is nothing left to try again here: it was answered, or is kept no longer. If it still matters, send it once more.',
  );
}

async function stopAsking(pressed: Pressed): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  const { person } = delivered;
  if (person === null) return said('Teams does not tell me who you are, so I cannot keep that.');
  const asked = await askedPerson(tx, press.caseId);
  await parts.followUps.stopAsking(tx, person, press.cardActivityId);
  return asked === null || asked === person
    ? settled(pressed, STOPPED)
    : said('I do not ask you about any case any more. This question is for somebody else, so it stays.');
}

export const STOPPED = 'I do not ask you again, in any case. Write ask me again to change that.';

/** null where nobody is asked. */
async function askedPerson(tx: StoreTransaction, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('follow_ups')
    .select('person')
    .where('case_number', '=', caseNumber(id) ?? -1)
    .where('state', 'in', ['planned', 'sent'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.person ?? null;
}

async function askAgain({ parts, tx, press, delivered }: Pressed): Promise<PressAnswer> {
  const { person } = delivered;
  if (person === null) return said('Teams does not tell me who you are, so I cannot keep that.');
  await parts.followUps.askAgain(tx, person);
  const { settings } = await parts.followUps.rulesFor(tx, delivered);
  const context = { caseId: press.caseId, buttons: 'offered' } as const;
  return asCard(personSettingsCard(textsOf(settings), true, context));
}

/** On the card of the case the diagnosis stays to be read, and the question stands below; a prompt or a list has done its work. */
async function solved(pressed: Pressed, record: CaseRecord, number: number): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  const diagnosis = standing(record);
  const own = isOwnCard(record, press) && diagnosis !== null;
  const done = own ? await doneCard(parts, tx, press, record, diagnosis) : null;
  const question = await solvedCard(parts, tx, delivered, {
    record,
    number,
    by: press.by,
    at: press.at ?? null,
    pressed: press.cardActivityId,
  });
  if (done === null) return asCard(question);
  await putCard(parts, tx, delivered, question);
  return asCard(done);
}

export interface Solved {
  readonly record: CaseRecord;
  readonly number: number;
  /** Who says so. */
  readonly by: string;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | null;
  readonly pressed: string | null;
}

/** Closes the case at once; its cause is one press more, and nothing is lost where that press does not come. */
export async function solvedCard(
  parts: BotParts,
  tx: StoreTransaction,
  delivered: Delivered,
  { record, number, by, at, pressed }: Solved,
): Promise<AdaptiveCard> {
  const doing = { at: parts.now(), person: delivered.person };
  await closeCase(tx, record, doing);
  await parts.followUps.cancelFollowUps(tx, number, 'closed', pressed);
  await retireCard(parts, tx, delivered, record);
  await recordAction(tx, { ...doing, action: 'case-solved', caseNumber: number, detail: {} });
  return causeQuestionCard(standing(record), { by, at: at ?? clockOf(doing.at, 'UTC') }, contextOf(record));
}

/** From the closing question it closes the case too. The first answer stays: a later one would be of an old card. */
async function chooseCause(pressed: Pressed, record: CaseRecord, number: number): Promise<PressAnswer> {
  const { parts, tx, press, delivered } = pressed;
  const cause = [...CAUSE_IDS, ...OTHER_CAUSES].find((known) => known === press.cause);
  if (cause === undefined) return said('This button is of another release. Write help to see what I can do now.');
  const before = await causeOf(tx, number);
  if (before !== null) {
    return settled(pressed, `Case ${record.id} was solved before, with the cause: ${titleOf(before, record)}`);
  }
  if (record.state === 'open') {
    const { by, at = null, cardActivityId } = press;
    await solvedCard(parts, tx, delivered, { record, number, by, at, pressed: cardActivityId });
  }
  await keepCause(tx, number, cause);
  const { person } = delivered;
  await recordAction(tx, { at: parts.now(), person, action: 'cause-chosen', caseNumber: number, detail: { cause } });
  return settled(pressed, `Case ${record.id} is solved. The cause: ${titleOf(cause, record)}`);
}

function titleOf(cause: string, { diagnosis }: CaseRecord): string {
  if (cause === 'other') return 'something else.';
  if (cause === 'unknown') return 'nobody knows.';
  return diagnosis?.causes.find(({ id }) => id === cause)?.title ?? `${cause.replaceAll('-', ' ')}.`;
}
