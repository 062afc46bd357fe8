/** Events as XML: saved in Event Viewer, printed by `wevtutil qe /f:xml` with or without a root, copied with their text. */
import { readEventElement } from './event-element';
import { type EventFormReader, type OpenForm } from './event-form';
import { type EventHead, type EventTally } from './event-tally';
import { type EventPlace } from './found-events';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';

/** An event of Windows, as it begins in every export; nothing in its data begins so. */
export const EVENT_START = /<Event\s{1,5}xmlns=['"]http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event/;
const START = /<Event(?=[\s>])/g;
const INSIDE = /<!--|<!\[CDATA\[|<\/Event>|<Event(?=[\s>])/g;
/** The root just before the first event; older Event Viewers copy the sign that folds an element too: `- <Events>`. */
const ROOT = /<([A-Za-z][\w.-]{0,100})(?:\s[^<>]{0,1000})?(?<!\/)>\s*(?:[-+]\s?)?$/;
const EMPTY = /<Events(?:\s[^<>]{0,1000})?(?:\/>|>\s*<\/Events>)/;
const MAX_START_CHARACTERS = 200;
const MAX_ROOT_CHARACTERS = 1200;

const PROVIDER = /<Provider\s(?:[^<>]{0,500}\s)?Name\s?=\s?(?:'([^']{0,300})|"([^"]{0,300}))/;
const EVENT_ID = /<EventID(?:\s[^<>]{0,200})?>\s{0,20}(\d{1,10})/;
const CHANNEL = /<Channel>([^<]{0,300})/;
const TIME = /<TimeCreated\s(?:[^<>]{0,200}\s)?SystemTime\s?=\s?['"]([^'"]{0,40})/;

/**
 * Splits the text at the events, whatever stands between them, looks into each only as far as its System element, and has those that
 * are wanted read by a parser. Only the five entities of XML are known, and no document type: what another one would declare is text.
 */
export const xmlForm: OpenForm = (window, tally): EventFormReader => {
  let root: string | null = null;
  let isOpen = false;
  let isCut = false;
  let events = 0;
  let waitingFor = 0;

  /** What stands between two events may close their root and open another. */
  const between = (part: string, isBeforeEvent: boolean): void => {
    if (root !== null && part.includes(`</${root}>`)) isOpen = false;
    const opened = isBeforeEvent ? ROOT.exec(part.slice(-MAX_ROOT_CHARACTERS))?.[1] : undefined;
    if (opened !== undefined) [root, isOpen] = [opened, true];
    if (events === 0 && EMPTY.test(part.slice(-MAX_ROOT_CHARACTERS))) root = 'Events';
  };

  return {
    read: (isEnd) => {
      const text = window.text();
      const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
      let at = 0;
      for (;;) {
        START.lastIndex = at;
        const start = START.exec(text)?.index ?? text.length;
        if (start >= limit) {
          between(text.slice(at, limit), false);
          return isEnd ? limit : Math.max(at, limit - MAX_ROOT_CHARACTERS);
        }
        const end = eventEnd(text, start);
        const isMissing = end.kind === 'open' || end.at > limit;
        if (isMissing && !isEnd) {
          // The root before an event is known again when the event is whole.
          const done = Math.max(at, start - MAX_ROOT_CHARACTERS);
          waitingFor = start - done;
          return done;
        }
        between(text.slice(at, start), true);
        if (end.kind === 'open') {
          isCut = true;
          return text.length;
        }
        if (end.kind === 'broken') tally.damaged(window.place(start).line, false);
        else readEvent(window, tally, start, end.at);
        events += 1;
        at = end.at;
      }
    },
    abandon: () => waitingFor,
    isWhole: () => !isCut && !isOpen && (events > 0 || root !== null),
  };
};

/**
 * Where the event that begins at `start` ends; `open` where the text ends before it. Where another event of Windows begins inside, the
 * first one is broken and ends there.
 */
function eventEnd(
  text: string,
  start: number,
): { readonly kind: 'closed' | 'broken'; readonly at: number } | { readonly kind: 'open' } {
  const isWindows = startsEvent(text, start);
  let depth = 0;
  INSIDE.lastIndex = start + 1;
  for (let found = INSIDE.exec(text); found !== null; found = INSIDE.exec(text)) {
    if (found[0] === '</Event>') {
      if (depth === 0) return { kind: 'closed', at: INSIDE.lastIndex };
      depth -= 1;
    } else if (found[0] === '<Event') {
      if (!isWindows || startsEvent(text, found.index)) return { kind: 'broken', at: found.index };
      depth += 1;
    } else {
      const end = text.indexOf(found[0] === '<!--' ? '-->' : ']]>', INSIDE.lastIndex);
      if (end < 0) return { kind: 'open' };
      INSIDE.lastIndex = end;
    }
  }
  return { kind: 'open' };
}

const startsEvent = (text: string, at: number): boolean => EVENT_START.test(text.slice(at, at + MAX_START_CHARACTERS));

function readEvent(window: TextWindow, tally: EventTally, start: number, end: number): void {
  const text = window.text().slice(start, end);
  const head = eventHead(text);
  if (head === null) {
    tally.damaged(window.place(start).line, false);
    return;
  }
  if (!tally.wants(head)) return;
  const place = window.place(start);
  const element = readEventElement(text);
  if (element === null) {
    tally.damaged(place.line, true);
    return;
  }
  const { event, reasonAt } = element;
  const reason = reasonAt === null ? null : ofElement(window.place(start + reasonAt));
  tally.keep({ event, place, reason, recovered: false });
}

/** Of a long line the one element that tells. */
function ofElement(place: EventPlace): EventPlace {
  const end = place.text.startsWith('<Data') ? place.text.indexOf('</Data>') : -1;
  return end < 0 ? place : { ...place, text: place.text.slice(0, end + '</Data>'.length) };
}

/** What the System element says, without a parser: most events of a log are not wanted. Null where there is none. */
function eventHead(text: string): EventHead | null {
  const end = text.indexOf('</System>');
  if (end < 0) return null;
  const system = text.slice(0, end);
  const eventId = EVENT_ID.exec(system)?.[1];
  if (eventId === undefined) return null;
  const provider = PROVIDER.exec(system);
  return {
    provider: plain(provider?.[1] ?? provider?.[2] ?? ''),
    eventId: Number(eventId),
    channel: plain(CHANNEL.exec(system)?.[1] ?? ''),
    time: TIME.exec(system)?.[1] ?? null,
  };
}

/** Names of providers and channels have no other sign of XML. */
const plain = (text: string): string => (text.includes('&') ? text.replaceAll('&amp;', '&') : text);
