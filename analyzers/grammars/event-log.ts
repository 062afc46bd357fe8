/** An event log in whatever form it was exported: bytes in, events out. */
import { type Problem } from '../diagnosis/diagnosis';
import { commandAtPrompt } from '../intake/prompts';
import { streamDecoder } from '../intake/stream-decoder';
import { binaryReader } from './event-binary';
import { feedForm } from './event-form';
import { type EventForm, type TextForm, textForm } from './event-forms';
import { type EventLogOptions, type EventLogReader, type FormOptions } from './event-log-face';
import { eventTally } from './event-tally';
import { isEvtx } from './evtx/evtx-reader';

export { type EventForm, EVENT_FORMS } from './event-forms';
export { type EventLog, type EventLogOptions, type EventLogReader } from './event-log-face';

/** How much of an upload tells its form. */
export const HEAD_BYTES = 64 * 1024;

/**
 * The reader of an upload whose first bytes (HEAD_BYTES, or all of a shorter one) are `head`; `head` is not pushed by itself. Null where
 * it is no event log of a known form that fills the whole upload: a transcript, a text of something else, a picture.
 */
export function createEventLogReader(head: Uint8Array, name: string, options: EventLogOptions): EventLogReader | null {
  if (isEvtx(head)) return binaryReader(ofForm(options, 'evtx'));
  const beginning = streamDecoder(head, name);
  if ('code' in beginning) return null;
  const text = beginning.push(head) + beginning.end();
  const form = textForm(text);
  if (form === null || (head.length < HEAD_BYTES && hasPrompt(text))) return null;
  return textReader(head, name, form, options);
}

/** The options with the filter for one form. */
const ofForm = ({ filter, ...rest }: EventLogOptions, form: EventForm): FormOptions => ({
  ...rest,
  filter: typeof filter === 'function' ? filter(form) : filter,
});

function textReader(
  head: Uint8Array,
  name: string,
  { form, open }: TextForm,
  options: EventLogOptions,
): EventLogReader | null {
  const decoder = streamDecoder(head, name);
  if ('code' in decoder) return null;
  const tally = eventTally(ofForm(options, form));
  const fed = feedForm(open, tally);
  let tail = '';
  const take = (text: string): void => {
    tail = text.length < TAIL_CHARACTERS ? (tail + text).slice(-TAIL_CHARACTERS) : text.slice(-TAIL_CHARACTERS);
    fed.push(text);
  };
  return {
    push: (bytes) => {
      // A whole log may come at once: its text is never held whole.
      for (let at = 0; at < bytes.length; at += HEAD_BYTES) take(decoder.push(bytes.subarray(at, at + HEAD_BYTES)));
    },
    end: () => {
      take(decoder.end());
      const whole = fed.end();
      const { problems, ...tallied } = tally.end();
      return {
        form,
        encoding: decoder.encoding(),
        ...tallied,
        whole,
        problems: [
          ...problems,
          ...(form === 'format-table' ? [cutTable] : []),
          ...(hasPrompt(tail) ? [unreadBehind] : []),
        ],
      };
    },
    progress: tally.progress,
  };
}

/** Behind a log that is longer than its head, a prompt shows in so much of its end. */
const TAIL_CHARACTERS = 8 * 1024;

const unreadBehind: Problem = {
  code: 'unread-text',
  message:
    'Behind the events a command prompt is printed, and what was typed there was not read. Send that part as a file of its own.',
};

/** A table is cut at the width of a window. */
export const cutTable: Problem = {
  code: 'cut-table',
  message:
    "This is PowerShell's table of events (Format-Table), whose messages are cut off, so that nothing can be read from it. Export whole events: wevtutil qe Security /f:xml > security.xml",
};

/** Between events no prompt stands; what was typed and printed around them is for the reader of transcripts. */
const hasPrompt = (text: string): boolean =>
  text.split('\n').some((line) => /^(?:\[|PS\b|[A-Za-z]:\\)/.test(line) && commandAtPrompt(line.trimEnd()) !== null);
