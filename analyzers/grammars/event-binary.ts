/** Binary event logs (.evtx) behind the face of all forms: their events have a record number, and no place in a text. */
import { type SecurityEvent } from '../diagnosis/reading-data';
import { eventData } from './event-data';
import { type EventLog, type EventLogReader, type FormOptions } from './event-log-face';
import { createEvtxReader, type EvtxEvent, type EvtxNote } from './evtx/evtx-reader';
import { type FoundEvent, MAX_EVENTS } from './found-events';

export function binaryReader({ filter, onEvent }: FormOptions): EventLogReader {
  const events: FoundEvent[] = [];
  const reader = createEvtxReader(filter, (found) => {
    const event: FoundEvent = { event: asEvent(found), place: null, reason: null, recovered: found.recovered };
    if (onEvent !== undefined) onEvent(event);
    else if (events.length < MAX_EVENTS) events.push(event);
  });
  return {
    push: reader.push,
    progress: reader.progress,
    end: (): EventLog => {
      const { records, matched, channels, first, last, whole, notes } = reader.end();
      const problems = notes.map(problemOf);
      return { form: 'evtx', encoding: null, total: records, events, matched, whole, channels, first, last, problems };
    },
  };
}

/** Data without a name is named as Windows' message files number it. */
function asEvent({
  provider,
  channel,
  eventId,
  version,
  recordId,
  time,
  computer,
  data,
  userData,
}: EvtxEvent): SecurityEvent {
  const named = data.map(([name, value], index) => [name ?? `param${index + 1}`, value] as const);
  return { provider, channel, eventId, version, recordId, time, computer, data: eventData([...named, ...userData]) };
}

const problemOf = ({ code, count, message }: EvtxNote) => ({
  code,
  message: count === 1 ? message : `${message} This happened ${count} times.`,
});
