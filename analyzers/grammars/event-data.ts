/** The named values of an event, bounded, and kept apart from the text that they came from. */
import { detached } from './event-window';
import { MAX_EVENT_FIELDS, MAX_FIELD_CHARACTERS } from './found-events';

/** The first value of a name counts. */
export function eventData(values: Iterable<readonly [name: string, value: string]>): Readonly<Record<string, string>> {
  const data = new Map<string, string>();
  for (const [name, value] of values) {
    if (data.size >= MAX_EVENT_FIELDS) break;
    if (!data.has(name)) data.set(detached(name), detached(value.slice(0, MAX_FIELD_CHARACTERS)));
  }
  return Object.fromEntries(data);
}
