/** The terminal's view of a diagnosis. */
import { join } from 'node:path';
import { terminalOf } from '../../../bot/terminal/terminal';
import { textView } from '../../../bot/terminal/text-view';
import { examples, failedConfirmed, needsMore } from '../../support/diagnosis-examples';
import { expectGolden } from '../../support/golden';

const pipe = terminalOf({}, {});
const colourful = terminalOf({ isTTY: true, columns: 120 }, { TERM: 'xterm' });

test.each(Object.entries(examples))('The view of %s is the one that was looked at', (name, example) => {
  expectGolden(join(__dirname, `golden/${name}.golden.txt`), textView(example, pipe));
});

test('A pipe, NO_COLOR and a dumb terminal get no colours', () => {
  const silent = [
    pipe,
    terminalOf({ isTTY: true }, { NO_COLOR: '1' }),
    terminalOf({ isTTY: true }, { TERM: 'dumb' }),
  ].map((terminal) => textView(failedConfirmed, terminal));
  expect(silent.filter((view) => view.includes('\u001B'))).toEqual([]);
});

test('A terminal gets colours, and the same text under them', () => {
  const view = textView(failedConfirmed, colourful);
  expect(view).toContain('\u001B[31m');
  const bare = view.replace(/\u001B\[\d+m/g, '');
  expect(bare).toBe(textView(failedConfirmed, { ...colourful, colours: false }));
});

test('Sentences are wrapped to a narrow terminal, and the command is not', () => {
  const narrow = textView(needsMore, { columns: 40, colours: false }).split('\n');
  expect(narrow.filter((line) => line.length > 40)).toEqual([
    'Run this next  On CLIENT1 · Command Prompt, as administrator',
    `    ${needsMore.next!.command}`,
  ]);
});

test('An upload cannot send an escape sequence to the terminal', () => {
  const hostile = {
    ...needsMore,
    computer: '\u001B]0;title\u0007',
    causes: [{ ...failedConfirmed.causes[0]!, title: '\u001B[2J' }],
  };
  expect(textView(hostile, pipe)).not.toContain('\u001B');
});
