/** One event object of ConvertTo-Json as a record: its properties, with the places of its message and of its values in the text. */
import { indexAfter, stringEnd } from './event-json-text';
import { type EventRecord } from './event-record';

const TOKEN = /["{}]/g;
/** Numbers of 16 digits and more are not exact in JavaScript: they become texts. */
const LONG_NUMBER = /(?<![\w.+-])-?\d{16,}(?![\w.])/g;

/** Null where the text is no object of JSON. */
export function jsonRecord(text: string): EventRecord | null {
  const { exact, messageAt, valuesAt } = walk(text);
  const object = parsed(exact);
  if (object === null) return null;
  const properties = object['Properties'];
  return {
    value: (name) => textOf(object[name]),
    properties: Array.isArray(properties) ? valuesOf(properties) : null,
    messageIndex: (offset) => (messageAt === null ? 0 : indexAfter(text, messageAt, offset)),
    propertyIndex: (position) => valuesAt[position] ?? 0,
  };
}

/** One pass over the text: long numbers are quoted, and the message and the values of `Properties` found. */
function walk(text: string): {
  readonly exact: string;
  readonly messageAt: number | null;
  readonly valuesAt: readonly number[];
} {
  const parts: string[] = [];
  const valuesAt: number[] = [];
  let messageAt: number | null = null;
  let depth = 0;
  let key = '';
  let from = 0;
  const take = (to: number): void => {
    parts.push(text.slice(from, to).replace(LONG_NUMBER, '"$&"'));
  };
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    if (found[0] !== '"') {
      depth += found[0] === '{' ? 1 : -1;
      continue;
    }
    take(found.index);
    const end = stringEnd(text, found.index) ?? text.length;
    const string = text.slice(found.index, end);
    parts.push(string);
    if (isKey(text, end)) {
      if (depth === 1) key = string.slice(1, -1);
      else if (key === 'Properties' && string === '"Value"') valuesAt.push(found.index);
    } else if (depth === 1 && key === 'Message') messageAt ??= found.index + 1;
    from = TOKEN.lastIndex = end;
  }
  take(text.length);
  return { exact: parts.join(''), messageAt, valuesAt };
}

const COLON = /\s{0,100}:/y;

function isKey(text: string, end: number): boolean {
  COLON.lastIndex = end;
  return COLON.test(text);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null; // no JSON: the event is damaged, which the caller says
  }
}

/** Values by position; Windows PowerShell writes the name of their type in their place. */
function valuesOf(properties: readonly unknown[]): readonly string[] | null {
  if (!properties.every((property) => isObject(property) && 'Value' in property)) return null;
  return properties.map((property) => (isObject(property) ? (textOf(property['Value']) ?? '') : ''));
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) ? textOf(value['value'] ?? value['Value']) : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
