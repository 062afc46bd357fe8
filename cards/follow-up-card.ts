/** The card of a prompt: which output is awaited, since when, why it matters, and the command again. */
import { type Diagnosis, type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard } from './elements';
import { headline } from './headline';
import { aside, card, cardSign, titled, value } from './kit';
import { SIGNS } from './ladder-names';
import { machineName, nextCommandPart } from './next-command-part';
import { small, words } from './words';

export interface Awaited {
  /** null where nothing was read so far, or what was made of it by another release. */
  readonly diagnosis: Diagnosis | null;
  readonly nothingRead: boolean;
  readonly next: NextCommand;
  /** In the reader's time, as a sentence has it: "today at 11:40". */
  readonly asked: string;
  /** Who was asked, where others read the card too; null in a chat with one person. */
  readonly of: string | null;
}

/** Two buttons are seen: the answer that is wanted, and the one that a person in the middle of something gives most. */
export function followUpCard(awaited: Awaited, context: CardContext): AdaptiveCard {
  const { diagnosis, next, asked, of } = awaited;
  const computer = diagnosis?.computer ?? null;
  const title = words`One output is still missing`;
  return card(`${title}. ${aloud(next, computer)}`, [
    titled(cardSign(SIGNS.waiting), title, [
      value(`I asked ${of === null ? '' : `${of} `}for it ${asked}. ${whyItMatters(awaited)}`, 'Small'),
      aside(aboutCase(computer, context), 'Small'),
    ]),
    nextCommandPart(next, computer),
    ...buttons(['ran', 'tomorrow'], ['hour', 'solved', 'stop-asking'], context),
  ]);
}

/** "CLIENT1 · case C-142". */
export const aboutCase = (computer: string | null, { caseId }: CardContext): string =>
  [...(computer === null ? [] : [computer]), `case ${caseId}`].join(' · ');

/** A command that the diagnosis itself does not ask for was asked for after a repair. */
function whyItMatters({ diagnosis, nothingRead, next }: Awaited): string {
  if (nothingRead) return 'Nothing was read so far, and this output shows most at once.';
  if (diagnosis === null) return 'This output decides how it goes on.';
  if (diagnosis.next?.id !== next.id) return 'It shows whether the repair worked.';
  if (diagnosis.outcome !== 'failed') return 'Nothing failed so far, and this output decides how it goes on.';
  const { title } = headline(diagnosis);
  const tunnel = diagnosis.steps.find(({ step }) => step === diagnosis.failedStep)?.tunnel;
  return tunnel === 'infrastructure' || tunnel === 'intranet'
    ? `The ${small(title)}, and this output tells why.`
    : `${title}. This output tells why.`;
}

const aloud = ({ runOn, elevated }: NextCommand, computer: string | null): string =>
  `Run the command on ${machineName(runOn, computer)}${elevated ? ', as administrator' : ''}, and send what it prints.`;
