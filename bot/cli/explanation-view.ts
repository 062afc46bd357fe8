/** What a code means, for a terminal: wrapped to its width, the next command alone on its line. */
import { type CodeMeaning, type Explanation } from '../../analyzers/index';
import { sameMeaning, type SameMeaning } from '../../cards/explain-card';
import { placeLine } from '../../cards/next-command-part';
import { shown } from '../../cards/outside-text';
import { wrapped } from '../../cards/plain-text';
import { type Drawing } from '../terminal/drawing';
import { painter, type Terminal } from '../terminal/terminal';

export function explanationView({ meanings }: Explanation, terminal: Terminal): string {
  const drawing = { columns: terminal.columns, paint: painter(terminal) };
  return sameMeaning(meanings)
    .map((group) => `${meaningLines(group, drawing).join('\n')}\n`)
    .join('\n');
}

function meaningLines(group: SameMeaning, { columns, paint }: Drawing): readonly string[] {
  const [{ text, meaning, causes, remedy, next }] = group;
  return [
    ...group.map((one) => paint(shown(headingOf(one)), 'bold')),
    ...(text === null ? [] : wrapped(`"${text}"`, columns, '  ').map((line) => paint(line, 'faint'))),
    ...wrapped(meaning, columns, '  '),
    ...causes.flatMap(({ title }) => wrapped(title, columns, '  Cause: ')),
    ...remedy.flatMap((said, index) => wrapped(said, columns, `  ${index + 1} `)),
    ...(next === null
      ? []
      : [
          `${paint('  Run this next', 'bold')}  ${paint(placeLine(next, null), 'faint')}`,
          `    ${paint(next.command, 'cyan', 'bold')}`,
        ]),
  ];
}

const headingOf = ({ code, alsoWritten, name }: CodeMeaning): string =>
  [code, alsoWritten, name].filter((part) => part !== null).join('  ');
