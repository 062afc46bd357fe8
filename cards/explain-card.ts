/** What one code means: what it says of a tunnel, the causes it shows, what mends it, and the command that tells more. */
import { type CodeMeaning, type Explanation } from '../analyzers/diagnosis/explanation';
import { type AdaptiveCard, type Element } from './elements';
import { aside, card, heading, run, title, value } from './kit';
import { nextCommandPart } from './next-command-part';
import { MAX_REMEDIES, numbered } from './remedies-part';
import { words } from './words';

export function explainCard({ given, meanings }: Explanation): AdaptiveCard {
  const groups = sameMeaning(meanings);
  const said = groups.map(([{ meaning }]) => meaning).join(' ');
  const asked = words`What the code means`;
  return card(`${asked}: ${given.replace(/\.$/, '')}. ${said}`, [title(asked), ...groups.flatMap(meaningParts)]);
}

/** Codes that say the same (13809 to 13812) are said once. */
export type SameMeaning = readonly [CodeMeaning, ...CodeMeaning[]];

export function sameMeaning(meanings: readonly CodeMeaning[]): readonly SameMeaning[] {
  return meanings.reduce<readonly SameMeaning[]>((groups, meaning) => {
    const last = groups.at(-1);
    return last?.[0].meaning === meaning.meaning
      ? [...groups.slice(0, -1), [...last, meaning]]
      : [...groups, [meaning]];
  }, []);
}

function meaningParts(group: SameMeaning): readonly Element[] {
  const [{ text, meaning, causes, remedy, next }] = group;
  return [
    ...group.map(codeLine),
    ...(text === null ? [] : [aside(`Windows says: ${text}`)]),
    value(meaning, 'Small'),
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

function codeLine({ code, alsoWritten, name }: CodeMeaning, index: number): Element {
  const numbers = [code, alsoWritten].filter((part) => part !== null).join(' · ');
  const called = name === null ? [] : [run(` ${name}`, { fontType: 'Monospace' })];
  return value([run(numbers, { weight: 'Bolder' }), ...called], index === 0 ? 'Medium' : 'None');
}
