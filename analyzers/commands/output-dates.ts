/** The dates of one output: read in the order of its document, and told where day and month stay open. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { dateOrder, isAmbiguousDate, readWindowsDate } from '../grammars/windows-date';
import { type Output } from './command';

export interface OutputDates {
  /** The date of a text as ISO 8601 without a zone; null where it has none. */
  readonly read: (text: string) => string | null;
  /** One problem for the first of these lines whose day and month nothing decides; else none. */
  readonly problems: (lines: readonly (Line | null)[]) => readonly Problem[];
}

export function outputDates(output: Output): OutputDates {
  const { order, decided } = output.dates ?? dateOrder(output.lines, null);
  return {
    read: (text) => readWindowsDate(text, order),
    problems: (lines) => {
      const open = decided ? undefined : lines.find((line) => line !== null && isAmbiguousDate(line.text));
      if (open === undefined || open === null) return [];
      const message = `"${open.text.trim()}" may have the month or the day first, and is read with the month first. Send the output of systeminfo too if the computer writes the day first.`;
      return [{ code: 'ambiguous-date', message, line: open.number }];
    },
  };
}
