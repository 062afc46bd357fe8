/** What a code means, for a terminal: wrapped to its width, the next command alone on its line. */
import { type CodeMeaning, type Explanation } from '../../analyzers/index';
import { placeLine } from '../../cards/next-command-part';
import { shown } from '../../cards/outside-text';
import { wrapped } from '../../cards/plain-text';
import { type Drawing } from './drawing';
import { painter, type Terminal } from './terminal';

export function explanationView({ meanings }: Explanation, terminal: Terminal): string {
  const drawing = { columns: terminal.columns, paint: painter(terminal) };
  return meanings.map((meaning) => `${meaningLines(meaning, drawing).join('\n')}\n`).join('\n');
}

function meaningLines(meaning: CodeMeaning, { columns, paint }: Drawing): readonly string[] {
  const { code, alsoWritten, name, text, causes, remedy, next } = meaning;
  const heading = [code, alsoWritten, name].filter((part) => part !== null).join('  ');
  return [
    paint(shown(heading), 'bold'),
    ...(text === null ? [] : wrapped(`"${text}"`, columns, '  ').map((line) => paint(line, 'faint'))),
    ...wrapped(meaning.meaning, columns, '  '),
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
