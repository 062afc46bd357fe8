/** Dates and times as Windows prints them in the user's or the system's short format: order, separators and AM/PM vary. */
import { languages } from './languages/spoken';

/** Which part of `03/04/2026` is which. */
export type DateOrder = 'month-first' | 'day-first' | 'year-first';

/** How the dates of a document are to be read; `decided` is false where nothing told and month first was taken. */
export interface DateOrderFinding {
  readonly order: DateOrder;
  readonly decided: boolean;
}

/** The longest text that is looked at for a date. */
export const MAX_DATE_CHARACTERS = 200;

/** A four-digit year keeps addresses (157.59.24.101) and versions (10.0.18363) from looking like dates. */
const YEAR = String.raw`(?:19[89]\d|20\d\d)`;
/** Asked first, because most lines have no date and this is answered at once. */
const YEAR_SHOWN = /19[89]\d|20\d\d/;
/** What any date has, behind its first number. */
const DIGITS_SHOWN = /\d([./-]) ?\d{1,2}\1/;
const FULL_DATE = new RegExp(
  String.raw`(?<![\w.:-])(?:(${YEAR})([./-]) ?(\d{1,2})\2 ?(\d{1,2})|(\d{1,2})([./-]) ?(\d{1,2})\6 ?(${YEAR}))(?![\w:-]|\.\d)`,
);
const SHORT_DATE = /(?<![\w.:-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{2})(?![\w:-]|\.\d)/;
const CLOCK = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?(?!\d)/;
const AFTERNOON = /\bp\.? ?m\b|μμ|午後|下午|오후/i;
const MORNING = /\ba\.? ?m\b|πμ|午前|上午|오전/i;
/**
 * The date and time in a text as ISO 8601 without a zone: `03/04/2026 07:30:00` read month first gives `2026-03-04T07:30:00`, a date
 * alone gives `2026-03-04`, missing seconds are `00`. A part that cannot be a month is the day, whatever the order says. Null where
 * the text holds no date.
 */
export function readWindowsDate(text: string, order: DateOrder): string | null {
  const bounded = text.slice(0, MAX_DATE_CHARACTERS);
  const found = DIGITS_SHOWN.test(bounded) ? (FULL_DATE.exec(bounded) ?? SHORT_DATE.exec(bounded)) : null;
  if (found === null) return null;
  const day = calendarDay(found, order);
  if (day === null) return null;
  const rest = bounded.slice(found.index + found[0].length);
  const time = clockTime(rest);
  return time === null ? day : `${day}T${time}`;
}

/**
 * How the dates of these lines are to be read: by a date that only one order allows (`25/12/2026`), by a year in front, by dots
 * (every Windows locale with dots prints the day first), else by the language, else month first and not decided.
 */
export function dateOrder(lines: readonly { readonly text: string }[], language: string | null): DateOrderFinding {
  const seen = new Set<DateOrder>();
  for (const { text } of lines) {
    const order = shownOrder(text);
    if (order !== null) seen.add(order);
  }
  // A year in front says nothing of the dates with the year behind: those of another program in the same document.
  const telling = [...seen].filter((order) => order !== 'year-first');
  if (telling.length === 1 && telling[0] !== undefined) return { order: telling[0], decided: true };
  if (telling.length === 0 && seen.size === 1) return { order: 'year-first', decided: true };
  const ofLanguage = languages.find(({ code }) => code === language)?.dates ?? null;
  if (ofLanguage !== null) return { order: ofLanguage, decided: true };
  return { order: 'month-first', decided: false };
}

/** Whether the order of day and month matters for this text and its digits leave it open: `03/04/2026`, not `25/12/2026`. */
export function isAmbiguousDate(text: string): boolean {
  const found = FULL_DATE.exec(text.slice(0, MAX_DATE_CHARACTERS));
  return found !== null && found[1] === undefined && shownOrder(text) === null && found[5] !== found[7];
}

/** The order that the first date of a text allows alone; null where both or none. */
function shownOrder(text: string): DateOrder | null {
  if (!YEAR_SHOWN.test(text)) return null;
  const found = FULL_DATE.exec(text.slice(0, MAX_DATE_CHARACTERS));
  if (found === null) return null;
  if (found[1] !== undefined) return 'year-first';
  if (found[6] === '.') return 'day-first';
  const [first, second] = [Number(found[5]), Number(found[7])];
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return null;
}

function calendarDay(found: RegExpExecArray, order: DateOrder): string | null {
  if (found.length > 5 && found[1] !== undefined) return isoDay(Number(found[1]), Number(found[3]), Number(found[4]));
  const [one, other, last] =
    found.length > 5 ? [found[5], found[7], found[8]].map(Number) : [found[1], found[3], found[4]].map(Number);
  if (one === undefined || other === undefined || last === undefined) return null;
  if (found.length <= 5 && order === 'year-first') return isoDay(2000 + one, other, last);
  const year = last < 100 ? 2000 + last : last;
  const dayFirst = found[6] === '.' || found[2] === '.' || order === 'day-first';
  const [month, day] = dayFirst ? [other, one] : [one, other];
  return month > 12 ? isoDay(year, day, month) : isoDay(year, month, day);
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoDay(year: number, month: number, day: number): string | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  if (day < 1 || day > days) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function clockTime(text: string): string | null {
  const clock = CLOCK.exec(text);
  if (clock === null) return null;
  const printed = Number(clock[1]);
  const near = text.slice(Math.max(0, clock.index - 8), clock.index + clock[0].length + 8);
  const hour = AFTERNOON.test(near) ? (printed % 12) + 12 : MORNING.test(near) ? printed % 12 : printed;
  return `${twoDigits(hour)}:${clock[2] ?? '00'}:${clock[3] ?? '00'}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
