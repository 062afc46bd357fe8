/** Whether the message of a last event is whole: where a text without a closing sign was cut, half of a value may be there. */
import { messageLines } from './event-message-lines';
import { templateValues } from './event-message-templates';

/** Behind blanks of its own line: ones that went over line ends would begin anew at each empty line. */
const atLineStart = (label: string): RegExp => new RegExp(`^[^\\S\\r\\n\\u2028\\u2029]*${label}`, 'im');

/** The last label of each message. */
const LAST_LABELS: readonly (readonly [label: RegExp, ids: readonly number[]])[] = [
  [atLineStart('Responder Cookie:'), [4652, 4653]],
  [atLineStart('Failure Reason:'), [4654]],
  [atLineStart('State:'), [4983, 4984]],
  [atLineStart('Quick Mode Filter ID:'), [4979, 4980, 4981, 4982]],
  [atLineStart('Main Mode Filter ID:'), [4650, 4651]],
  [atLineStart('Main Mode SA ID:'), [4655]],
  [atLineStart('Keying Module Name:'), [4976, 4977, 4978]],
];

/** Its last label is there, or it has all lines of its event in another language; other messages end in a blank line. */
export function endsMessage(message: string, eventId: number): boolean {
  const last = LAST_LABELS.find(([, ids]) => ids.includes(eventId))?.[0];
  if (last?.test(message) === true) return true;
  if (last !== undefined && templateValues(messageLines(message), eventId) !== null) return true;
  return last === undefined && message.trim() !== '' && endsInBlankLine(message);
}

function endsInBlankLine(message: string): boolean {
  const blanks = message.slice(message.trimEnd().length);
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(blanks);
}
