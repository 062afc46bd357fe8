/** PowerShell's list form: `Name : value`, one property a line, records with a blank line in between. */
import { type Line } from '../document';

export interface Property {
  readonly value: string;
  readonly line: Line;
  /** The form did not print all of it (`DirectAccess Pol...`, `System.String[]`): the value is empty, and says nothing. */
  readonly isCut?: true;
}

/** Properties by name in lower case; the order is that of the text. */
export type PowershellRecord = ReadonlyMap<string, Property>;

export const MAX_RECORDS = 5000;
export const MAX_VALUE_CHARACTERS = 8000;

/** Names have no blanks but in brackets (`NetRoute (NextHop)`); the colon stands behind padding. */
const PROPERTY = /^([A-Za-z][\w.]{0,80}(?: \(\w{1,40}\))?)[ \t]*:(?:[ \t](.*))?$/;

/** The property of a line; null where it is none. */
export function propertyOf(text: string): { readonly name: string; readonly value: string } | null {
  const found = PROPERTY.exec(text);
  return found?.[1] === undefined ? null : { name: found[1], value: (found[2] ?? '').trim() };
}

/**
 * The records of a list. A new one begins where a name comes again or, below a blank line, where the first name of the list does; a
 * value goes on in indented lines, each kept apart by a line feed.
 */
export function powershellRecords(lines: readonly Line[]): readonly PowershellRecord[] {
  const records: Map<string, Property>[] = [];
  let last: string | null = null;
  for (const line of lines) {
    const property = propertyOf(line.text);
    let current = records.at(-1);
    if (property === null) {
      const open = last === null ? undefined : current?.get(last);
      const isContinued = open !== undefined && /^\s{4,}\S/.test(line.text);
      if (isContinued && last !== null && open.value.length < MAX_VALUE_CHARACTERS) {
        current?.set(last, { ...open, value: joined(open.value, line.text.trim()) });
      } else if (line.text.trim() !== '') last = null;
      continue;
    }
    last = property.name.toLowerCase();
    if (current === undefined || current.has(last)) {
      if (records.length >= MAX_RECORDS) break;
      current = new Map();
      records.push(current);
    }
    current.set(last, { value: property.value, line });
  }
  return records;
}

const joined = (value: string, more: string): string => (value === '' ? more : `${value}\n${more}`);

/** The entries of a value: `{2001:db8::1, 2001:db8::2}`, or one in each line; the dots for those left out are none of the last. */
export function listEntries(value: string): readonly string[] {
  return value
    .replace(/(?:\.\.\.|…)\}$/, '}')
    .replace(/^\{|\}$/g, '')
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The value of a property, null where it is not printed or empty. */
export function valueOf(record: PowershellRecord, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = record.get(name.toLowerCase())?.value ?? '';
    if (value !== '') return value;
  }
  return null;
}

/**
 * Whether the last record is whole in its form: a blank line follows it, or it has as many properties as the first one. A cut between
 * two records cannot be told by this.
 */
export function endsRecord(lines: readonly Line[], records: readonly PowershellRecord[]): boolean {
  const last = records.at(-1);
  if (last === undefined) return false;
  const ends = lines.at(-1)?.text.trim() === '';
  return ends || (records.length > 1 && last.size === records[0]?.size);
}
