/** Events as text: printed by `wevtutil qe /f:text`, or copied from Event Viewer in English. */
import { type SecurityEvent } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { messageValues } from './event-message';
import {
  type LineEvent,
  type FoundEvents,
  isIpsecEvent,
  MAX_EVENTS,
  MAX_FIELD_CHARACTERS,
  type Place,
} from './found-events';

const NUMBERED = /^Event\[\d+\]:?$/;
const LOG_NAME = /^\s*Log Name: /;
const LABELLED = /^\s{0,4}([A-Z][A-Za-z ]{1,20}): *(.*)$/;
const DESCRIPTION = /^\s{0,4}Description: ?/;

/** The last label of each message: an event at the end of a cut text is whole where it was printed. */
const LAST_LABELS: readonly (readonly [label: RegExp, ids: readonly number[]])[] = [
  [/^\s*Responder Cookie:/i, [4652, 4653]],
  [/^\s*Failure Reason:/i, [4654]],
  [/^\s*State:/i, [4983, 4984]],
  [/^\s*Quick Mode Filter ID:/i, [4979, 4980, 4981, 4982]],
  [/^\s*Main Mode Filter ID:/i, [4650, 4651]],
  [/^\s*Main Mode SA ID:/i, [4655]],
  [/^\s*Keying Module Name:/i, [4976, 4977, 4978]],
];

/** Whether an event as text begins at a line: the labels are English on every Windows for wevtutil. */
export function beginsTextEvents(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const isFollowed = (from: number): boolean => /^\s*Source: /.test(lines[from]?.text ?? '');
  if (NUMBERED.test(text)) return LOG_NAME.test(lines[index + 1]?.text ?? '');
  return LOG_NAME.test(text) && isFollowed(index + 1);
}

/** `date` reads the times of Event Viewer, which are in the user's format and zone; wevtutil prints ISO 8601. */
export function textEvents(lines: readonly Line[], date: (text: string) => string | null): FoundEvents {
  const starts = lines.flatMap(({ text }, index) => (LOG_NAME.test(text) ? [index] : []));
  const blocks = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const all = blocks.map((block) => readEvent(block, date));
  const last = blocks.at(-1);
  const whole = last !== undefined && endsWhole(last, all.at(-1)?.event.eventId ?? 0);
  const kept = whole ? all : all.slice(0, -1);
  const events = kept.filter(({ event }) => isIpsecEvent(event)).slice(0, MAX_EVENTS);
  return { total: kept.length, events, whole };
}

function readEvent(block: readonly Line[], date: (text: string) => string | null): LineEvent {
  const described = block.findIndex(({ text }) => DESCRIPTION.test(text));
  const head = described < 0 ? block : block.slice(0, described);
  const value = (label: string): string | null => {
    for (const { text } of head) {
      const found = LABELLED.exec(text);
      if (found?.[1] === label) return (found[2] ?? '').trim();
    }
    return null;
  };
  const eventId = Number(value('Event ID') ?? NaN);
  const values = messageValues(messageOf(block, described), eventId);
  const printed = value('Date') ?? '';
  const event: SecurityEvent = {
    provider: value('Source') ?? '',
    channel: value('Log Name'),
    eventId,
    version: null,
    recordId: null,
    time: /^\d{4}-\d\d-\d\dT/.test(printed) ? printed : date(printed),
    computer: value('Computer'),
    data: Object.fromEntries(values.map(({ name, value: text }) => [name, text.slice(0, MAX_FIELD_CHARACTERS)])),
  };
  const [line] = block;
  const reason = values.find(({ name }) => name === 'FailureReason')?.line;
  const place = (at: Line): Place => ({ line: at, column: 0 });
  return { event, place: place(line ?? NO_LINE), reason: reason === undefined ? null : place(reason) };
}

/** A block is never empty: it begins with its `Log Name`. */
const NO_LINE: Line = { number: 1, text: '', raw: '' };

function messageOf(block: readonly Line[], described: number): readonly Line[] {
  if (described < 0) return [];
  const end = block.findIndex(({ text }) => text.startsWith('Event Xml:'));
  return block.slice(described + 1, end < 0 ? undefined : end);
}

/** A blank line below the message, or its last label; other events end in their only sentence. */
function endsWhole(block: readonly Line[], eventId: number): boolean {
  const last = LAST_LABELS.find(([, ids]) => ids.includes(eventId));
  if (last !== undefined) return block.some(({ text }) => last[0].test(text));
  return block.some(({ text }) => DESCRIPTION.test(text)) && block.at(-1)?.text.trim() === '';
}
