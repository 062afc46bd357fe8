/** Events as rows: saved in Event Viewer as CSV or text, and written by Export-Csv of Windows PowerShell 5.1 and PowerShell 7. */
import { type Columns } from './event-columns';
import { type EventFormReader, type OpenForm } from './event-form';
import { keepRecord, RECORD_NAMES, recordHead } from './event-record';
import { fieldIndex, fieldText, rowAt, type WholeRow } from './event-rows';
import { type EventTally } from './event-tally';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';

/**
 * Reads rows that may hold messages of many lines, and makes events of the wanted ones. csv-parse would make texts of every field of
 * every row, cannot go on behind a broken row, and does not say where in the text a field stands.
 */
export const delimitedForm =
  (columns: Columns): OpenForm =>
  (window, tally): EventFormReader => {
    let rowsAt = columns.rowsAt;
    let isLost = false;
    let isInLine = false;
    let isCut = false;

    /** Where the next row begins, as far as the text tells; else how far it was looked at. */
    const resync = (text: string, from: number, limit: number): number => {
      let at = isInLine ? nextLine(text, from) : from;
      for (; at < limit; at = nextLine(text, at)) {
        isInLine = false;
        if (!columns.rowStart.test(text.slice(at, at + LOOKAHEAD_CHARACTERS))) continue;
        isLost = false;
        return at;
      }
      isInLine = at >= text.length && !text.endsWith('\n');
      return at;
    };

    return {
      read: (isEnd) => {
        const text = window.text();
        const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
        if (rowsAt > limit) return 0;
        let at = rowsAt;
        rowsAt = 0;
        while (at < limit) {
          if (isLost) {
            at = resync(text, at, limit);
            continue;
          }
          const row = rowAt(text, at, columns.delimiter, isEnd);
          if (row.kind === 'broken') {
            tally.damaged(window.place(at).line, false);
            // A row that was cut swallows the beginning of the next one, up to its first quote.
            const line = text.lastIndexOf('\n', row.at - 1) + 1;
            at = line > at ? line : nextLine(text, row.at);
            [isLost, isInLine] = [true, at >= text.length];
          } else if (row.kind === 'row' && row.end <= limit) {
            const isRead = readRow(window, tally, columns, at, row);
            isCut = row.end === text.length && (!isRead || endsOpen(text, row));
            at = row.end;
          } else {
            isCut = isEnd;
            return isEnd ? text.length : at;
          }
        }
        return Math.min(at, text.length);
      },
      abandon: () => {
        [isLost, isInLine] = [true, true];
        return 0;
      },
      isWhole: () => !isCut,
    };
  };

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Whether a last row may have lost its end: neither a line end nor a quote closes it. */
const endsOpen = (text: string, row: WholeRow): boolean =>
  !isBlank(text, row) && !/[\r\n]$/.test(text.slice(-1)) && row.fields.at(-1)?.isQuoted !== true;

const isBlank = (text: string, { fields }: WholeRow): boolean =>
  fields.length === 1 && fieldText(text, fields[0]).trim() === '';

/** Gives a row to the tally; false where it is none of an event. */
function readRow(window: TextWindow, tally: EventTally, columns: Columns, start: number, row: WholeRow): boolean {
  const text = window.text();
  if (isBlank(text, row)) return true;
  const field = (name: string) => row.fields[columns.places.get(name) ?? -1];
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const found = field(name);
      if (found !== undefined) return fieldText(text, found);
    }
    return null;
  };
  const missing = columns.count - row.fields.length;
  // An event without a message may have no field for it.
  const isWhole = missing === 0 || (columns.isEventViewer && missing <= 1);
  const head = isWhole ? recordHead((property) => first(RECORD_NAMES[property])) : null;
  if (head === null) {
    tally.damaged(window.place(start).line, false);
    return false;
  }
  if (!tally.wants(head)) return true;
  const place = window.place(start);
  const message = field('Message');
  const record = {
    value: (name: string) => (field(name) === undefined ? null : fieldText(text, field(name))),
    properties: null,
    messageIndex: (offset: number) => (message === undefined ? start : fieldIndex(text, message, offset)),
    propertyIndex: () => start,
  };
  keepRecord(tally, record, place, window.place);
  return true;
}
