/** Answers the press of a button: at once with a card in its place or a sentence, and later with what the press asked for. */
import { type Diagnosis } from '../../analyzers/index';
import { type AdaptiveCard, type CaseVerb, diagnosisCard, messageCard, type Verb } from '../../cards/index';
import { type CaseRecord } from '../cases/case-store';
import { securityAssociationsCommand } from '../cases/first-question';
import { answerSafely } from './answer-safely';
import { type BotParts } from './bot-parts';
import { type ButtonPress } from './button-press';
import { contextOf, noteCardOf, standing, stepsCardOf } from './case-cards';
import { showSample } from './show-sample';
import { takeInAndShow } from './take-in';

/** What the client gets within the turn. */
export type PressAnswer =
  { readonly kind: 'card'; readonly card: AdaptiveCard } | { readonly kind: 'said'; readonly sentence: string };

export async function answerPress(parts: BotParts, press: ButtonPress): Promise<PressAnswer> {
  const record = await parts.cases.find(press.conversation, press.caseId);
  if (record === null)
    return said('This card belongs to a case of another conversation. Send the output here, and I begin one.');
  if (record.state === 'closed' && !WORKS_WHEN_CLOSED.has(press.verb)) {
    const open = await parts.cases.current(press.conversation);
    return said(
      `Case ${record.id} is closed, so this card changes nothing. Case ${open.id} is open: send outputs here in the chat.`,
    );
  }
  if (press.verb === 'paste' && press.pasted.trim() === '') return said('Paste the output into the box first.');
  const diagnosis = standing(record);
  const { reply, later } = REACTIONS[press.verb];
  parts.work.begin(() => answerSafely(parts, press.conversation, () => later(parts, press, record)));
  const own = record.cardActivityId !== null && record.cardActivityId === press.cardActivityId;
  return ENDS_THE_CARD.has(press.verb) && own && diagnosis !== null
    ? { kind: 'card', card: await doneCard(parts, press, record, diagnosis) }
    : said(reply(record));
}

/** A note, the steps and the sample can be had from any card. */
const WORKS_WHEN_CLOSED: ReadonlySet<Verb> = new Set(['note', 'steps', 'sample']);
/** After these the card no longer asks for anything. */
const ENDS_THE_CARD: ReadonlySet<Verb> = new Set(['paste', 'fixed', 'new-case', 'close']);

const said = (sentence: string): PressAnswer => ({ kind: 'said', sentence });

interface Reaction {
  readonly reply: (record: CaseRecord) => string;
  /** Done after the turn: nothing may be waited for within it but the store. */
  readonly later: (parts: BotParts, press: ButtonPress, record: CaseRecord) => Promise<void>;
}

const REACTIONS: Readonly<Record<CaseVerb, Reaction>> = {
  paste: {
    reply: () => 'I am reading what you pasted.',
    later: (parts, { conversation, pasted, at }) => takeInAndShow(parts, conversation, { uploads: [], pasted }, at),
  },
  fixed: {
    reply: () => 'One command shows whether it worked.',
    later: (parts, press, record) => askAgain(parts, press, record),
  },
  error: {
    reply: () => 'Send the error as it stands.',
    later: async (parts, { conversation }, record) => {
      const diagnosis = standing(record);
      const awaited = diagnosis?.next == null ? null : { next: diagnosis.next, computer: diagnosis.computer };
      await parts.courier.card(conversation, messageCard(ON_AN_ERROR, awaited));
    },
  },
  'new-case': {
    reply: ({ id }) => `Case ${id} is closed.`,
    later: async (parts, { conversation }) => {
      const { id } = await parts.cases.beginCase(conversation);
      await parts.courier.card(conversation, messageCard(`Case ${id} is open. Send an output to begin.`, null));
    },
  },
  close: {
    reply: ({ id }) => `Case ${id} is closed.`,
    later: async (parts, { conversation }, { id }) => {
      await parts.cases.closeCase(conversation, id);
      await parts.courier.card(conversation, messageCard(`Case ${id} is closed. The next output opens another.`, null));
    },
  },
  sample: {
    reply: () => 'I am reading the sample case.',
    later: (parts, { conversation, at }) => showSample(parts, conversation, at),
  },
  steps: {
    reply: () => 'The steps are below.',
    later: async (parts, { conversation }, record) => {
      await parts.courier.card(conversation, stepsCardOf(record));
    },
  },
  note: {
    reply: () => 'The note is below.',
    later: async (parts, { conversation, at }, record) => {
      await parts.courier.card(conversation, noteCardOf(record, at ?? parts.now()));
    },
  },
};

const ON_AN_ERROR =
  'Send the error as it stands: paste the window from the prompt to the next prompt. If it says that elevation is required, open the Command Prompt with "Run as administrator" and run it again.';

/** After a repair the ladder is climbed again from the SAs, which imply most of it. */
async function askAgain(parts: BotParts, { conversation }: ButtonPress, record: CaseRecord): Promise<void> {
  const next = securityAssociationsCommand();
  await parts.cases.expect(conversation, record.id, next);
  const computer = standing(record)?.computer ?? null;
  await parts.courier.card(conversation, messageCard('This shows whether the repair worked.', { next, computer }));
}

/** The card with who pressed in the place of its buttons, for this person now and for everybody by an update. */
async function doneCard(
  parts: BotParts,
  press: ButtonPress,
  record: CaseRecord,
  diagnosis: Diagnosis,
): Promise<AdaptiveCard> {
  const card = diagnosisCard(
    diagnosis,
    contextOf(record, undefined, { doneBy: press.by, at: press.at ?? parts.now() }),
  );
  const shown = record.cardActivityId;
  await parts.cases.shownBy(press.conversation, record.id, null);
  if (shown !== null) parts.work.begin(() => parts.courier.replaceCard(press.conversation, shown, card));
  return card;
}
