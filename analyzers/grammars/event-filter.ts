/** Which events of a text form are wanted: by provider, number and time, decided before anything of an event is made. */
import { type EventFilter } from './evtx/evtx-reader';
import { fullTime } from './evtx/file-time';

/** A filter made ready to be asked for every event of a log. */
export interface EventTest {
  /** `provider` is null where the form does not say: then the number alone decides. */
  readonly kind: (provider: string | null, eventId: number) => boolean;
  /** A time of UTC, or one without a zone; what has no time is wanted. */
  readonly time: (time: string | null) => boolean;
}

/** Local times lie at most so far before and behind UTC (Line Islands, Baker Island). */
const MAX_HOURS_BEFORE = 14;
const MAX_HOURS_BEHIND = 12;
const HOUR = 3_600_000;

/**
 * A time without a zone is wanted where it lies in the span in any zone: nothing that may be meant is lost. A filter with a time that is
 * none is a mistake of the caller: RangeError, as the reader of binary logs throws it.
 */
export function eventTest(filter: EventFilter): EventTest {
  const providers = filter.providers === undefined ? null : new Set(filter.providers.map((name) => name.toLowerCase()));
  const eventIds = filter.eventIds === undefined ? null : new Set(filter.eventIds);
  const since = moment(filter.since, -MAX_HOURS_BEHIND);
  const until = moment(filter.until, MAX_HOURS_BEFORE);
  return {
    kind: (provider, eventId) =>
      (eventIds === null || eventIds.has(eventId)) &&
      (providers === null || provider === null || providers.has(provider.toLowerCase())),
    time: (time) => {
      if (time === null || (since === null && until === null)) return true;
      const zone = time.endsWith('Z') ? 'universal' : 'local';
      const full = fullTime(
        zone === 'local' ? `${time.slice(0, LOCAL_CHARACTERS)}Z` : time.replace(BEYOND_TICKS, '$1'),
      );
      if (full === null) return true;
      return (since === null || full >= since[zone]) && (until === null || full <= until[zone]);
    },
  };
}

/** `2026-03-04T07:30:00`: local times are told apart by the second. */
const LOCAL_CHARACTERS = 19;
/** XML of some Windows versions has nine digits, of which the last two are zeros. */
const BEYOND_TICKS = /(\.\d{7})\d+/;

/** Orders two times of the same zone, whatever number of digits their seconds have. */
export function compareTimes(one: string, other: string): number {
  const [first, second] = [withoutZone(one), withoutZone(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}

const withoutZone = (time: string): string => (time.endsWith('Z') ? time.slice(0, -1) : time);

interface Moment {
  readonly universal: string;
  readonly local: string;
}

function moment(time: string | undefined, hours: number): Moment | null {
  if (time === undefined) return null;
  const universal = fullTime(time);
  if (universal === null) throw new RangeError(`${time} is no ISO 8601 time in UTC, such as 2024-01-17T21:24:53Z.`);
  const local = new Date(Date.parse(universal) + hours * HOUR).toISOString();
  return { universal, local: fullTime(local) ?? universal };
}
