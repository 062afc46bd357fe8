/** The four forms in which a cmdlet's records come (list, table, CSV, JSON): what begins where, and the records of an output. */
import { type Line, type LineText } from '../document';
import { keptWithLines } from './kept-with-lines';
import { csvNames, csvRecords } from './powershell-csv';
import { jsonNames, jsonRecords } from './powershell-json';
import { endsRecord, type PowershellRecord, powershellRecords, propertyOf } from './powershell-list';
import { tableNames, tableRecords } from './powershell-table';

export type PowershellForm = 'list' | 'table' | 'csv' | 'json';

/** What begins at a line. */
export interface RecordBeginning {
  readonly form: PowershellForm;
  /** The first of the names. */
  readonly first: string;
  /** The names of the properties in lower case; those of a list are looked for when they are asked for, in the lines below. */
  readonly names: () => readonly string[];
}

/** So many lines of a list are looked at to know its record. */
const MAX_LIST_LINES = 40;

/** What begins at `lines[index]`; null where no record can. Every command asks the same of a line before the next line is looked at. */
export function recordBeginning(lines: readonly LineText[], index: number): RecordBeginning | null {
  const known = ASKED_LAST.get(lines);
  if (known?.index === index) return known.found;
  const found = look(lines, index);
  ASKED_LAST.set(lines, { index, found });
  return found;
}

const ASKED_LAST = new WeakMap<
  readonly LineText[],
  { readonly index: number; readonly found: RecordBeginning | null }
>();

function look(lines: readonly LineText[], index: number): RecordBeginning | null {
  const text = lines[index]?.text ?? '';
  if (text === '') return null;
  const json = jsonNames(lines, index);
  if (json !== null) return beginning('json', json);
  const table = tableNames(lines, index);
  if (table !== null) return beginning('table', table);
  const name = nameIn(lines, text);
  if (name !== null) return listBeginning(lines, index, name);
  const csv = csvNames(lines, index);
  return csv === null ? null : beginning('csv', csv);
}

function beginning(form: PowershellForm, printed: readonly string[]): RecordBeginning {
  const names = printed.map((name) => name.toLowerCase());
  return { form, first: names[0] ?? '', names: () => names };
}

function listBeginning(lines: readonly LineText[], index: number, first: string): RecordBeginning {
  let names: readonly string[] | null = null;
  return {
    form: 'list',
    first: first.toLowerCase(),
    names: () => (names ??= listNames(lines, index).map((name) => name.toLowerCase())),
  };
}

/** Each line is looked at from every line above it that may begin a record. */
const nameIn = keptWithLines((text) => propertyOf(text)?.name ?? null);

/** The names of one record: it ends at a blank line, but where every line has one below it, and where its first name comes again. */
function listNames(lines: readonly LineText[], index: number): readonly string[] {
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
  const start = lines.findIndex((_, index) => isOwn(recordBeginning(lines, index)?.names() ?? []));
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
