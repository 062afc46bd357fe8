/** The note for a ticket: plain text that a system without markdown shows as it is. */
import { join } from 'node:path';
import { NOTE_COLUMNS, ticketNote } from '../../cards/ticket-note';
import { context } from '../support/card-examples';
import { examples, failedConfirmed, needsMore } from '../support/diagnosis-examples';
import { expectGolden } from '../support/golden';

test.each(Object.entries(examples))('The note of %s is the one that was looked at', (name, example) => {
  expectGolden(join(__dirname, `golden/${name}.golden.txt`), `${ticketNote(example, context)}\n`);
});

test('No line is wider than 72 columns, except a command, which stays on one line', () => {
  const command = needsMore.next!.command;
  const wide = ticketNote(needsMore, context)
    .split('\n')
    .filter((line) => line.length > NOTE_COLUMNS);
  expect(wide).toEqual([`    ${command}`]);
});

test('It begins with the failed step and its place in the ladder', () => {
  expect(ticketNote(failedConfirmed).split('\n')[0]).toBe(
    'DirectAccess: infrastructure tunnel failed at main mode (step 10 of 20)',
  );
});

test('It ends with what was read, when, and the case', () => {
  expect(ticketNote(failedConfirmed, context).split('\n').at(-1)).toBe(
    'Read 23 November 2026, 13:20, 4 files. Case C-142.',
  );
});
