/** `tunnel-triage events`: every event of event logs in any form, one JSON object a line. */
import { type EventFilter } from '../../analyzers/grammars/evtx/evtx-reader';
import { type FoundEvent } from '../../analyzers/grammars/found-events';
import { type EventStreamPart, eventStream } from '../../analyzers/intake/event-stream';
import { type Surroundings } from './surroundings';
import { eventsForm } from './command-forms';
import { readPaths } from './read-paths';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse, misuse } from './usage';

/** Nothing is kept: what the reader of the output does not take yet is not read of the log either. */
export async function events(words: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  const settings = settingsOf(words);
  if ('kind' in settings) return settings;
  const { paths, filter } = settings;
  const { uploads, complaints } = await readPaths(paths, surroundings.standardInput, surroundings.onFile);
  const said = [...complaints];
  let logs = 0;
  for await (const part of eventStream(uploads, filter, surroundings.watch)) {
    if (part.kind === 'events') {
      // One file as given needs no name on every line.
      const upload = paths.length === 1 && part.name === paths[0] ? null : part.name;
      await surroundings.write(part.events.map((found) => `${JSON.stringify(eventLine(found, upload))}\n`).join(''));
    } else {
      logs += part.kind === 'end' ? 1 : 0;
      said.push(...complaintsOf(part));
    }
  }
  return answer('', said, logs > 0 ? 0 : 3);
}

/** The contract's shape; `recovered` marks what was found in damage or in unused space, `upload` tells several files apart. */
export const eventLine = ({ event, recovered }: FoundEvent, upload: string | null): object => ({
  provider: event.provider,
  channel: event.channel,
  eventId: event.eventId,
  version: event.version,
  recordId: event.recordId,
  time: event.time,
  computer: event.computer,
  data: event.data,
  ...(recovered ? { recovered } : {}),
  ...(upload === null ? {} : { upload }),
});

function complaintsOf(part: Exclude<EventStreamPart, { kind: 'events' }>): readonly string[] {
  switch (part.kind) {
    case 'refused':
      return [`${part.name}: ${part.refusal.message}`];
    case 'no-log':
      return [
        `${part.name} is no event log in a form that is known. Save it in Event Viewer as .evtx; analyze reads other outputs.`,
      ];
    case 'end':
      return part.log.problems.map(({ message }) => `${part.name}: ${message}`);
  }
}

interface Settings {
  readonly paths: readonly string[];
  readonly filter: EventFilter;
}

/** Event numbers have sixteen bits. */
const MAX_EVENT_ID = 0xffff;

function settingsOf(words: readonly string[]): Settings | Misuse {
  const read = readWords(eventsForm, words);
  if (read.kind === 'misuse') return read;
  const { values, operands } = read;
  if (operands.length === 0) {
    return misuse(
      'events needs a file, a folder or - for standard input, as in: tunnel-triage events Security.evtx',
      'events',
    );
  }
  const ids = values.id?.split(',').map((id) => id.trim());
  const wrong = ids?.find((id) => !/^\d{1,5}$/.test(id) || Number(id) > MAX_EVENT_ID);
  if (wrong !== undefined) return misuse(`"${wrong}" is no event number. Give some like --id 4653,4654.`, 'events');
  const { since, until } = values;
  const [from, to] = [since, until].map((time, end) => (time === undefined ? undefined : instant(time, end === 1)));
  if (from === null) return misuse(`${since ?? ''} is no time. Give one like --since 2026-11-24T09:30:00Z.`, 'events');
  if (to === null) return misuse(`${until ?? ''} is no time. Give one like --until 2026-11-24T09:30:00Z.`, 'events');
  return {
    paths: operands,
    filter: {
      ...(ids === undefined ? {} : { eventIds: ids.map(Number) }),
      ...(from === undefined ? {} : { since: from }),
      ...(to === undefined ? {} : { until: to }),
    },
  };
}

/** `2026-11-24`, `2026-11-24T09:30`, `…:00.1234567`, each with or without `Z` or `+01:00`; seconds, zone and time may be left out. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The instant in UTC with the seven digits of Windows; without a zone it is UTC, a day alone begins or ends with the day. Null for no time. */
function instant(text: string, isEnd: boolean): string | null {
  const found = INSTANT.exec(text.trim());
  if (found === null) return null;
  const [, day = '', clock, seconds = '00', digits = '', zone = 'Z'] = found;
  const fraction = clock === undefined && isEnd ? '9999999' : digits.padEnd(7, '0');
  const ownClock = clock === undefined ? (isEnd ? '23:59:59' : '00:00:00') : `${clock}:${seconds}`;
  const moment = Date.parse(`${day}T${ownClock}${zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(moment)) return null;
  return `${new Date(moment).toISOString().slice(0, 19)}.${fraction}Z`;
}
