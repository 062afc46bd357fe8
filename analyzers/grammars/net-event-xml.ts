/**
 * Net events of the Windows Filtering Platform as XML: `netsh wfp show netevents` (netevents.xml), and wfpdiag.xml of a capture. What a
 * header holds, and how its addresses are written, is seen in published samples of dropped packets; the fields of a failed negotiation
 * follow Microsoft's description of its structure (fwpmtypes.h, `FWPM_NET_EVENT_IKEEXT_MM_FAILURE1` and its kin), as no sample of one is
 * public. Both the name and the number of a code are taken, since either may be printed.
 */
import { type EventFormReader, type OpenForm } from './event-form';
import { type EventTally } from './event-tally';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';
import { NET_EVENT_IDS, NET_EVENTS } from './found-events';
import { readNetEventElement } from './net-event-element';

/** The root of either file, after an XML declaration. */
export const NET_EVENTS_START = /^\s{0,100}(?:<\?xml[^<>]{0,200}\?>\s{0,100})?<(netEvents|wfpdiag)(?:\s[^<>]{0,200})?>/;
const EMPTY_ROOT = /^\s{0,100}(?:<\?xml[^<>]{0,200}\?>\s{0,100})?<netEvents(?:\s[^<>]{0,200})?\/>/;
/** Only events begin so: flags and filters are items too, and have no header. */
const START = /<(item|netEvent)>\s{0,100}<header>/g;
const CLOSED_ROOT = /<\/(?:netEvents|wfpdiag)>/;
const ITEM = /<(\/?)item(?:\s[^<>]{0,200})?(\/?)>/g;
const TYPE = /<type>\s{0,20}FWPM_NET_EVENT_TYPE_([A-Z_]{1,60})/;
const TIME = /<timeStamp>\s{0,20}([^<]{0,40})/;
/** How much is looked at again for a closing root that a window cut in two. */
const MAX_ROOT_CHARACTERS = 100;

export const netEventForm: OpenForm = (window, tally): EventFormReader => {
  let isBegun = false;
  let isClosed = false;
  let isCut = false;

  return {
    read: (isEnd) => {
      const text = window.text();
      const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
      if (!isBegun && limit > 0) [isBegun, isClosed] = [true, EMPTY_ROOT.test(text)];
      let at = 0;
      for (;;) {
        START.lastIndex = at;
        const found = START.exec(text);
        const start = found?.index ?? text.length;
        if (found === null || start >= limit) {
          isClosed ||= CLOSED_ROOT.test(text.slice(at, isEnd ? text.length : Math.max(at, limit)));
          return isEnd ? limit : Math.max(at, limit - MAX_ROOT_CHARACTERS);
        }
        const end = found[1] === 'item' ? endOfItem(text, start) : endOf(text, start, '</netEvent>');
        if (!isEnd && (end === null || end > limit)) return start;
        if (end === null) {
          isCut = true;
          return text.length;
        }
        readEvent(window, tally, start, end);
        at = end;
      }
    },
    abandon: () => 0,
    isWhole: () => isClosed && !isCut,
  };
};

function endOf(text: string, start: number, closing: string): number | null {
  const at = text.indexOf(closing, start);
  return at < 0 ? null : at + closing.length;
}

/** An item holds others: its flags, the filters that ended it. */
function endOfItem(text: string, start: number): number | null {
  let depth = 0;
  ITEM.lastIndex = start;
  for (let found = ITEM.exec(text); found !== null; found = ITEM.exec(text)) {
    if (found[2] === '/') continue;
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return ITEM.lastIndex;
  }
  return null;
}

function readEvent(window: TextWindow, tally: EventTally, start: number, end: number): void {
  const text = window.text().slice(start, end);
  const eventId = NET_EVENT_IDS[TYPE.exec(text)?.[1] ?? ''] ?? 0;
  const head = { provider: NET_EVENTS, eventId, channel: null, time: TIME.exec(text)?.[1]?.trim() ?? null };
  if (!tally.wants(head)) return;
  const place = window.place(start);
  const element = readNetEventElement(text, eventId);
  if (element === null) {
    tally.damaged(place.line, true);
    return;
  }
  const { event, reasonAt } = element;
  tally.keep({ event, place, reason: reasonAt === null ? null : window.place(start + reasonAt), recovered: false });
}
