/** FILETIME: tenths of microseconds since 1601 in 64 bits, read in two parts because a double holds only 53. */

const TICKS_PER_SECOND = 10_000_000;
/** 2^32 ticks are 429 seconds and this many ticks. */
const SECONDS_PER_HIGH = 429;
const TICKS_PER_HIGH = 4_967_296;
const SECONDS_PER_DAY = 86_400;
/** Days from 0000-03-01 of the proleptic Gregorian calendar to 1601-01-01. */
const DAYS_TO_1601 = 584_694;
const DAYS_PER_ERA = 146_097;
/** The upper half of the last FILETIME of the year 9999; ISO 8601 has no year beyond. */
const MAX_HIGH = 617_110_110;
const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?Z?$/;

/** The two halves of a FILETIME, unsigned. */
export interface FileTime {
  readonly high: number;
  readonly low: number;
}

/** The records of a log come by the thousand from one day, and a time that was just made is asked for again. */
let lastDay = -1;
let lastDate = '';
let lastText = '';

/** `2016-07-08T18:12:51.6816408Z` with all seven digits; null for a time after the year 9999. */
export function fileTimeText(high: number, low: number): string | null {
  if (high > MAX_HIGH) return null;
  const ticks = high * TICKS_PER_HIGH + low;
  const carried = Math.floor(ticks / TICKS_PER_SECOND);
  const seconds = high * SECONDS_PER_HIGH + carried;
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  if (day !== lastDay) {
    lastDate = dateOfDay(day);
    lastDay = day;
  }
  const second = seconds - day * SECONDS_PER_DAY;
  const hour = Math.floor(second / 3600);
  const minute = Math.floor(second / 60) % 60;
  const fraction = String(ticks - carried * TICKS_PER_SECOND).padStart(7, '0');
  lastText = `${lastDate}T${two(hour)}:${two(minute)}:${two(second % 60)}.${fraction}Z`;
  return lastText;
}

/** An ISO 8601 time in UTC with seven digits, so that times compare as text; null where it is none. */
export function fullTime(text: string): string | null {
  if (text === lastText) return text === '' ? null : text;
  const found = ISO_TIME.exec(text.trim());
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = ''] = found;
  const whole = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return Number.isNaN(Date.parse(`${whole}Z`)) ? null : `${whole}.${fraction.padEnd(7, '0').slice(0, 7)}Z`;
}

/** The FILETIME of a time as `fullTime` gives it; the first moment of 1601 for one before. */
export function toFileTime(full: string): FileTime {
  const seconds = Date.parse(`${full.slice(0, 19)}Z`) / 1000 + 11_644_473_600;
  const ticks = BigInt(Math.max(0, seconds)) * BigInt(TICKS_PER_SECOND) + BigInt(full.slice(20, 27));
  return { high: Number(ticks >> 32n), low: Number(ticks & 0xffffffffn) };
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** The calendar date of a day counted from 1601-01-01, by 400-year eras that begin in March. */
function dateOfDay(day: number): string {
  const shifted = day + DAYS_TO_1601;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}
