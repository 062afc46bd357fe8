/** Events as text: printed by `wevtutil qe /f:text`, or copied from Event Viewer, whose labels are in the user's language. */
import { type ReadBlock } from './event-blocks';
import { messageValues } from './event-message';
import { endsMessage } from './event-message-end';
import { providerName } from './event-record';
import { eventData } from './event-data';
import { type EventHead } from './event-tally';
import { detached } from './event-window';
import { isIpsecEvent } from './found-events';

/** wevtutil's labels are English on every Windows. */
export const WEVTUTIL_START = /^Event\[\d{1,10}\]:?[ \t]*\r?\n[ \t]{1,8}Log Name:/gm;

const LABEL = String.raw`[^:\s<][^:\r\n\t<]{1,40}`;
/**
 * Copied details: below each other a log, a source, a date with a time and a number, each behind a label. Their order is the same in
 * every language.
 */
export const COPIED_START = new RegExp(
  String.raw`^${LABEL}:[ \t]*\S[^\r\n]{0,200}\r?\n${LABEL}:[ \t]*[A-Za-z][^\r\n:]{2,200}\r?\n` +
    String.raw`${LABEL}:[^\r\n]{0,40}\d[:.]\d\d[^\r\n]{0,40}\r?\n${LABEL}:[ \t]*\d{1,10}[ \t]*\r?$`,
  'gm',
);

/** A line of the head: `  Event ID: 4653`. */
const HEAD_LINE = /[ \t]{0,8}([^:\s<][^:\r\n\t<]{1,40}):[ \t]*([^\r\n]*)(?:\r?\n|$)/y;
const MAX_HEAD_LINES = 16;
/** Event Viewer puts the event's XML below its text. */
const XML_BELOW = /^[^\r\n]{2,40}:[ \t]*\r?\n<Event\s/m;

/** A last line that no line end follows may have been cut in the middle of its value. */
const endedLines = (text: string): string =>
  text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);

interface Head extends EventHead {
  readonly computer: string | null;
  /** Where the message begins in the block. */
  readonly messageAt: number;
}

export const readTextBlock: ReadBlock = (window, tally, start, end, isLast) => {
  const block = window.text().slice(start, end);
  const head = readHead(block);
  if (head === null) {
    if (!isLast) tally.damaged(window.place(start).line, false);
    return !isLast;
  }
  const below = XML_BELOW.exec(block)?.index ?? block.length;
  const message = block.slice(head.messageAt, below);
  if (isLast && !endsMessage(endedLines(message), head.eventId)) return false;
  if (!tally.wants(head)) return true;
  const place = window.place(start);
  const provider = head.provider ?? '';
  const isIpsec = isIpsecEvent({ provider, eventId: head.eventId });
  const values = isIpsec ? messageValues(message, head.eventId) : [];
  const reason = values.find(({ name }) => name === 'FailureReason');
  tally.keep({
    event: {
      provider: detached(provider),
      channel: head.channel === null ? null : detached(head.channel),
      eventId: head.eventId,
      version: null,
      recordId: null,
      time: head.time === null ? null : detached(head.time),
      computer: head.computer === null ? null : detached(head.computer),
      data: eventData(values.map(({ name, value }) => [name, value] as const)),
    },
    place,
    reason: reason === undefined ? null : window.place(start + head.messageAt + reason.at),
    recovered: false,
  });
  return true;
};

/** The labelled lines at the top, by their places: log, source, date, number, …, computer, description. */
function readHead(block: string): Head | null {
  HEAD_LINE.lastIndex = /^Event\[\d{1,10}\]:?[ \t]*\r?\n/.exec(block)?.[0].length ?? 0;
  const values: string[] = [];
  let messageAt = block.length;
  for (let count = 0; count < MAX_HEAD_LINES; count += 1) {
    const found = HEAD_LINE.exec(block);
    if (found === null) break;
    messageAt = HEAD_LINE.lastIndex;
    values.push((found[2] ?? '').trim());
    // The message may begin behind its label.
    if (found[1] === 'Description') {
      messageAt = found.index + found[0].indexOf(':') + 1;
      break;
    }
  }
  const [channel, source, time, number] = values;
  const eventId = /^\d{1,10}$/.test(number ?? '') ? Number(number) : null;
  if (channel === undefined || source === undefined || time === undefined || eventId === null) return null;
  return {
    channel,
    provider: providerName(source),
    time,
    eventId,
    computer: values.length > MIN_HEAD_LINES ? (values.at(-2) ?? null) : null,
    messageAt,
  };
}

/** The computer stands just above the description, which is below the first four. */
const MIN_HEAD_LINES = 5;
