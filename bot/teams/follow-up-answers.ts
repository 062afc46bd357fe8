/** Answers the words that a person writes about prompts, where no button is at hand: the same deeds as those of the buttons. */
import { type AdaptiveCard, messageCard, SETTING_FIELDS } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { solvedCard, STOPPED } from './follow-up-presses';
import { putOffInWords } from './put-off';
import { type InboundMessage } from './inbound-message';
import { type Intent } from './message-intent';
import { setByMessage, settingsCard } from './prompt-settings';
import { waitingCard } from './waiting-list';

const KINDS = [
  'waiting',
  'stop-asking',
  'ask-again',
  'tomorrow',
  'hour',
  'solved',
  'settings',
  'set',
  'wrong-setting',
] as const;
export type FollowUpWord = Extract<Intent, { kind: (typeof KINDS)[number] }>;

export const isFollowUpWord = (intent: Intent): intent is FollowUpWord => KINDS.some((kind) => kind === intent.kind);

export const answerFollowUpWord = (
  parts: BotParts,
  answering: Answering,
  message: InboundMessage,
  intent: FollowUpWord,
  record: CaseRecord,
): Promise<void> =>
  answering.commit(async (tx) => {
    await putCard(parts, tx, answering, await answerCard(parts, tx, answering, message, intent, record));
  });

async function answerCard(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  { sender }: InboundMessage,
  intent: FollowUpWord,
  record: CaseRecord,
): Promise<AdaptiveCard> {
  const { person } = answering;
  switch (intent.kind) {
    case 'waiting':
      return waitingCard(parts, tx, answering, record.id);
    case 'stop-asking':
      if (person !== null) await parts.followUps.stopAsking(tx, person);
      return messageCard(person === null ? NOBODY : STOPPED, null);
    case 'ask-again':
      return messageCard(person === null ? NOBODY : asksAgain(await parts.followUps.askAgain(tx, person)), null);
    case 'tomorrow':
    case 'hour':
      return messageCard(
        await putOffInWords(parts, tx, answering, { record, until: intent.kind, pressed: null }),
        null,
      );
    case 'solved': {
      const number = caseNumber(record.id);
      const solved = { record, by: sender, at: answering.at ?? null, pressed: null };
      return number === null ? messageCard(NOBODY, null) : solvedCard(parts, tx, answering, { ...solved, number });
    }
    case 'settings':
      return settingsCard(parts, tx, answering, record.id);
    case 'set':
      return setByMessage(
        parts,
        tx,
        answering,
        { changes: { [intent.field]: intent.text }, own: intent.own },
        record.id,
      );
    case 'wrong-setting':
      return messageCard(
        `"${intent.given}" is no setting with a value. Write one of ${SETTING_FIELDS.join(', ')} and its value, for example settings hours 08:00-16:30, or my zone Europe/Berlin for yourself alone.`,
        null,
      );
  }
}

const NOBODY = 'Teams does not tell me who you are, so I cannot keep that.';

function asksAgain(waiting: number): string {
  if (waiting === 0) return 'I ask you again from now on. Nothing waits for you at the moment.';
  return `I ask you again from now on. ${waiting === 1 ? 'One case waits' : `${waiting} cases wait`} for an output of yours.`;
}
