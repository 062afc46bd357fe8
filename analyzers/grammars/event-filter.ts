/** Which events are wanted: by provider, number and time, decided before anything of an event is made. */

/** What is wanted; a part that is left out wants everything. Times are ISO 8601 in UTC, both ends belong to the span. */
export interface EventFilter {
  readonly providers?: readonly string[];
  readonly eventIds?: readonly number[];
  readonly since?: string;
  readonly until?: string;
}

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

/** A time without a zone is wanted where it lies in the span in any zone: nothing that may be meant is lost. */
export function eventTest(filter: EventFilter): EventTest {
  const providers = filter.providers === undefined ? null : new Set(filter.providers);
  const eventIds = filter.eventIds === undefined ? null : new Set(filter.eventIds);
  const since = bounds(filter.since, -MAX_HOURS_BEHIND);
  const until = bounds(filter.until, MAX_HOURS_BEFORE);
  return {
    kind: (provider, eventId) =>
      (eventIds === null || eventIds.has(eventId)) &&
      (providers === null || provider === null || providers.has(provider)),
    time: (time) => {
      if (time === null || (since === null && until === null)) return true;
      const end = time.endsWith('Z') ? 'universal' : 'local';
      return (
        (since === null || compareTimes(time, since[end]) >= 0) &&
        (until === null || compareTimes(time, until[end]) <= 0)
      );
    },
  };
}

/** Orders two times of the same zone, whatever number of digits their seconds have. */
export function compareTimes(one: string, other: string): number {
  const [first, second] = [withoutZone(one), withoutZone(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}

const withoutZone = (time: string): string => (time.endsWith('Z') ? time.slice(0, -1) : time);

function bounds(
  time: string | undefined,
  hours: number,
): { readonly universal: string; readonly local: string } | null {
  if (time === undefined) return null;
  const instant = Date.parse(time);
  const local = Number.isNaN(instant) ? time : new Date(instant + hours * HOUR).toISOString();
  return { universal: time, local };
}
