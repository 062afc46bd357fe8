/** The question at the end of a case: what was the cause? Each answer is one press. */
import { type Cause, type Diagnosis, type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Element } from './elements';
import { aboutCase, type Awaited } from './follow-up-card';
import { aside, block, card, cardSign, heading, run, titled, value } from './kit';
import { SIGNS } from './ladder-names';
import { pressedRow } from './pressed-row';
import { dateAndTime } from './dates';
import { type Words, words } from './words';

/** More are never likely at the same time, and a phone shows so many rows at once. */
const MAX_CAUSES = 4;

/** What a person answers where the cause is none that the diagnosis named. */
export const OTHER_CAUSES = ['other', 'unknown'] as const;
export type OtherCause = (typeof OTHER_CAUSES)[number];

const OTHER_WORDS: Readonly<Record<OtherCause, Words>> = {
  other: words`Something else`,
  unknown: words`Nobody knows`,
};

/** The last prompt of a question: the person is asked once more, told that this is the last time, and may close the case. */
export function closingQuestionCard({ diagnosis, next, asked, of }: Awaited, context: CardContext): AdaptiveCard {
  const title = words`Is this case solved?`;
  return card(`${title} I ask no more after this.`, [
    titled(cardSign(SIGNS.unknown), title, [
      value(
        `I asked ${of === null ? '' : `${of} `}for an output ${asked}, and it did not come. I ask no more after this.`,
        'Small',
      ),
      value([run('The command was '), run(commandOf(next), { fontType: 'Monospace' })], 'Small'),
      aside(aboutCase(diagnosis?.computer ?? null, context), 'Small'),
    ]),
    causesBlock(words`If it is: what was the cause?`, diagnosis, context),
    ...buttons(['ran', 'tomorrow'], ['close', 'stop-asking'], context),
  ]);
}

/** After *Solved*: the case is closed already, so whoever does not answer leaves nothing open. */
export function causeQuestionCard(
  diagnosis: Diagnosis | null,
  done: { readonly by: string; readonly at: string },
  context: CardContext,
): AdaptiveCard {
  const title = words`Solved`;
  const sentence = `Case ${context.caseId} is closed. Choose what it was, and the case is complete.`;
  return card(`${title}. ${sentence}`, [
    titled(cardSign(SIGNS.passed), title, [
      value(sentence, 'Small'),
      aside(`Closed by ${done.by}, ${dateAndTime(done.at)}`, 'Small'),
    ]),
    causesBlock(words`What was the cause?`, diagnosis, context),
  ]);
}

/** The causes that a person is asked to choose among: those of the diagnosis, the likeliest first. */
export const causesToChoose = (diagnosis: Diagnosis | null): readonly Cause[] =>
  (diagnosis?.causes ?? []).slice(0, MAX_CAUSES);

function causesBlock(said: Words, diagnosis: Diagnosis | null, context: CardContext): Element {
  return block([
    heading(said),
    ...causesToChoose(diagnosis).map(({ id, title }) => choice(title, id, context)),
    ...OTHER_CAUSES.map((id) => choice(OTHER_WORDS[id], id, context)),
  ]);
}

const choice = (title: string, cause: string, { caseId }: CardContext): Element =>
  pressedRow({
    sign: null,
    lines: [value(title)],
    word: words`Choose`,
    verb: 'cause',
    data: { case: caseId, cause },
  });

/** The first words tell which command is meant; it stands whole on the earlier cards of the thread. */
const MAX_COMMAND_CHARACTERS = 60;
const commandOf = ({ command }: NextCommand): string =>
  command.length > MAX_COMMAND_CHARACTERS ? `${command.slice(0, MAX_COMMAND_CHARACTERS)}…` : command;
