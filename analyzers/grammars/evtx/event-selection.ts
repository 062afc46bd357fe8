/** A filter made ready: what it can tell from a few bytes of a record, and what it says of a whole event. */
import { type EventFilter, type EvtxEvent } from './evtx-event';
import { type FileTime, fullTime, toFileTime } from './file-time';

const EVENT_IDS = 65_536;

export interface EventSelection {
  /** Whether nothing is filtered, so that no look ahead pays. */
  readonly takesAll: boolean;
  readonly takesId: (id: number) => boolean;
  readonly takesProvider: (name: string) => boolean;
  readonly takesFileTime: (high: number, low: number) => boolean;
  readonly takes: (event: EvtxEvent) => boolean;
}

/** A time that is none is a mistake of the caller: RangeError. */
export function createEventSelection(filter: EventFilter): EventSelection {
  const ids = filter.eventIds === undefined ? null : bitmap(filter.eventIds);
  const providers = filter.providers === undefined ? null : new Set(filter.providers.map((name) => name.toLowerCase()));
  const since = moment(filter.since);
  const until = moment(filter.until);
  const earliest = since === null ? null : toFileTime(since);
  const latest = until === null ? null : toFileTime(until);

  const takesId = (id: number): boolean => ids === null || ids[id] === 1;
  const takesProvider = (name: string): boolean => providers === null || providers.has(name.toLowerCase());
  return {
    takesAll: ids === null && providers === null && since === null && until === null,
    takesId,
    takesProvider,
    takesFileTime: (high, low) =>
      (earliest === null || compare(high, low, earliest) >= 0) && (latest === null || compare(high, low, latest) <= 0),
    takes: ({ eventId, provider, time }) =>
      takesId(eventId) &&
      takesProvider(provider) &&
      (since === null || time >= since) &&
      (until === null || time <= until),
  };
}

function bitmap(ids: readonly number[]): Uint8Array {
  const map = new Uint8Array(EVENT_IDS);
  for (const id of ids) map[id] = 1;
  return map;
}

function moment(text: string | undefined): string | null {
  if (text === undefined) return null;
  const full = fullTime(text);
  if (full === null) throw new RangeError(`${text} is no ISO 8601 time in UTC, such as 2024-01-17T21:24:53Z.`);
  return full;
}

/** Which of two FILETIMEs is later: positive for the first. */
function compare(high: number, low: number, other: FileTime): number {
  return high === other.high ? low - other.low : high - other.high;
}
