/** A filter made ready: what it can tell from a few bytes of a record, and what it says of a whole event. */
import { type EventFilter, type EvtxEvent } from './evtx-event';
import { type FileTime, fullTime, toFileTime } from './file-time';

const EVENT_IDS = 65_536;

export interface EventSelection {
  /** Whether nothing is filtered, so that no look ahead pays. */
  readonly takesAll: boolean;
  /** 1 for every event id that is taken. */
  readonly ids: Uint8Array;
  readonly takesProvider: (name: string) => boolean;
  readonly takesFileTime: (high: number, low: number) => boolean;
  readonly takes: (event: EvtxEvent) => boolean;
}

/** A time that is none is a mistake of the caller: RangeError. */
export function createEventSelection(filter: EventFilter): EventSelection {
  const ids = bitmap(filter.eventIds);
  const providers = filter.providers === undefined ? null : new Set(filter.providers.map((name) => name.toLowerCase()));
  const since = moment(filter.since);
  const until = moment(filter.until);
  const earliest = since === null ? null : toFileTime(since);
  const latest = until === null ? null : toFileTime(until);

  const takesProvider = (name: string): boolean => providers === null || providers.has(name.toLowerCase());
  return {
    takesAll: filter.eventIds === undefined && providers === null && since === null && until === null,
    ids,
    takesProvider,
    takesFileTime: (high, low) =>
      (earliest === null || compare(high, low, earliest) >= 0) && (latest === null || compare(high, low, latest) <= 0),
    takes: ({ eventId, provider, time }) =>
      ids[eventId] === 1 &&
      takesProvider(provider) &&
      (since === null || time >= since) &&
      (until === null || time <= until),
  };
}

function bitmap(ids: readonly number[] | undefined): Uint8Array {
  const map = new Uint8Array(EVENT_IDS);
  if (ids === undefined) return map.fill(1);
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
