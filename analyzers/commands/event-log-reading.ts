/** An event log that was read to its end becomes a reading of its IPsec events, each with its record and, where there are lines, its line. */
import { type Origin, type Problem, type Quote } from '../diagnosis/diagnosis';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { type EventPlace, type FoundEvent, MAX_PLACE_CHARACTERS } from '../grammars/found-events';
import { type LogDocument } from '../intake/event-log-intake';
import { type EventReading } from '../reading';

/** Where the log came from, beyond its records. */
export interface LogProvenance {
  readonly origin: Origin;
  readonly originFrom: EventReading['originFrom'];
  readonly host: string | null;
  readonly call: number;
}

/** The computer that wrote the log; null where its events name several, or it has none of IPsec. */
export function computerOf({ events }: LogDocument): string | null {
  const computers = new Set(events.flatMap(({ event }) => event.computer ?? []));
  const [only = null] = computers.size === 1 ? computers : [];
  return only;
}

/** The command whose output a log is: net events are no Security log. */
export const commandOfLog = ({ log }: LogDocument): EventReading['command'] =>
  log.form === 'net-events' ? 'netsh-wfp-netevents' : 'security-events';

/** A reading of events, whatever the form of the log. */
export function eventLogReading(document: LogDocument, provenance: LogProvenance): EventReading {
  const { name, modified, log, events } = document;
  const isUntold = log.problems.some(({ code }) => code === 'unknown-wording');
  const dropped = log.matched - events.length;
  return {
    ...provenance,
    command: commandOfLog(document),
    data: {
      total: log.total,
      matched: log.matched,
      events: events.map(({ event }) => event),
      channels: log.channels,
      first: log.first,
      last: log.last,
      recovered: events.filter(({ recovered }) => recovered).length,
      form: log.form,
    },
    upload: name,
    firstLine: 0,
    lastLine: 0,
    complete: log.whole && dropped === 0 && !isUntold,
    at: null,
    modified,
    proofs: Object.fromEntries(events.flatMap((found, index) => quotesOf(name, found, index))),
    problems: [...log.problems, ...(dropped === 0 ? [] : [tooMany(log.matched, events.length)])],
  };
}

const tooMany = (matched: number, kept: number): Problem => ({
  code: 'events-dropped',
  message: `The log has ${matched} IPsec events; the newest ${kept} count, the newest failures among them. Export a shorter time to have all.`,
});

function quotesOf(
  upload: string,
  { event, place, reason }: FoundEvent,
  index: number,
): readonly (readonly [string, Quote])[] {
  const record = event.recordId === null ? {} : { record: event.recordId };
  const failure = event.data['FailureReason'];
  const whole = place === null ? { text: fieldsOf(event) } : placed(place);
  const why =
    reason === null
      ? place === null && failure !== undefined
        ? { text: bounded(`FailureReason: ${failure}`) }
        : null
      : placed(reason);
  return [
    [`events[${index}]`, { upload, ...record, ...whole }],
    ...(why === null ? [] : [[`events[${index}].reason`, { upload, ...record, ...why }] as const]),
  ];
}

/** Of an event on one long line, the one element that stands there. */
function placed({ line, column, text }: EventPlace): { readonly line: number; readonly text: string } {
  const isPart = column > 0 && text.length === MAX_PLACE_CHARACTERS && text.startsWith('<Data');
  const end = isPart ? text.indexOf('</Data>') : -1;
  return { line, text: end < 0 ? text : text.slice(0, end + '</Data>'.length) };
}

/** A record that has no lines, as a person would read it: what is empty or a dash is left out. */
function fieldsOf({ eventId, data }: SecurityEvent): string {
  const told = Object.entries(data).filter(([, value]) => value.trim() !== '' && value.trim() !== '-');
  return bounded([`EventID: ${eventId}`, ...told.map(([name, value]) => `${name}: ${value.trim()}`)].join('; '));
}

const bounded = (text: string): string => text.replace(/\s+/g, ' ').slice(0, MAX_PLACE_CHARACTERS);
