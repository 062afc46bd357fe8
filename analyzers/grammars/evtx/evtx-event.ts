/** What the reader of binary event logs is asked for and what it gives. */

/** Which events are wanted; what is left out does not restrict. An event must meet all of it. */
export interface EventFilter {
  /** Names of providers, in any case, as in System/Provider. */
  readonly providers?: readonly string[];
  readonly eventIds?: readonly number[];
  /** The first and the last moment that is wanted: ISO 8601 in UTC, up to seven digits behind the seconds. */
  readonly since?: string;
  readonly until?: string;
}

/** An event as its XML says it, all values as text: numbers decimal, HexInt types `0x…`, GUIDs without braces, times ISO 8601 in UTC. */
export interface EvtxEvent {
  readonly provider: string;
  readonly channel: string | null;
  readonly eventId: number;
  readonly version: number | null;
  /** System/EventRecordID, which Event Viewer shows and a forwarded event keeps; the record's own number where there is none. */
  readonly recordId: string;
  /** System/TimeCreated with seven digits, `2024-01-17T21:24:53.0183246Z`; the time of the record's header where there is none. */
  readonly time: string;
  readonly computer: string | null;
  /** The values of EventData in order; the name is null where the file gives none, an element that is not `Data` gives its own. */
  readonly data: readonly (readonly [name: string | null, value: string])[];
  /** The leaves of UserData (or what else stands in its place) by path, `Root/Element`, and attributes as `Root/Element@Name`. */
  readonly userData: readonly (readonly [path: string, value: string])[];
  /** Whether it was found by a search behind damage: complete, but it may be older than its place says. */
  readonly recovered: boolean;
}

/** What is unusual about a file, how often, and what it means, in one sentence. */
export interface EvtxNote {
  readonly code: EvtxNoteCode;
  readonly count: number;
  readonly message: string;
}

export type EvtxNoteCode =
  | 'file-header'
  | 'file-version'
  | 'checksum'
  | 'damaged-chunk'
  | 'damaged-records'
  | 'unreadable-record'
  | 'record-budget'
  | 'file-budget'
  | 'truncated';

export interface EvtxSummary {
  /** All records that were seen, wanted or not, those that could not be read too. */
  readonly records: number;
  readonly matched: number;
  /** How many of all records were found by a search behind damage. */
  readonly recovered: number;
  readonly channels: readonly string[];
  /** The time span of all records, as in `EvtxEvent.time`; null where there is none. */
  readonly first: string | null;
  readonly last: string | null;
  /** Whether everything in the file was read: no damage, nothing cut off, no record given up. */
  readonly whole: boolean;
  readonly notes: readonly EvtxNote[];
}
