/** What is kept of a log while it is read: its events are counted, and the wanted ones kept or handed over. */
import { type Problem } from '../diagnosis/diagnosis';
import { compareTimes, eventTest } from './event-filter';
import { eventTime } from './event-time';
import { detached } from './event-window';
import { type EventFilter } from './evtx/evtx-reader';
import { type FoundEvent, MAX_EVENTS } from './found-events';
import { type DateOrder, type DateOrderFinding, dateOrder, isAmbiguousDate, readWindowsDate } from './windows-date';

/** What every event shows before anything is made of it. */
export interface EventHead {
  /** Null where the form has no column for it. */
  readonly provider: string | null;
  readonly eventId: number;
  readonly channel: string | null;
  /** ISO 8601, or as the export prints it in the user's own format. */
  readonly time: string | null;
}

export interface EventTally {
  /** Counts an event; says whether it is wanted, so that it is made and given to `keep`. */
  readonly wants: (head: EventHead) => boolean;
  /** Takes a wanted event; its time may still be as the export prints it. */
  readonly keep: (found: FoundEvent) => void;
  /** An event that was counted by `wants` turns out to be damaged, or one was not even counted. */
  readonly damaged: (line: number, wasCounted: boolean) => void;
  /** An event that is longer than any is, and was left out. */
  readonly tooLarge: (line: number) => void;
  readonly progress: () => { readonly records: number; readonly matched: number };
  readonly end: () => Tallied;
}

export interface Tallied {
  readonly total: number;
  readonly matched: number;
  readonly events: readonly FoundEvent[];
  readonly channels: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  readonly problems: readonly Problem[];
}

export interface TallyOptions {
  readonly filter: EventFilter;
  readonly onEvent?: (found: FoundEvent) => void;
  readonly dates?: DateOrderFinding;
}

/** How many channels of one log are named. */
export const MAX_CHANNELS = 64;
/** Failed negotiations always say something of both sides. */
const FAILURES: ReadonlySet<number> = new Set([4652, 4653, 4654, 4983, 4984]);

interface Span {
  first: string | null;
  last: string | null;
}

