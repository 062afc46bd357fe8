/** What one code means: what it says of a tunnel, the causes it shows, what mends it, and the command that tells more. */
import { type CodeMeaning, type Explanation } from '../analyzers/diagnosis/explanation';
import { type AdaptiveCard, type Element } from './elements';
import { aside, card, heading, run, title, value } from './kit';
import { nextCommandPart } from './next-command-part';
import { MAX_REMEDIES, numbered } from './remedies-part';
import { words } from './words';

/** A text may be that of several codes; more of them than these say the same again. */
export const MAX_MEANINGS = 4;

export function explainCard({ given, meanings }: Explanation): AdaptiveCard {
  const seen = meanings.slice(0, MAX_MEANINGS);
  const said = seen.map(({ meaning }) => meaning).join(' ');
  const more = meanings.length - seen.length;
  return card(`${given}: ${said}`, [
    title(words`What the code means`),
    ...seen.flatMap(meaningParts),
    ...(more > 0 ? [value(`${more} more have the same words.`, 'Medium')] : []),
  ]);
}

function meaningParts(meaning: CodeMeaning): readonly Element[] {
  const { code, alsoWritten, name, text, causes, remedy, next } = meaning;
  const numbers = [code, alsoWritten].filter((part) => part !== null).join(' · ');
  return [
    value(
      [run(numbers, { weight: 'Bolder' }), ...(name === null ? [] : [run(` ${name}`, { fontType: 'Monospace' })])],
      'Medium',
    ),
    ...(text === null ? [] : [aside(`Windows says: ${text}`)]),
    value(meaning.meaning, 'Small'),
    ...(causes.length === 0
      ? []
      : [
          heading(causes.length === 1 ? words`Cause` : words`Causes, the likelier first`, 'Medium'),
          ...causes.map((cause) => value(cause.title, 'Small')),
        ]),
    ...(remedy.length === 0
      ? []
      : [heading(words`Do this`, 'Medium'), ...remedy.slice(0, MAX_REMEDIES).map((said, at) => numbered(said, at))]),
    ...(next === null ? [] : [nextCommandPart(next, null)]),
  ];
}
