/** An event as PowerShell's record of properties (CSV, JSON, CLIXML, list): the same names in each, whatever the language. */
import { type SecurityEvent } from '../diagnosis/reading-data';
import { eventData } from './event-data';
import { fieldNames } from './event-fields';
import { messageValues } from './event-message';
import { type EventHead, type EventTally } from './event-tally';
import { eventTime } from './event-time';
import { detached } from './event-window';
import { type EventPlace, type FoundEvent, isIpsecEvent, SECURITY_AUDITING } from './found-events';

/** Names of the properties: those of Get-WinEvent, then those of Get-EventLog. */
export const RECORD_NAMES = {
  provider: ['ProviderName', 'Source'],
  eventId: ['Id', 'EventID', 'InstanceId'],
  channel: ['LogName'],
  time: ['TimeCreated', 'TimeGenerated'],
  version: ['Version'],
  recordId: ['RecordId', 'Index'],
  computer: ['MachineName'],
  message: ['Message'],
} as const;

/** One event, with where its parts stand in the text. */
export interface EventRecord {
  /** The value of a property by its name; null where the record has none. */
  readonly value: (name: string) => string | null;
  /** The values of the event by position; null where the form has only their types, or nothing. */
  readonly properties: readonly string[] | null;
  /** Where the character at this offset of the message stands in the text. */
  readonly messageIndex: (offset: number) => number;
  /** Where the value of this position stands in the text. */
  readonly propertyIndex: (position: number) => number;
}

/** The head of an event from its properties; null where it has no event number, so that it is no event. */
export function recordHead(
  read: (property: 'provider' | 'eventId' | 'channel' | 'time') => string | null,
): EventHead | null {
  const eventId = read('eventId')?.trim() ?? '';
  if (!/^\d{1,10}$/.test(eventId)) return null;
  const provider = read('provider');
  return {
    provider: provider === null || provider === '' ? null : providerName(provider),
    eventId: Number(eventId),
    channel: read('channel'),
    time: read('time'),
  };
}

/** Makes the event of a wanted record and gives it to the tally; where it is no record (null), or has no number, it is damaged. */
export function keepRecord(
  tally: EventTally,
  record: EventRecord | null,
  place: EventPlace,
  placeOf: (index: number) => EventPlace,
): void {
  const found = record === null ? null : foundEvent(record, place, placeOf);
  if (found === null) tally.damaged(place.line, true);
  else tally.keep(found);
}

/**
 * The event of a record; null where it has no number. Its time stays as printed where it has no order of its own. `placeOf` turns an
 * index of the text into a place.
 */
function foundEvent(record: EventRecord, place: EventPlace, placeOf: (index: number) => EventPlace): FoundEvent | null {
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = record.value(name)?.trim() ?? '';
      if (value !== '') return value;
    }
    return null;
  };
  const eventId = Number(first(RECORD_NAMES.eventId) ?? NaN);
  if (!Number.isInteger(eventId)) return null;
  const message = record.value('Message') ?? '';
  const printed = first(RECORD_NAMES.provider);
  // Selected columns may leave the provider out; no message of another one says this under these numbers.
  const provider =
    printed === null ? (/\b(?:IPsec|IKE)/i.test(message) ? SECURITY_AUDITING : '') : providerName(printed);
  const values = valuesOf(record, provider, eventId, message);
  const reasonAt = values.reasonAt;
  const version = first(RECORD_NAMES.version);
  const time = first(RECORD_NAMES.time);
  const text = (names: readonly string[]): string | null => {
    const value = first(names);
    return value === null ? null : detached(value);
  };
  const event: SecurityEvent = {
    provider: detached(provider),
    channel: text(RECORD_NAMES.channel),
    eventId,
    version: version === null ? null : Number(version),
    recordId: text(RECORD_NAMES.recordId),
    time: time === null ? null : detached(eventTime(time) ?? time),
    computer: text(RECORD_NAMES.computer),
    data: eventData(values.named),
  };
  return { event, place, reason: reasonAt === null ? null : placeOf(reasonAt), recovered: false };
}

interface RecordValues {
  readonly named: readonly (readonly [name: string, value: string])[];
  readonly reasonAt: number | null;
}

/** By position where there are as many values as a version of the event has, else by the message. */
function valuesOf(record: EventRecord, provider: string, eventId: number, message: string): RecordValues {
  const { properties } = record;
  const isIpsec = isIpsecEvent({ provider, eventId });
  if (properties !== null) {
    const names = isIpsec ? fieldNames(eventId, properties.length) : properties.map((_, index) => `param${index + 1}`);
    if (names !== null) {
      const at = names.indexOf('FailureReason');
      return {
        named: names.map((name, index) => [name, properties[index] ?? ''] as const),
        reasonAt: at < 0 ? null : record.propertyIndex(at),
      };
    }
  }
  const values = isIpsec ? messageValues(message, eventId) : [];
  const reason = values.find(({ name }) => name === 'FailureReason');
  return {
    named: values.map(({ name, value }) => [name, value] as const),
    reasonAt: reason === undefined ? null : record.messageIndex(reason.at),
  };
}

/** Event Viewer shows the name that the provider gives itself. */
export const providerName = (text: string): string =>
  /^microsoft[ -]windows[ -]security[ -]auditing\.?$/i.test(text) ? SECURITY_AUDITING : text;
