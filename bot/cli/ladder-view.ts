/** The ladder as a table of contents for a terminal. */
import { type RungDescription } from '../../analyzers/index';
import { groupName, GROUPS, STEP_NAMES } from '../../cards/ladder-names';
import { placeLine } from '../../cards/next-command-part';
import { wrapped } from '../../cards/plain-text';
import { painter, type Terminal } from '../terminal/terminal';
import { type Drawing } from '../terminal/drawing';

export function ladderView(ladder: readonly RungDescription[], terminal: Terminal): string {
  const drawing = { columns: terminal.columns, paint: painter(terminal) };
  const groups = GROUPS.map((group) => [
    drawing.paint(groupName(group, false), 'bold'),
    ...ladder.flatMap((rung, index) => (rung.tunnel === group ? rungLines(rung, index + 1, drawing) : [])),
  ]);
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rungLines({ step, passes, next }: RungDescription, number: number, drawing: Drawing): readonly string[] {
  const { columns, paint } = drawing;
  return [
    `${String(number).padStart(2)}  ${paint(STEP_NAMES[step], 'bold')}  ${paint(step, 'faint')}`,
    ...wrapped(passes, columns, '    '),
    `    ${paint(next.command, 'cyan')}`,
    paint(`    ${placeLine(next, null)}`, 'faint'),
  ];
}
