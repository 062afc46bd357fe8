/** Events as JSON: `Get-WinEvent … | ConvertTo-Json` of PowerShell 5.1 and 7, a list, one event, or one event a line. */
import { type EventFormReader, type OpenForm } from './event-form';
import { jsonRecord } from './event-json-record';
import { keepRecord, RECORD_NAMES, recordHead } from './event-record';
import { type EventTally } from './event-tally';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';
import { objectEnd } from './event-json-text';
import { type EventPlace, MAX_PLACE_CHARACTERS } from './found-events';

/** Windows PowerShell wraps a list that it was given as one argument: `{"value": […], "Count": 2}`. */
const WRAPPER = /\{\s{0,100}"value"\s{0,100}:\s{0,100}\[/y;
const FIRST_KEY = /\{\s{0,1000}"([A-Za-z]\w{0,60})"/y;
/**
 * Splits the text into its outermost objects, and has only those parsed that are wanted. A streaming parser would make a value of every
 * property of every event, and none of them keeps numbers of more than 53 bits, which record and filter ids are.
 */
export const jsonForm: OpenForm = (window, tally): EventFormReader => {
  let restart: RegExp | null = null;
  let isLost = false;
  let lists = 0;
  let isCut = false;
  let events = 0;
  let isWrapped = false;

  const between = (part: string): void => {
    for (const sign of part) lists += sign === '[' ? 1 : sign === ']' ? -1 : 0;
  };
  /** Where the next object begins; after one that was left, one that begins as the first did. */
  const nextObject = (text: string, from: number): number => {
    if (!isLost || restart === null) return text.indexOf('{', from);
    restart.lastIndex = from;
    return restart.exec(text)?.index ?? -1;
  };
  /** Where, inside an object, another event begins: then the first one is broken. */
  const brokenAt = (text: string, start: number, end: number): number | null => {
    if (restart === null) return null;
    restart.lastIndex = start + 1;
    const found = restart.exec(text)?.index ?? -1;
    return found < 0 || found >= end ? null : found;
  };

  return {
    read: (isEnd) => {
      const text = window.text();
      const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
      let at = 0;
      for (;;) {
        const start = nextObject(text, at);
        if (start < 0 || start >= limit) {
          if (limit > at && !isLost) between(text.slice(at, limit));
          return Math.max(at, limit);
        }
        if (!isWrapped && events === 0) {
          WRAPPER.lastIndex = start;
          if (WRAPPER.test(text)) {
            [isWrapped, lists, at] = [true, 1, WRAPPER.lastIndex];
            continue;
          }
        }
        const end = objectEnd(text, start);
        const broken = brokenAt(text, start, end ?? text.length);
        if (broken === null && (end === null || end > limit) && !isEnd) {
          if (!isLost) between(text.slice(at, start));
          return start;
        }
        if (!isLost) between(text.slice(at, start));
        isLost = false;
        if (broken === null && end === null) {
          isCut = true;
          return text.length;
        }
        FIRST_KEY.lastIndex = start;
        const key = FIRST_KEY.exec(text)?.[1];
        if (restart === null && key !== undefined)
          restart = new RegExp(String.raw`\{\s{0,1000}"${key}"\s{0,100}:`, 'g');
        if (broken !== null) tally.damaged(window.place(start).line, false);
        else readObject(window, tally, start, end ?? text.length);
        events += 1;
        at = broken ?? end ?? text.length;
      }
    },
    abandon: () => {
      isLost = true;
      return 0;
    },
    isWhole: () => !isCut && lists <= 0 && events > 0,
  };
};

const patternOf = (names: readonly string[], value: string): RegExp =>
  new RegExp(String.raw`"(?:${names.join('|')})"\s{0,100}:\s{0,100}${value}`);
/** A date of Windows PowerShell may be an object that holds the value and its words. */
const TEXT = String.raw`(?:\{\s{0,100}"value"\s{0,100}:\s{0,100})?"((?:[^"\\]|\\.){0,300})"`;
const HEAD_PATTERNS = {
  provider: patternOf(RECORD_NAMES.provider, TEXT),
  channel: patternOf(RECORD_NAMES.channel, TEXT),
  time: patternOf(RECORD_NAMES.time, TEXT),
  eventId: patternOf(RECORD_NAMES.eventId, String.raw`"?(\d{1,10})`),
} as const;

function readObject(window: TextWindow, tally: EventTally, start: number, end: number): void {
  const text = window.text().slice(start, end);
  const head = recordHead((property) => {
    const found = HEAD_PATTERNS[property].exec(text)?.[1];
    return found === undefined ? null : unescaped(found);
  });
  if (head === null) {
    tally.damaged(window.place(start).line, false);
    return;
  }
  if (!tally.wants(head)) return;
  const place = window.place(start);
  keepRecord(tally, jsonRecord(text), place, (index) => ofSentence(window.place(start + index)));
}

const unescaped = (text: string): string => (text.includes('\\') ? text.replace(/\\([\\/"])/g, '$1') : text);

/** Of a long line the part up to the next line of the message, which JSON escapes. */
function ofSentence(place: EventPlace): EventPlace {
  const end = place.text.length < MAX_PLACE_CHARACTERS ? -1 : place.text.search(/\\[rn]/);
  return end < 0 ? place : { ...place, text: place.text.slice(0, end) };
}
