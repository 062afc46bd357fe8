/** An event log in whatever form it was exported: bytes in, events out. */
import { type Problem } from '../diagnosis/diagnosis';
import { commandAtPrompt } from '../intake/prompts';
import { streamDecoder } from '../intake/stream-decoder';
import { type EventFilter } from './event-filter';
import { feedForm } from './event-form';
import { type EventForm, type TextForm, textForm } from './event-forms';
import { eventTally } from './event-tally';
import { type FoundEvent } from './found-events';
import { type DateOrderFinding } from './windows-date';

/** The whole of an event log that was read to its end. */
export interface EventLog {
  readonly form: EventForm;
  /** Lower-case name of the encoding (`utf-8`, `utf-16le`, `cp850` …); null where the form is binary. */
  readonly encoding: string | null;
  /** Events of whatever kind, damaged ones not counted. */
  readonly total: number;
  /** The wanted events in the order of the log, at most MAX_EVENTS; none where `onEvent` was given. */
  readonly events: readonly FoundEvent[];
  /** How many events were wanted, kept or not. */
  readonly matched: number;
  /** The end of the form was seen. */
  readonly whole: boolean;
  /** Channels of all events, in the order in which they were met; none where the form does not say. */
  readonly channels: readonly string[];
  /** Times of the oldest and of the newest of all events, as SecurityEvent's `time`. */
  readonly first: string | null;
  readonly last: string | null;
  readonly problems: readonly Problem[];
}

export interface EventLogReader {
  /** The next bytes of the log, in pieces of any size; they may be overwritten once the call is back. */
  readonly push: (bytes: Uint8Array) => void;
  /** Call it once, after the last piece. */
  readonly end: () => EventLog;
  readonly progress: () => { readonly records: number; readonly matched: number };
}

export interface EventLogOptions {
  readonly filter: EventFilter;
  /** Given: wanted events are handed over as they are met, in the order of the log and without a bound, and not collected. */
  readonly onEvent?: (found: FoundEvent) => void;
  /** How dates without a certain order of day and month are to be read, where the surroundings tell. */
  readonly dates?: DateOrderFinding;
}

/** How much of an upload tells its form. */
export const HEAD_BYTES = 64 * 1024;

/**
 * The reader of an upload whose first bytes (HEAD_BYTES, or all of a shorter one) are `head`; `head` is not pushed by itself. Null where
 * it is no event log of a known form that fills the whole upload: a transcript, a text of something else, a picture.
 */
export function createEventLogReader(head: Uint8Array, name: string, options: EventLogOptions): EventLogReader | null {
  const beginning = streamDecoder(head, name);
  if ('code' in beginning) return null;
  const text = beginning.push(head) + beginning.end();
  const form = textForm(text);
  if (form === null || (head.length < HEAD_BYTES && hasPrompt(text))) return null;
  return textReader(head, name, form, options);
}

function textReader(
  head: Uint8Array,
  name: string,
  { form, open }: TextForm,
  options: EventLogOptions,
): EventLogReader | null {
  const decoder = streamDecoder(head, name);
  if ('code' in decoder) return null;
  const tally = eventTally(options);
  const fed = feedForm(open, tally);
  return {
    push: (bytes) => {
      // A whole log may come at once: its text is never held whole.
      for (let at = 0; at < bytes.length; at += HEAD_BYTES) {
        fed.push(decoder.push(bytes.subarray(at, at + HEAD_BYTES)));
      }
    },
    end: () => {
      fed.push(decoder.end());
      const whole = fed.end();
      const { problems, ...tallied } = tally.end();
      return {
        form,
        encoding: decoder.encoding(),
        ...tallied,
        whole,
        problems: form === 'format-table' ? [...problems, cutTable] : problems,
      };
    },
    progress: tally.progress,
  };
}

/** A table is cut at the width of a window. */
export const cutTable: Problem = {
  code: 'cut-table',
  message:
    "This is PowerShell's table of events (Format-Table), whose messages are cut off, so that nothing can be read from it. Export whole events: wevtutil qe Security /f:xml > security.xml",
};

/** Between events no prompt stands; what was typed and printed around them is for the reader of transcripts. */
const hasPrompt = (text: string): boolean =>
  text.split('\n').some((line) => /^(?:\[|PS\b|[A-Za-z]:\\)/.test(line) && commandAtPrompt(line.trimEnd()) !== null);
