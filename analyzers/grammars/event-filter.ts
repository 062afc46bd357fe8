/** Which events are wanted: by provider, number and time, decided before anything of an event is made. */

/** What is wanted; a part that is left out wants everything. Times are ISO 8601 in UTC, both ends belong to the span. */
export interface EventFilter {
  readonly providers?: readonly string[];
  readonly eventIds?: readonly number[];
  readonly since?: string;
  readonly until?: string;
}
