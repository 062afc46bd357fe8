/** What every form of an event-log export gives: its events, with the lines that show them. */
import { type SecurityEvent } from '../diagnosis/reading-data';
import { type EventFilter } from './evtx/evtx-reader';

/** A place in the decoded text of an export. */
export interface EventPlace {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly column: number;
  /** The physical line whole; of one over MAX_PLACE_CHARACTERS the part from `column`, at most that long. */
  readonly text: string;
}

/** The longest text of a place: that of a quote. */
export const MAX_PLACE_CHARACTERS = 400;

/** An event of an export, whatever its form. */
export interface FoundEvent {
  readonly event: SecurityEvent;
  /** Where the event begins; null in .evtx, which has records and no lines. */
  readonly place: EventPlace | null;
  /** Where its failure reason stands; null where it has none, and in .evtx. */
  readonly reason: EventPlace | null;
  /** Found in damage or in the slack of a log, by its shape alone. */
  readonly recovered: boolean;
}

/** How many IPsec events of one export are kept; the others are only counted. */
export const MAX_EVENTS = 20_000;
/** The longest text of one event in any form: a record of Windows is at most 64 KiB. */
export const MAX_EVENT_CHARACTERS = 1024 * 1024;
export const MAX_EVENT_FIELDS = 100;
export const MAX_FIELD_CHARACTERS = 4000;

export const SECURITY_AUDITING = 'Microsoft-Windows-Security-Auditing';

/** The provider under which the Windows Filtering Platform traces what its net events hold. */
export const NET_EVENTS = 'Microsoft-Windows-WFP';
/** Failed negotiations among the types of net events, with the numbers that the provider's manifest has for the same failures. */
export const NET_EVENT_IDS: Readonly<Record<string, number>> = {
  IKEEXT_MM_FAILURE: 1005,
  IKEEXT_QM_FAILURE: 1007,
  IKEEXT_EM_FAILURE: 1009,
};

/** Numbers of IPsec events (Microsoft, Audit IPsec Main, Quick and Extended Mode, IPsec Driver, Filtering Platform Policy Change). */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [4646, 4646],
  [4650, 4655],
  [4960, 4963],
  [4965, 4965],
  [4976, 4984],
  [5049, 5049],
  [5451, 5453],
  [5456, 5485],
];

/** The events that this product looks for: those of IPsec in the Security channel. */
export const ipsecFilter: EventFilter = {
  providers: [SECURITY_AUDITING],
  eventIds: RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
};
/** Its like among net events; apart, since forms that name no provider have other events of these numbers. */
export const netEventFilter: EventFilter = { providers: [NET_EVENTS], eventIds: Object.values(NET_EVENT_IDS) };

/** Whether an event is of IPsec. Between the ranges lie others: 4647 to 4649, 4964 (special groups), 4985 (transactions). */
export const isIpsecEvent = ({ provider, eventId }: Pick<SecurityEvent, 'provider' | 'eventId'>): boolean =>
  provider === SECURITY_AUDITING && RANGES.some(([first, last]) => eventId >= first && eventId <= last);
