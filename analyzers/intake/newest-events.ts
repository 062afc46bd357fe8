/** Of more events than are kept the newest stay, and among them the newest failures, however many successes came after. */
import { type FoundEvent } from '../grammars/found-events';

/** Failed negotiations (Microsoft, Audit IPsec Main, Quick and Extended Mode): what a diagnosis is made of. */
const FAILURES: ReadonlySet<number> = new Set([4652, 4653, 4654, 4976, 4977, 4978, 4983, 4984, 5453]);

export interface NewestEvents {
  readonly add: (found: FoundEvent) => void;
  /** At most `limit`, in the order in which they came. */
  readonly events: () => readonly FoundEvent[];
}

interface Numbered {
  readonly found: FoundEvent;
  readonly place: number;
}

/** Up to half of `limit` are kept for failures. The memory held is that of four times `limit` events. */
export function newestEvents(limit: number): NewestEvents {
  const [failures, others] = [newestOf(limit), newestOf(limit)];
  let count = 0;
  return {
    add: (found) => {
      (FAILURES.has(found.event.eventId) ? failures : others).add({ found, place: count });
      count += 1;
    },
    events: () => {
      const failed = failures.newestFirst();
      const certain = failed.slice(0, Math.floor(limit / 2));
      const rest = [...failed.slice(certain.length), ...others.newestFirst()].sort(newerFirst);
      return [...certain, ...rest.slice(0, limit - certain.length)]
        .sort((one, other) => one.place - other.place)
        .map(({ found }) => found);
    },
  };
}

function newestOf(limit: number): {
  readonly add: (one: Numbered) => void;
  readonly newestFirst: () => readonly Numbered[];
} {
  let held: Numbered[] = [];
  const prune = (): void => {
    held = held.sort(newerFirst).slice(0, limit);
  };
  return {
    add: (one) => {
      held.push(one);
      if (held.length >= 2 * limit) prune();
    },
    newestFirst: () => {
      prune();
      return held;
    },
  };
}

/** By the digits of their times; events of one moment by their record numbers, else by their place: a log is written onward. */
function newerFirst(
  { found: { event: one }, place }: Numbered,
  { found: { event: other }, place: next }: Numbered,
): number {
  const [time, otherTime] = [one.time ?? '', other.time ?? ''];
  if (time !== otherTime) return time < otherTime ? 1 : -1;
  const byRecord = one.computer === other.computer ? Number(other.recordId ?? 0) - Number(one.recordId ?? 0) : 0;
  return byRecord || next - place;
}
