/** Events as XML: saved in Event Viewer (root `Events`), printed by `wevtutil qe /f:xml` (no root), copied with their text. */
import { Parser } from 'htmlparser2';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { type Line } from '../document';
import {
  type LineEvent,
  type FoundEvents,
  isIpsecEvent,
  MAX_EVENT_FIELDS,
  MAX_EVENTS,
  MAX_FIELD_CHARACTERS,
  type Place,
} from './found-events';

const EVENT = /<Event xmlns=['"]http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event/;
/** Older Event Viewers copy the sign that folds an element too: `- <Event xmlns=…>`. */
const FOLDING = /^\s*(?:[-+]\s?)?(?=<)/;
/** The beginning of a line that is looked at: one line may hold a whole log. */
const MAX_HEAD_CHARACTERS = 2000;

/** Whether events as XML begin at a line: an event, the root that holds them, or the declaration above. */
export function beginsXmlEvents(lines: readonly Line[], index: number): boolean {
  const head = (at: number): string => lines[at]?.text.slice(0, MAX_HEAD_CHARACTERS) ?? '';
  const text = head(index).replace(FOLDING, '');
  if (!text.startsWith('<')) return false;
  return EVENT.test(text) || /^<Events[\s>]/.test(text) || (/^<\?xml\b/.test(text) && EVENT.test(head(index + 1)));
}

/** Reads every event below, whatever stands between them. Only the five entities of XML are known, and no document type. */
export function xmlEvents(lines: readonly Line[]): FoundEvents {
  const reader = eventReader();
  for (const line of lines) reader.take(line);
  return reader.end();
}

/** The event that is being read. */
interface OpenEvent {
  readonly place: Place;
  readonly system: Map<string, string>;
  readonly data: Map<string, string>;
  reason: Place | null;
}

/** A parser that is given line after line, so that each value knows its own. */
function eventReader() {
  const events: LineEvent[] = [];
  const path: string[] = [];
  let total = 0;
  let current: Line | null = null;
  let event: OpenEvent | null = null;
  let field: string | null = null;
  let text = '';
  let fieldAt: Place | null = null;
  let written = 0;

  const place = (line: Line, at: number): Place => ({ line, column: Math.max(0, at - written) });
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const name = localName(tag);
        if (name === 'Event' && event === null && current !== null) {
          event = { place: place(current, parser.startIndex), system: new Map(), data: new Map(), reason: null };
        } else if (event !== null && path.at(-1) === 'System') keepSystem(event, name, attributes);
        else if (name === 'Data' && path.at(-1) === 'EventData') {
          field = attributes['Name'] ?? null;
          fieldAt = current === null ? null : place(current, parser.startIndex);
        }
        path.push(name);
        text = '';
      },
      ontext: (more) => {
        if (text.length < MAX_FIELD_CHARACTERS) text += more.slice(0, MAX_FIELD_CHARACTERS - text.length);
      },
      onclosetag: (tag, isImplied) => {
        const name = localName(tag);
        path.pop();
        if (event === null || isImplied) return;
        if (path.at(-1) === 'System' && !event.system.has(name)) event.system.set(name, text.trim());
        if (name === 'Data' && field !== null && event.data.size < MAX_EVENT_FIELDS) {
          event.data.set(field, text);
          if (field === 'FailureReason') event.reason = fieldAt; // its text ends in a line end, so the next line closes it
          field = null;
        }
        if (name !== 'Event' || path.includes('Event')) return;
        total += 1;
        const found = asEvent(event);
        if (isIpsecEvent(found) && events.length < MAX_EVENTS) {
          events.push({ event: found, place: event.place, reason: event.reason });
        }
        event = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  return {
    /** Text between events is not XML: it may hold any sign. */
    take: (line: Line): void => {
      if (path.length === 0 && !line.text.replace(FOLDING, '').startsWith('<')) return;
      current = line;
      parser.write(`${line.text}\n`);
      written += line.text.length + 1;
    },
    end: (): FoundEvents => ({ total, events, whole: path.length === 0 && total > 0 }),
  };
}

/** Events have no prefixes; exports of other tools may. */
const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

function keepSystem(event: OpenEvent, name: string, attributes: Readonly<Record<string, string>>): void {
  const value =
    name === 'Provider' ? attributes['Name'] : name === 'TimeCreated' ? attributes['SystemTime'] : undefined;
  if (value !== undefined) event.system.set(name, value);
}

function asEvent({ system, data }: OpenEvent): SecurityEvent {
  const value = (name: string): string | null => {
    const text = system.get(name) ?? '';
    return text === '' ? null : text;
  };
  const version = value('Version');
  return {
    provider: value('Provider') ?? '',
    channel: value('Channel'),
    eventId: Number(value('EventID') ?? NaN),
    version: version === null ? null : Number(version),
    recordId: value('EventRecordID'),
    time: value('TimeCreated'),
    computer: value('Computer'),
    data: Object.fromEntries(data),
  };
}
