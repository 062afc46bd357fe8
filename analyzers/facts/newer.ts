/** Which of two captures is newer: by the times printed in them, else by call, else by place in one document, else by file time. */
import { type Reading } from '../reading';

/**
 * Positive where `one` is newer than `other`, negative where it is older, 0 where nothing tells (the contract's ruling 1: then two
 * captures that disagree leave their rung unknown). Times without a zone are compared as they are printed.
 */
export function compareAge(one: Capture, other: Capture): number {
  const byTime = compareTimes(one.at, other.at);
  if (byTime !== 0) return byTime;
  if (one.call !== other.call) return one.call - other.call;
  if (one.upload === other.upload) return one.firstLine - other.firstLine;
  return compareTimes(one.modified, other.modified);
}

/** What tells the age of a reading. */
export type Capture = Pick<Reading, 'at' | 'call' | 'upload' | 'firstLine' | 'modified'>;

/** How far apart the outputs of one visit to a machine may be, in hours. */
export const MAX_VISIT_HOURS = 1;

/** Whether a capture of one command is of a later state of the machine than that of another: of a later call, or dated much later. */
export function isLaterCapture(one: Capture, other: Capture): boolean {
  if (compareAge(one, other) <= 0) return false;
  const apart = hoursBetween(one.at, other.at) ?? hoursBetween(one.modified, other.modified) ?? 0;
  return one.call !== other.call || apart > MAX_VISIT_HOURS;
}

/** Compares two ISO 8601 times by their digits down to the second, whatever their zones; 0 where one is missing. */
export function compareTimes(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  const [first, second] = [one.slice(0, 19), other.slice(0, 19)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Compares two times of events by all their digits, as one source prints them; 0 where one is missing. */
export function compareInstants(one: string | null, other: string | null): number {
  const bySecond = compareTimes(one, other);
  if (bySecond !== 0 || one === null || other === null) return bySecond;
  const [first, second] = [fractionOf(one), fractionOf(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The digits after the second, filled up to the ten millionths that Windows counts in. */
const fractionOf = (time: string): string => (/^\.(\d+)/.exec(time.slice(19))?.[1] ?? '').padEnd(7, '0');

/** The farthest that local time is from UTC, in hours: as far may an event in UTC be from a listing in local time at the same moment. */
const MAX_ZONE_HOURS = 14;

/**
 * Whether an event is newer than a capture. An event carries UTC, a listing local time, and no output says how far they are apart:
 * within the span of all zones the call decides, and within one call the digits as they are printed.
 */
export function isEventNewer(event: Moment, capture: Moment): boolean {
  const apart = hoursBetween(event.time, capture.time);
  if (apart !== null && Math.abs(apart) > MAX_ZONE_HOURS) return apart > 0;
  if (event.call !== capture.call) return event.call > capture.call;
  return compareTimes(event.time, capture.time) > 0;
}

export interface Moment {
  /** ISO 8601, with or without a zone. */
  readonly time: string | null;
  readonly call: number;
}

/** How far the clocks of both sides may be apart: what Kerberos tolerates. */
export const MAX_CLOCK_SKEW_SECONDS = 300;

/** Whether events of two machines may be of the same attempt, as far as their clocks can be apart. */
export function isSameAttempt(one: string | null, other: string | null): boolean {
  const apart = secondsBetween(one, other);
  return apart !== null && Math.abs(apart) <= MAX_CLOCK_SKEW_SECONDS;
}

/** Seconds from `other` to `one`, whatever their zones; null where one is missing or no time. */
export function secondsBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null;
  const [first = NaN, second = NaN] = [one, other].map((time) => Date.parse(`${time.slice(0, 19)}Z`));
  return Number.isNaN(first - second) ? null : (first - second) / 1000;
}

function hoursBetween(one: string | null, other: string | null): number | null {
  const seconds = secondsBetween(one, other);
  return seconds === null ? null : seconds / 3600;
}
