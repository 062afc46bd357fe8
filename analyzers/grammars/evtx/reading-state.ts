/** What is kept while a log is read: counts, the time span, the channels, the notes. */
import { type EvtxEvent, type EvtxNoteCode, type EvtxSummary } from './evtx-event';
import { fileTimeText } from './file-time';
import { type WorkBudget } from './work-budget';

/** Channels that are listed; a log is one channel's, a collector's a few dozen. */
export const MAX_CHANNELS = 256;

/** Texts that stand before and behind every time. */
const EARLIEST = '';
const LATEST = '~';

export interface ReadingState {
  readonly budget: WorkBudget;
  readonly onEvent: (event: EvtxEvent) => void;
  readonly notes: Map<EvtxNoteCode, number>;
  readonly channels: Set<string>;
  records: number;
  matched: number;
  recovered: number;
  chunks: number;
  /** Records that were decoded, and notes that were made: what makes a chunk worth a second look. */
  decoded: number;
  noted: number;
  /** Whether the file says that it has no checksums. */
  hasChecksums: boolean;
  /** The time span of the records that were only looked at, as halves of a FILETIME, and of those that were decoded, as text. */
  readonly span: Float64Array;
  firstText: string;
  lastText: string;
}

export function createReadingState(budget: WorkBudget, onEvent: (event: EvtxEvent) => void): ReadingState {
  return {
    budget,
    onEvent,
    notes: new Map(),
    channels: new Set(),
    records: 0,
    matched: 0,
    recovered: 0,
    chunks: 0,
    decoded: 0,
    noted: 0,
    hasChecksums: true,
    span: Float64Array.of(Infinity, 0, -1, 0),
    firstText: LATEST,
    lastText: EARLIEST,
  };
}

export function note(state: ReadingState, code: EvtxNoteCode): void {
  state.noted += 1;
  state.notes.set(code, (state.notes.get(code) ?? 0) + 1);
}

export function keepFileTime({ span }: ReadingState, high: number, low: number): void {
  const firstHigh = span[0] ?? 0;
  if (high < firstHigh || (high === firstHigh && low < (span[1] ?? 0))) {
    span[0] = high;
    span[1] = low;
  }
  const lastHigh = span[2] ?? 0;
  if (high > lastHigh || (high === lastHigh && low > (span[3] ?? 0))) {
    span[2] = high;
    span[3] = low;
  }
}

export function keepTime(state: ReadingState, time: string): void {
  if (time < state.firstText) state.firstText = time;
  if (time > state.lastText) state.lastText = time;
}

/** Names of channels hold no control characters; what does comes from a torn record. */
const CHANNEL = /^\P{C}{1,255}$/u;

export function keepChannel({ channels }: ReadingState, channel: string): void {
  if (!channels.has(channel) && channels.size < MAX_CHANNELS && CHANNEL.test(channel)) channels.add(channel);
}

/** Notes that say that something of the file was not read. */
const LOSSES: readonly EvtxNoteCode[] = [
  'damaged-chunk',
  'damaged-records',
  'unreadable-record',
  'record-budget',
  'file-budget',
  'truncated',
];

const MESSAGES: Readonly<Record<EvtxNoteCode, string>> = {
  'file-header': "The file's header is damaged; the chunks behind it were read all the same.",
  'file-version':
    'The file has a version that is newer than those known here (3.1 and 3.2); it was read as one of them.',
  checksum: 'A checksum is wrong, as in a log that was copied while Windows wrote to it; the records there were read.',
  'damaged-chunk': 'A part of 64 KiB is damaged; what could be found in it is marked as recovered.',
  'damaged-records': 'Records behind a damaged place were searched for; those found are marked as recovered.',
  'unreadable-record': 'A record is damaged and was left out.',
  'record-budget': 'A record asks for more work than any real one does and was left out.',
  'file-budget': 'The file asks for more work than any real log does; a record was left out.',
  truncated:
    'The file ends before its last record does, or holds fewer chunks than its header says: export the log again.',
};

export function summaryOf(state: ReadingState): EvtxSummary {
  const { records, matched, recovered, firstText, lastText } = state;
  const [firstHigh = 0, firstLow = 0, lastHigh = 0, lastLow = 0] = state.span;
  const firstSeen = lastHigh < 0 ? null : fileTimeText(firstHigh, firstLow);
  const lastSeen = lastHigh < 0 ? null : fileTimeText(lastHigh, lastLow);
  const first = firstSeen !== null && firstSeen < firstText ? firstSeen : firstText;
  const last = lastSeen !== null && lastSeen > lastText ? lastSeen : lastText;
  return {
    records,
    matched,
    recovered,
    channels: [...state.channels],
    first: first === LATEST ? null : first,
    last: last === EARLIEST ? null : last,
    whole: !LOSSES.some((code) => state.notes.has(code)),
    notes: [...state.notes].map(([code, count]) => ({ code, count, message: MESSAGES[code] })),
  };
}
