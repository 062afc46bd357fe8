/** PowerShell's JSON form: `ConvertTo-Json` of 5.1 and 7, a list or one object, indented or on one line. */
import { type Line, type LineText } from '../document';
import { objectEnd, stringEnd } from './event-json-text';
import { MAX_RECORDS, type PowershellRecord, type Property } from './powershell-list';

/** So much of one object is looked at to know it by its names; CIM objects hold their class and all its methods. */
const MAX_BEGINNING_LINES = 400;
export const MAX_JSON_CHARACTERS = 4 * 1024 * 1024;
/** Windows PowerShell wraps a list that it was given as one argument: `{"value": […], "Count": 2}`. */
const WRAPPER = /^\s{0,100}\{\s{0,100}"value"\s{0,100}:\s{0,100}\[/;
const KEY_END = /\s{0,100}:\s{0,100}/y;
const PLAIN = /[-+\w.]{1,60}/y;

/** The names of the first object at `lines[index]`; null where no JSON begins there. Indented lines are the inside of another. */
export function jsonNames(lines: readonly LineText[], index: number): readonly string[] | null {
  const first = lines[index]?.text ?? '';
  if (!/^[[{]/.test(first)) return null;
  const text = textOf(lines.slice(index, index + MAX_BEGINNING_LINES));
  const start = text.indexOf('{', WRAPPER.exec(text)?.[0].length ?? 0);
  return start < 0 ? null : propertiesAt(text, start).map(({ name }) => name);
}

/** The objects of the JSON that begins at `lines[index]`; `isClosed` where its last bracket was seen. */
export function jsonRecords(
  lines: readonly Line[],
  index: number,
): { readonly records: readonly PowershellRecord[]; readonly isClosed: boolean } {
  const own = lines.slice(index);
  const text = textOf(own);
  const wrapper = WRAPPER.exec(text)?.[0].length ?? 0;
  const isList = wrapper > 0 || text.trimStart().startsWith('[');
  const place = lineFinder(own);
  const records: PowershellRecord[] = [];
  let at = wrapper;
  while (records.length < MAX_RECORDS) {
    const start = text.indexOf('{', at);
    const close = isList ? text.indexOf(']', at) : -1;
    if (start < 0 || (close >= 0 && close < start)) break;
    const end = objectEnd(text, start);
    if (end === null) return { records, isClosed: false };
    const values = parsed(text.slice(start, end));
    if (values === null) return { records, isClosed: false };
    records.push(
      new Map(
        propertiesAt(text, start).map(({ name, at: from, plain }) => [
          name.toLowerCase(),
          property(values[name], plain, place(from)),
        ]),
      ),
    );
    at = end;
    if (!isList) return { records, isClosed: true };
  }
  return { records, isClosed: isList && text.includes(']', at) };
}

const textOf = (lines: readonly LineText[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .slice(0, MAX_JSON_CHARACTERS);

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null; // an object of any names
  } catch {
    return null;
  }
}

/** The names of one object where they stand, and a number as it is printed: 64 bits do not survive parsing. */
function propertiesAt(
  text: string,
  start: number,
): readonly { readonly name: string; readonly at: number; readonly plain: string | null }[] {
  const found: { readonly name: string; readonly at: number; readonly plain: string | null }[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    const close = text.indexOf('}', at);
    if (quote < 0 || (close >= 0 && close < quote)) return found;
    const end = stringEnd(text, quote);
    if (end === null) return found;
    KEY_END.lastIndex = end;
    if (!KEY_END.test(text)) return found;
    const value = KEY_END.lastIndex;
    PLAIN.lastIndex = value;
    const plain = PLAIN.exec(text)?.[0] ?? null;
    found.push({ name: text.slice(quote + 1, end - 1), at: quote, plain });
    const next = valueEnd(text, value, plain);
    if (next === null) return found;
    at = next;
  }
}

/** Behind a value: a string, an object, a list, or a plain word. */
function valueEnd(text: string, start: number, plain: string | null): number | null {
  const sign = text[start];
  if (sign === '"') return stringEnd(text, start);
  if (sign === '{') return objectEnd(text, start);
  if (sign === '[') return listEnd(text, start);
  return plain === null ? null : start + plain.length;
}

const LIST_TOKEN = /["[\]]/g;

function listEnd(text: string, start: number): number | null {
  let depth = 0;
  LIST_TOKEN.lastIndex = start;
  for (let found = LIST_TOKEN.exec(text); found !== null; found = LIST_TOKEN.exec(text)) {
    if (found[0] === '"') {
      const end = stringEnd(text, found.index);
      if (end === null) return null;
      LIST_TOKEN.lastIndex = end;
      continue;
    }
    depth += found[0] === '[' ? 1 : -1;
    if (depth === 0) return LIST_TOKEN.lastIndex;
  }
  return null;
}

function property(value: unknown, plain: string | null, line: Line): Property {
  const text = typeof value === 'number' ? (plain ?? String(value)) : words(value);
  return text === null ? { value: '', line, isCut: true } : { value: text, line };
}

/** As the list form prints it; null for an object of which no text is known. */
function words(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const entries = value.map(words);
    return entries.includes(null) ? null : `{${entries.join(', ')}}`;
  }
  const { IPAddressToString: address, value: wrapped, Value: held } = value as Readonly<Record<string, unknown>>; // an object of any names
  return typeof address === 'string'
    ? address
    : wrapped !== undefined
      ? words(wrapped)
      : held !== undefined
        ? words(held)
        : null;
}

/** The line in which a character stands, for indexes that grow. */
function lineFinder(lines: readonly Line[]): (index: number) => Line {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of lines) {
    starts.push(at);
    at += text.length + 1;
  }
  let current = 0;
  return (index) => {
    while ((starts[current + 1] ?? Infinity) <= index) current += 1;
    return lines[current] ?? { number: 0, text: '', raw: '' };
  };
}
