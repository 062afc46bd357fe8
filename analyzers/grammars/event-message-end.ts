/** Whether the message of a last event is whole: where a text without a closing sign was cut, half of a value may be there. */
import { messageLines } from './event-message-lines';
import { templateValues } from './event-message-templates';

/** The last label of each message. */
const LAST_LABELS: readonly (readonly [label: RegExp, ids: readonly number[]])[] = [
  [/^\s*Responder Cookie:/im, [4652, 4653]],
  [/^\s*Failure Reason:/im, [4654]],
  [/^\s*State:/im, [4983, 4984]],
  [/^\s*Quick Mode Filter ID:/im, [4979, 4980, 4981, 4982]],
  [/^\s*Main Mode Filter ID:/im, [4650, 4651]],
  [/^\s*Main Mode SA ID:/im, [4655]],
  [/^\s*Keying Module Name:/im, [4976, 4977, 4978]],
];

/** Its last label is there, or it has all lines of its event in another language; other messages end in a blank line. */
export function endsMessage(message: string, eventId: number): boolean {
  const last = LAST_LABELS.find(([, ids]) => ids.includes(eventId))?.[0];
  if (last?.test(message) === true) return true;
  if (last !== undefined && templateValues(messageLines(message), eventId) !== null) return true;
  return last === undefined && message.trim() !== '' && /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*$/.test(message);
}