export function eventTally({ filter, onEvent, dates }: TallyOptions): EventTally {
  const test = eventTest(filter);
  const events: FoundEvent[] = [];
  const channels = new Set<string>();
  const spans = { iso: emptySpan(), 'month-first': emptySpan(), 'day-first': emptySpan() };
  const counts = { total: 0, matched: 0, damaged: 0, tooLarge: 0, untold: 0 };
  const lines: { damaged?: number; tooLarge?: number; untold?: number; ambiguous?: { line: number; text: string } } =
    {};
  let order: DateOrder | null = dates?.decided === true ? dates.order : null;
  let lastPrinted = '';
  /** Wanted events whose day and month are not yet told apart. */
  let waiting: FoundEvent[] = [];

  const see = (printed: string): string | null => {
    const iso = eventTime(printed);
    if (iso !== null) {
      widen(spans.iso, iso);
      return iso;
    }
    // Events of one second have the same date.
    if (printed === lastPrinted) return null;
    lastPrinted = printed;
    for (const one of ['month-first', 'day-first'] as const) {
      const time = readWindowsDate(printed, one);
      if (time !== null) widen(spans[one], time);
    }
    if (order !== null) return null;
    const finding = dateOrder([{ text: printed }], null);
    if (!finding.decided) return null;
    order = finding.order;
    release();
    return null;
  };
  const handOver = (found: FoundEvent): void => {
    const printed = found.event.time;
    const time = printed === null ? null : (eventTime(printed) ?? readWindowsDate(printed, order ?? 'month-first'));
    if (!test.time(time)) return;
    const dated = time === printed ? found : { ...found, event: { ...found.event, time } };
    counts.matched += 1;
    if (FAILURES.has(dated.event.eventId) && Object.keys(dated.event.data).length === 0) {
      counts.untold += 1;
      lines.untold ??= dated.place?.line ?? 1;
    }
    if (onEvent !== undefined) onEvent(dated);
    else if (events.length < MAX_EVENTS) events.push(dated);
  };
  const release = (): void => {
    for (const found of waiting) handOver(found);
    waiting = [];
  };

  return {
    wants: ({ provider, eventId, channel, time }) => {
      counts.total += 1;
      if (channel !== null && channel !== '' && channels.size < MAX_CHANNELS && !channels.has(channel)) {
        channels.add(detached(channel));
      }
      // A printed date is asked for again when the order of its day and month is known.
      const iso = time === null ? null : see(time);
      return test.kind(provider, eventId) && test.time(iso);
    },
    keep: (found) => {
      if (!test.kind(found.event.provider, found.event.eventId)) return;
      const printed = found.event.time ?? '';
      if (order !== null || !isAmbiguousDate(printed)) {
        if (waiting.length > 0) waiting.push(found);
        else handOver(found);
        return;
      }
      lines.ambiguous ??= { line: found.place?.line ?? 1, text: printed };
      waiting.push(found);
      if (waiting.length >= MAX_EVENTS) release();
    },
    damaged: (line, wasCounted) => {
      if (wasCounted) counts.total -= 1;
      counts.damaged += 1;
      lines.damaged ??= line;
    },
    tooLarge: (line) => {
      counts.tooLarge += 1;
      lines.tooLarge ??= line;
    },
    progress: () => ({ records: counts.total, matched: counts.matched + waiting.length }),
    end: () => {
      const isOpen = order === null && lines.ambiguous !== undefined;
      release();
      const printed = spans[order === 'day-first' ? 'day-first' : 'month-first'];
      const span = emptySpan();
      for (const time of [spans.iso.first, spans.iso.last, printed.first, printed.last]) {
        if (time !== null) widen(span, time);
      }
      return {
        total: counts.total,
        matched: counts.matched,
        events,
        channels: [...channels],
        ...span,
        problems: [
          ...(counts.damaged === 0 ? [] : [damagedEvents(counts.damaged, lines.damaged ?? 1)]),
          ...(counts.tooLarge === 0 ? [] : [tooLargeEvents(counts.tooLarge, lines.tooLarge ?? 1)]),
          ...(counts.untold === 0 ? [] : [unknownWording(lines.untold ?? 1)]),
          ...(isOpen && lines.ambiguous !== undefined ? [ambiguousDate(lines.ambiguous)] : []),
        ],
      };
    },
  };
}

const emptySpan = (): Span => ({ first: null, last: null });

function widen(span: Span, time: string): void {
  if (span.first === null || compareTimes(time, span.first) < 0) span.first = time;
  if (span.last === null || compareTimes(time, span.last) > 0) span.last = time;
}

const events_ = (count: number): string => (count === 1 ? 'One event is' : `${count} events are`);

const damagedEvents = (count: number, line: number): Problem => ({
  code: 'damaged-event',
  message: `${events_(count)} damaged and left out; the others were read. Export the log again if one of them is missed.`,
  line,
});

const tooLargeEvents = (count: number, line: number): Problem => ({
  code: 'event-too-large',
  message: `${events_(count)} longer than any that Windows writes, and left out; the others were read. Send the log as it was exported.`,
  line,
});

export const unknownWording = (line: number): Problem => ({
  code: 'unknown-wording',
  message:
    'The messages of these events are in a language that is not known. Export them as XML, which is the same in every language: wevtutil qe Security /f:xml > security.xml.',
  line,
});

const ambiguousDate = ({ line, text }: { readonly line: number; readonly text: string }): Problem => ({
  code: 'ambiguous-date',
  message: `"${text.trim().slice(0, 40)}" may have the month or the day first, and is read with the month first. Export the events as XML, which has the same times everywhere.`,
  line,
});
