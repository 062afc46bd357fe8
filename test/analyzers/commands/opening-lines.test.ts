/** What a command says of a line's text alone never hides an output of it: where one begins, the text may open one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../analyzers/commands/index';
import { lineMemo } from '../../../analyzers/commands/line-memo';
import { type Line } from '../../../analyzers/document';
import { decode } from '../../../analyzers/intake/decode';
import { toLines } from '../../../analyzers/intake/lines';
import { completeEvidence } from '../../virtual-client/evidence';
import { healthyDeployment } from '../../virtual-client/healthy-deployments';

const FIXTURES = join(__dirname, '../../commands');

const linesOf = (name: string, bytes: Uint8Array): readonly Line[] => {
  const decoded = decode(bytes, name);
  return decoded.kind === 'text' ? toLines(decoded.text).lines : [];
};

const besideOf = (lines: readonly Line[], index: number) => ({
  isBlankAbove: (lines[index - 1]?.text ?? '').trim() === '',
  below: lines[index + 1]?.text ?? '',
});

const documents = [
  ...readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|csv|xml)$/.test(name))
    .map((name) => ({ name, lines: linesOf(name, readFileSync(join(FIXTURES, name))) })),
  ...completeEvidence(healthyDeployment()).map(({ name, bytes }) => ({ name, lines: linesOf(name, bytes) })),
];

describe('The text of a line', () => {
  it('may open every output that begins there, whatever stands beside it', () => {
    const memo = lineMemo(commands);
    const hidden = documents.flatMap(({ name, lines }) =>
      lines.flatMap(({ text, number }, index) => {
        const opening = memo(text).openingBeside(besideOf(lines, index));
        return commands
          .filter((command) => text.trim() !== '' && !opening.includes(command) && command.begins(lines, index))
          .map(({ id }) => `${name}:${number} ${id}`);
      }),
    );
    expect(documents.length).toBeGreaterThan(100);
    expect(hidden).toEqual([]);
  });

  it('turns most commands away, so that few are asked of every line', () => {
    const memo = lineMemo(commands);
    const printed = documents.flatMap(({ lines }) =>
      lines.flatMap(({ text }, index) => (text.trim() === '' ? [] : [{ text, beside: besideOf(lines, index) }])),
    );
    const asked = printed.reduce((sum, { text }) => sum + memo(text).opening.length, 0);
    const askedBeside = printed.reduce((sum, { text, beside }) => sum + memo(text).openingBeside(beside).length, 0);
    // Of the fixtures every other one is a list of properties, where each cmdlet could begin; what stands beside a line tells of most.
    expect(asked / printed.length).toBeLessThan(commands.length / 3);
    expect(askedBeside / printed.length).toBeLessThan(commands.length / 12);
  });
});
