/** Events as PowerShell's own XML: `Get-WinEvent … | Export-Clixml`, where the values of an event have no names. */
import { Parser } from 'htmlparser2';
import { type EventFormReader, type OpenForm } from './event-form';
import { type EventRecord, keepRecord, RECORD_NAMES, recordHead } from './event-record';
import { type EventTally } from './event-tally';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';

export const CLIXML_START =
  /<Objs\s(?:[^<>]{0,300}\s)?xmlns\s?=\s?['"]http:\/\/schemas\.microsoft\.com\/powershell\/2004\/04['"]/;
const OBJECT = /<Obj(?=[\s>])[^<>]{0,300}>|<\/Obj>|<\/Objs>/g;
/** Characters that XML cannot hold are written by their code: `_x000D_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Splits the text into the objects of the outermost list, and has the wanted ones read by a parser. */
export const clixmlForm: OpenForm = (window, tally): EventFormReader => {
  let isClosed = false;
  return {
    read: (isEnd) => {
      const text = window.text();
      const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
      let at = 0;
      let start = -1;
      let depth = 0;
      let upTo = limit;
      OBJECT.lastIndex = 0;
      for (let found = OBJECT.exec(text); found !== null; found = OBJECT.exec(text)) {
        const end = OBJECT.lastIndex;
        if (end > limit) {
          upTo = Math.min(upTo, found.index);
          break;
        }
        if (found[0] === '</Objs>') {
          if (depth > 0) tally.damaged(window.place(start).line, false);
          [isClosed, depth, at] = [true, 0, end];
        } else if (found[0] === '</Obj>') {
          depth -= 1;
          if (depth > 0) continue;
          if (depth === 0) readObject(window, tally, start, end);
          [depth, at] = [0, end];
        } else if (!found[0].endsWith('/>')) {
          const isBroken = depth > 0 && startsRecord(text, found.index);
          if (isBroken) tally.damaged(window.place(start).line, false);
          if (isBroken || depth === 0) [start, depth, at] = [found.index, 0, found.index];
          depth += 1;
        }
      }
      return isEnd ? text.length : depth > 0 ? at : Math.max(at, upTo);
    },
    abandon: () => 0,
    isWhole: () => isClosed,
  };
};

/** An event of its own begins here, wherever the text has come to: objects inside one have a name or are values. */
const RECORD =
  /^<Obj RefId=['"]\d{1,10}['"]>\s{0,100}<TN(?:Ref)? RefId=['"]\d{1,10}['"]\s?(?:\/>|>\s{0,100}<T>System\.Diagnostics\.Eventing\.Reader\.EventLogRecord<)/;

const startsRecord = (text: string, at: number): boolean => RECORD.test(text.slice(at, at + LOOKAHEAD_CHARACTERS));

const patternOf = (names: readonly string[], value: string): RegExp =>
  new RegExp(String.raw`<[A-Za-z\d]{1,6} N=['"](?:${names.join('|')})['"]>${value}`);
const HEAD_PATTERNS = {
  provider: patternOf(RECORD_NAMES.provider, '([^<]{0,300})'),
  channel: patternOf(RECORD_NAMES.channel, '([^<]{0,300})'),
  time: patternOf(RECORD_NAMES.time, '([^<]{0,40})'),
  eventId: patternOf(RECORD_NAMES.eventId, String.raw`\s{0,10}(\d{1,10})`),
} as const;

function readObject(window: TextWindow, tally: EventTally, start: number, end: number): void {
  const text = window.text().slice(start, end);
  const head = recordHead((property) => HEAD_PATTERNS[property].exec(text)?.[1] ?? null);
  if (head === null) {
    tally.damaged(window.place(start).line, false);
    return;
  }
  if (!tally.wants(head)) return;
  const place = window.place(start);
  keepRecord(tally, clixmlRecord(text), place, (index) => window.place(start + index));
}

/** The properties that the outermost object has, and the values of its list `Properties`; null where its tags do not fit. */
function clixmlRecord(text: string): EventRecord | null {
  const names: (string | null)[] = [];
  const values = new Map<string, string>();
  const properties: string[] = [];
  const propertiesAt: number[] = [];
  let messageAt = 0;
  const seen = { list: false, broken: false };
  let value = '';
  const isInList = (): boolean => names.includes('Properties');
  /** `Obj` itself and its `Props` or `MS` have no names. */
  const isOwn = (): boolean => names.length <= 2 && names.every((name) => name === null);
  const parser = new Parser(
    {
      onopentag: (_, attributes) => {
        const name = attributes['N'] ?? null;
        if (name === 'Value' && isInList()) propertiesAt.push(parser.startIndex);
        if (name === 'Message' && isOwn()) messageAt = parser.endIndex + 1;
        seen.list ||= name === 'Properties';
        names.push(name);
        value = '';
      },
      ontext: (more) => {
        value += more;
      },
      onclosetag: (_, isImplied) => {
        seen.broken ||= isImplied && text[parser.endIndex - 1] !== '/';
        const name = names.pop() ?? null;
        if (name === 'Value' && isInList()) properties.push(unescaped(value));
        else if (name !== null && isOwn() && !values.has(name)) values.set(name, unescaped(value));
        value = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (seen.broken || names.length > 0) return null;
  return {
    value: (name) => values.get(name) ?? null,
    properties: seen.list ? properties : null,
    messageIndex: (offset) => indexAfter(text, messageAt, offset),
    propertyIndex: (position) => propertiesAt[position] ?? 0,
  };
}

const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

/** The index of the character at `offset` of a text that begins at `from`, where some are written by their code or as an entity. */
function indexAfter(text: string, from: number, offset: number): number {
  const sign = /_x[0-9A-Fa-f]{4}_|&[#\w]{1,10};|[^]/y;
  sign.lastIndex = from;
  for (let character = 0; character < offset && sign.test(text); character += 1);
  return sign.lastIndex;
}
