/** Short answers: the ticket note to copy, and one sentence with, where it helps, one command. */
import { type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { buttons, execute } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type CodeBlock, type Element } from './elements';
import { aside, card, cardSign, run, text, title, titled, value } from './kit';
import { SIGNS } from './ladder-names';
import { nextCommandPart } from './next-command-part';
import { shown } from './outside-text';
import { words } from './words';

/** The note in one block that can be selected as a whole. */
export const noteCard = (note: string): AdaptiveCard =>
  card('The note for the ticket is written.', [
    title(words`Note for the ticket`),
    text(words`Select it, copy it, and paste it into the ticket.`, { spacing: 'Small' }),
    noteBlock(note),
  ]);

/** One sentence that may have values in it, and the command that is awaited, where there is one. */
export const messageCard = (
  sentence: string,
  awaited: { readonly next: NextCommand; readonly computer: string | null } | null,
): AdaptiveCard =>
  card(sentence, [value(sentence), ...(awaited === null ? [] : [nextCommandPart(awaited.next, awaited.computer)])]);

/**
 * Something of ours failed: what is safe, and a reference of eight characters to find it in the log. What failed is kept, and the first
 * button asks for it to be tried again; of a press nothing is kept, and it brings back the card of the case (`refresh`).
 */
export function errorCard(
  safe: string,
  reference: string,
  context: CardContext,
  first: 'try-again' | 'refresh' = 'try-again',
): AdaptiveCard {
  const title = words`I could not finish this`;
  const below = [value(safe, 'Small'), aside(`Reference ${reference}`, 'Small')];
  return card(`${title}. ${safe}`, [
    titled(cardSign(SIGNS.unreadable), title, below),
    ...(context.buttons === 'offered' ? [againOrNote(first, reference, context)] : buttons([], [], context)),
  ]);
}

const againOrNote = (first: 'try-again' | 'refresh', reference: string, context: CardContext): Element => ({
  type: 'ActionSet',
  actions: [
    first === 'refresh' ? execute(first, context) : execute(first, context, { data: { reference } }),
    execute('note', context),
  ],
  spacing: 'Medium',
});

/** A renderer without CodeBlock draws line by line; blanks that it would drop become no-break spaces. */
function noteBlock(note: string): CodeBlock {
  const lines = note.split('\n');
  return {
    type: 'CodeBlock',
    codeSnippet: lines.map(shown).join('\n'),
    language: 'PlainText',
    fallback: {
      type: 'Container',
      items: lines.map((line) => value([run(blanksKept(line), { fontType: 'Monospace', size: 'Small' })], 'None')),
      spacing: 'Small',
    },
    spacing: 'Small',
  };
}

const blanksKept = (line: string): string => line.replace(/^ | (?= )/g, '\u00A0');
