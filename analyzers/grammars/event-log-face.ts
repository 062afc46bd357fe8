/** What a reader of an event log is asked for and gives, whatever the form. */
import { type Problem } from '../diagnosis/diagnosis';
import { type EventForm } from './event-forms';
import { type EventFilter } from './evtx/evtx-reader';
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
  /** Which events are wanted, where that depends on the form by it. */
  readonly filter: EventFilter | ((form: EventForm) => EventFilter);
  /** Given: wanted events are handed over as they are met, in the order of the log and without a bound, and not collected. */
  readonly onEvent?: (found: FoundEvent) => void;
  /** How dates without a certain order of day and month are to be read, where the surroundings tell. */
  readonly dates?: DateOrderFinding;
}

/** The options once the form is known. */
export type FormOptions = Omit<EventLogOptions, 'filter'> & { readonly filter: EventFilter };
