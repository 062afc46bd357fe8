/**
 * When a team works and when it wants no message: hours of the day, days of the week, public holidays and quiet hours, read on the
 * clock of one time zone.
 */
import { DateTime, type Zone } from 'luxon';

import { isHoliday } from './working-time-holidays';

/** Minutes since midnight on the local clock; `from` belongs to it, `to` does not. Where `to` is not later, it goes past midnight. */
export interface HoursOfDay {
  readonly from: number;
  readonly to: number;
}

export interface WorkingTime {
  /** Within one day. */
  readonly hours: HoursOfDay;
  /** 1 is Monday, 7 is Sunday; at least one. */
  readonly days: readonly number[];
  /** A country or a part of it, such as `DE` or `DE-BY`, whose public holidays are free; null keeps none. */
  readonly holidays: string | null;
  /** No prompt comes in these, on no day; null has none. */
  readonly quiet: HoursOfDay | null;
}

/** A run of time on one local day, in milliseconds since 1970, in which the answer to "may I write now?" does not change. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 24 * 60;

/** Whether the moment is in working hours of a working day, and in no quiet hour. */
export const isWorking = (time: WorkingTime, zone: Zone, at: number): boolean =>
  worksOn(time, DateTime.fromMillis(at, { zone })) && within(time.hours, zone, at) && !isQuiet(time, zone, at);

export const isQuiet = ({ quiet }: WorkingTime, zone: Zone, at: number): boolean =>
  quiet !== null && within(quiet, zone, at);

/**
 * The working spans of the local day, in their order. The limits are looked for on the local clock, so a day on which clocks are changed
 * has its 23 or 25 hours, an hour that does not exist is not worked, and one that comes twice is worked twice.
 */
export function workingSpans(time: WorkingTime, day: DateTime<true>): readonly Span[] {
  const { hours, days, holidays, quiet } = time;
  const key = JSON.stringify([hours, days, holidays, quiet, day.zoneName, day.toMillis()]);
  const known = knownSpans.get(key);
  if (known !== undefined) return known;
  if (knownSpans.size >= MAX_SPANS) knownSpans.clear();
  const spans = spansOf(time, day);
  knownSpans.set(key, spans);
  return spans;
}

/** Of the days and settings that were asked for last: everybody's next reminder is asked for in the same few days. */
const knownSpans = new Map<string, readonly Span[]>();
const MAX_SPANS = 500;

function spansOf(time: WorkingTime, day: DateTime<true>): readonly Span[] {
  if (!worksOn(time, day)) return [];
  const { zone } = day;
  const limits = limitsOfDay(time, day);
  return limits
    .slice(0, -1)
    .map((from, index) => ({ from, to: limits[index + 1] ?? from }))
    .filter(({ from }) => within(time.hours, zone, from) && !isQuiet(time, zone, from));
}

const worksOn = ({ days, holidays }: WorkingTime, day: DateTime): boolean =>
  days.includes(day.weekday) && !(holidays !== null && isHoliday(holidays, day.year, day.toISODate() ?? ''));

function within({ from, to }: HoursOfDay, zone: Zone, at: number): boolean {
  const minute = mod(Math.floor(at / MINUTE_MS) + offsetAt(zone, at), MINUTES_OF_DAY);
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}

const mod = (number: number, by: number): number => ((number % by) + by) % by;

/** Every moment of the day at which the local clock shows a limit or is changed, sorted; midnight and the next midnight among them. */
function limitsOfDay({ hours, quiet }: WorkingTime, day: DateTime<true>): readonly number[] {
  const { zone } = day;
  const begin = day.startOf('day').toMillis();
  const end = day.startOf('day').plus({ days: 1 }).startOf('day').toMillis();
  const shownBy = [...new Set([offsetAt(zone, begin), offsetAt(zone, end - 1)])];
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const minutes = [hours.from, hours.to, ...(quiet === null ? [] : [quiet.from, quiet.to])];
  const shown = shownBy.flatMap((offset) =>
    minutes
      .map((minute) => midnight + (minute - offset) * MINUTE_MS)
      .filter((moment) => begin <= moment && moment < end && offsetAt(zone, moment) === offset),
  );
  const changed = shownBy.length > 1 ? [clockChange(zone, begin, end - 1)] : [];
  return [...new Set([begin, ...shown, ...changed, end])].sort((one, other) => one - other);
}

/**
 * Minutes east of UTC. luxon asks the platform's calendar each time, which takes longer than everything else here; a day has few limits, and they
 * are asked for again and again until it is over.
 */
function offsetAt(zone: Zone, at: number): number {
  const key = `${zone.name} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_OFFSETS) offsets.clear();
  const offset = zone.offset(at);
  offsets.set(key, offset);
  return offset;
}

const offsets = new Map<string, number>();
const MAX_OFFSETS = 2000;

/** The first moment with the later offset; clocks are changed at a full minute. */
function clockChange(zone: Zone, before: number, after: number): number {
  let [low, high] = [before, after];
  const earlier = offsetAt(zone, before);
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(zone, middle) === earlier) low = middle;
    else high = middle;
  }
  return Math.floor(high / MINUTE_MS) * MINUTE_MS;
}
