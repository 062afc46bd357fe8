/** The four forms in which a cmdlet's records come (list, table, CSV, JSON): what begins where, and the records of an output. */
import { type Line } from '../document';
import { keptWithLines } from './kept-with-lines';
import { csvNames, csvRecords } from './powershell-csv';
import { jsonNames, jsonRecords } from './powershell-json';
import { endsRecord, type PowershellRecord, powershellRecords, propertyOf } from './powershell-list';
import { tableNames, tableRecords } from './powershell-table';

export type PowershellForm = 'list' | 'table' | 'csv' | 'json';

/** What begins at a line: the form, and the names of the properties in lower case. */
export interface RecordBeginning {
  readonly form: PowershellForm;
  readonly names: readonly string[];
}

/** So many lines of a list are looked at to know its record. */
const MAX_LIST_LINES = 40;

const KNOWN = new WeakMap<readonly Line[], Map<number, RecordBeginning | null>>();

/** What begins at `lines[index]`; null where no record can. Every command asks for every line, so an answer is kept with the lines. */
export function recordBeginning(lines: readonly Line[], index: number): RecordBeginning | null {
  const known = KNOWN.get(lines) ?? new Map<number, RecordBeginning | null>();
  KNOWN.set(lines, known);
  const before = known.get(index);
  if (before !== undefined) return before;
  const found = look(lines, index);
  known.set(index, found);
  return found;
}

function look(lines: readonly Line[], index: number): RecordBeginning | null {
  const text = lines[index]?.text ?? '';
  if (text === '') return null;
  const json = jsonNames(lines, index);
  if (json !== null) return beginning('json', json);
  const table = tableNames(lines, index);
  if (table !== null) return beginning('table', table);
  if (nameIn(lines, text) !== null) return beginning('list', listNames(lines, index));
  const csv = csvNames(lines, index);
  return csv === null ? null : beginning('csv', csv);
}

const beginning = (form: PowershellForm, names: readonly string[]): RecordBeginning => ({
  form,
  names: names.map((name) => name.toLowerCase()),
});

/** Each line is looked at from every line above it that may begin a record. */
const nameIn = keptWithLines((text) => propertyOf(text)?.name ?? null);

/** The names of one record: it ends at a blank line, but where every line has one below it, and where its first name comes again. */
function listNames(lines: readonly Line[], index: number): readonly string[] {
  const names: string[] = [];
  let together = 0;
  for (const { text } of lines.slice(index, index + MAX_LIST_LINES)) {
    if (text.trim() === '') {
      if (together > 1) break;
      together = 0;
      continue;
    }
    const name = nameIn(lines, text);
    if (name === null) {
      if (!/^\s{4,}\S/.test(text)) break;
      continue;
    }
    if (name === names[0]) break;
    names.push(name);
    together += 1;
  }
  return names;
}

/** What an output holds: its records, those that are whole by their form, and whether its end is. */
export interface FoundRecords {
  readonly records: readonly PowershellRecord[];
  /** Every record is whole; in a list the last one may have lost properties. */
  readonly lastIsWhole: boolean;
  /** The output ends as its form ends. */
  readonly endsWhole: boolean;
  /** The form itself shows its end, whatever follows or does not. */
  readonly isClosed: boolean;
}

/**
 * The records of an output, by the first line that begins some with one of the names. `lines` are all lines; `whole` leaves out a last
 * one that may be cut in its middle: JSON shows by itself what is missing.
 */
export function recordsOf(
  lines: readonly Line[],
  whole: readonly Line[],
  isOwn: (names: readonly string[]) => boolean,
): FoundRecords {
  const start = lines.findIndex((_, index) => isOwn(recordBeginning(lines, index)?.names ?? []));
  const form = start < 0 ? 'list' : (recordBeginning(lines, start)?.form ?? 'list');
  switch (form) {
    case 'json': {
      const { records, isClosed } = jsonRecords(lines, start);
      return { records, lastIsWhole: true, endsWhole: isClosed, isClosed };
    }
    case 'csv': {
      const { records, isSound } = csvRecords(whole, start);
      return { records, lastIsWhole: true, endsWhole: isSound && records.length > 0, isClosed: false };
    }
    case 'table': {
      const records = tableRecords(whole, start);
      const ends = whole.at(-1)?.text.trim() === '';
      return { records, lastIsWhole: true, endsWhole: ends && records.length > 0, isClosed: false };
    }
    default: {
      const records = powershellRecords(whole);
      return { records, lastIsWhole: false, endsWhole: endsRecord(whole, records), isClosed: false };
    }
  }
}
