/** One Event element of an XML export, read by a parser: its System, its named data, and where its failure reason stands. */
import { Parser } from 'htmlparser2';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { eventData } from './event-data';
import { detached } from './event-window';

export interface EventElement {
  readonly event: SecurityEvent;
  /** Where the element of the failure reason begins, from the beginning of the text; null where it has none. */
  readonly reasonAt: number | null;
}

/** How deep elements of an event lie in each other: Windows' own data is four deep. */
export const MAX_ELEMENT_DEPTH = 64;

/**
 * Reads the text of one element, from `<Event` to `</Event>`; null where its tags do not fit together. Data without a name is named as
 * Windows' message files number it (`param1`), data of UserData by its path.
 */
export function readEventElement(text: string): EventElement | null {
  const path: string[] = [];
  const system = new Map<string, string>();
  const data: [string, string][] = [];
  const seen = { broken: false };
  let name = '';
  let value = '';
  let unnamed = 0;
  let reasonAt: number | null = null;
  let leaf = true;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const element = localName(tag);
        if (path.length === 2 && path[1] === 'System') keepAttribute(system, element, attributes);
        if (path.length === 2 && path[1] === 'EventData') {
          name = element === 'Data' ? (attributes['Name'] ?? `param${(unnamed += 1)}`) : element;
          if (name === 'FailureReason') reasonAt = parser.startIndex;
        }
        path.push(element);
        seen.broken ||= path.length > MAX_ELEMENT_DEPTH;
        value = '';
        leaf = true;
      },
      ontext: (more) => {
        value += more;
      },
      onclosetag: (tag, isImplied) => {
        const element = path.pop();
        // An empty element (`<Security/>`) is closed as if something were missing; it ends in its sign.
        seen.broken ||= element !== localName(tag) || (isImplied && text[parser.endIndex - 1] !== '/');
        if (path.length === 2 && path[1] === 'System' && !system.has(tag)) system.set(localName(tag), value.trim());
        if (path.length === 2 && path[1] === 'EventData') data.push([name, withLineFeeds(value)]);
        if (path.length > 2 && path[1] === 'UserData' && leaf) {
          data.push([[...path.slice(2), localName(tag)].join('/'), value]);
        }
        leaf = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return seen.broken || path.length > 0 ? null : { event: asEvent(system, data), reasonAt };
}

/** XML has one line end, whatever the file has (XML 1.0, 2.11); the parser leaves this to others. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Events have no prefixes; exports of other tools may. */
const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

function keepAttribute(
  system: Map<string, string>,
  element: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const value =
    element === 'Provider' ? attributes['Name'] : element === 'TimeCreated' ? attributes['SystemTime'] : undefined;
  if (value !== undefined) system.set(element, value);
}

function asEvent(system: ReadonlyMap<string, string>, data: readonly (readonly [string, string])[]): SecurityEvent {
  const value = (name: string): string | null => {
    const text = system.get(name) ?? '';
    return text === '' ? null : detached(text);
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
    data: eventData(data),
  };
}
