/** Events as PowerShell's list: `Get-WinEvent … | Format-List`, with a message whose lines are indented below its name. */
import { type ReadBlock } from './event-blocks';
import { endsMessage } from './event-message-end';
import { type EventRecord, keepRecord, RECORD_NAMES, recordHead } from './event-record';

/** A property at the beginning of a line: `ProviderName : Microsoft-Windows-…`. */
const PROPERTY = /^([A-Za-z]\w{0,60})([ \t]{0,60}):(?:[ \t]|$)/;
/** A value is behind the padded name, a blank, the colon and a blank. */
const AFTER_NAME = 2;
const MAX_VALUE_LINES = 2000;
const MAX_PROPERTIES = 100;

interface Value {
  /** Its lines without their indentation. */
  readonly lines: string[];
  /** Where each of them begins in the block. */
  readonly starts: number[];
}

/** Where a list of events begins: the name of its first property tells where each of them does. Null where the text is no such list. */
export function listStart(text: string): RegExp | null {
  const properties = propertiesOf(text);
  const names = [...properties.keys()];
  const has = (wanted: readonly string[]): boolean => wanted.some((name) => properties.has(name));
  const { eventId, time, provider, recordId, message } = RECORD_NAMES;
  if (names[0] === undefined || !has(eventId) || [time, provider, recordId, message].filter(has).length < 2)
    return null;
  return new RegExp(String.raw`^${names[0]}[ \t]{0,60}:(?=[ \t\r\n])`, 'gm');
}

export const readListBlock: ReadBlock = (window, tally, start, end, isLast) => {
  const block = window.text().slice(start, end);
  const properties = propertiesOf(block);
  const value = (name: string): string | null => {
    const text = properties.get(name)?.lines.join('\n').trim() ?? '';
    return text === '' ? null : text;
  };
  const head = recordHead((property) => {
    for (const name of RECORD_NAMES[property]) if (properties.has(name)) return value(name);
    return null;
  });
  const message = properties.get('Message');
  const text = message?.lines.join('\n') ?? '';
  const isCut = isLast && !/\n[^\S\n]*\n$/.test(block) && (head === null || !endsMessage(`${text}\n`, head.eventId));
  if (head === null) {
    if (!isLast) tally.damaged(window.place(start).line, false);
    return !isLast;
  }
  if (isCut) return false;
  if (!tally.wants(head)) return true;
  const place = window.place(start);
  const record: EventRecord = {
    value: (name) => (name === 'Message' ? text : value(name)),
    properties: null,
    messageIndex: (offset) => start + (message === undefined ? 0 : indexOf(message, offset)),
    propertyIndex: () => start,
  };
  keepRecord(tally, record, place, window.place);
  return true;
};

/** The properties of the first record of a text. A line that is indented, or blank, goes on with the value above it. */
function propertiesOf(text: string): ReadonlyMap<string, Value> {
  const properties = new Map<string, Value>();
  let current: Value | null = null;
  let indent = 0;
  let at = 0;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const found = PROPERTY.exec(line);
    if (found?.[1] !== undefined) {
      if (properties.has(found[1]) || properties.size >= MAX_PROPERTIES) break;
      indent = found[1].length + (found[2]?.length ?? 0) + AFTER_NAME;
      current = { lines: [line.slice(indent)], starts: [at + indent] };
      properties.set(found[1], current);
    } else if (current !== null && current.lines.length < MAX_VALUE_LINES) {
      const blanks = /^ */.exec(line.slice(0, indent))?.[0].length ?? 0;
      current.lines.push(line.slice(blanks));
      current.starts.push(at + blanks);
    }
    at += raw.length + 1;
  }
  return properties;
}

/** Where the character at an offset of the joined lines stands in the block. */
function indexOf({ lines, starts }: Value, offset: number): number {
  let left = offset;
  for (const [index, line] of lines.entries()) {
    if (left <= line.length) return (starts[index] ?? 0) + left;
    left -= line.length + 1;
  }
  return starts.at(-1) ?? 0;
}
