/**
 * The settings of prompts as people write them: in the environment, in a message of a team, in the form of a card. Each has one form, is
 * read by one function, and is said back by another.
 */
import { IANAZone } from 'luxon';

import { type SettingField, type SettingTexts } from '../../cards/index';
import { type Delay, type PromptSettings, STAGES } from './follow-up-plan';
import { type HoursOfDay } from './working-time';
import { isHolidayRegion } from './working-time-holidays';

/** A day with fewer of these is no working day, and no plan would come to an end. */
const LEAST_WORKING_MINUTES = 60;
const MINUTES_OF_DAY = 24 * 60;
const MAX_DELAY_HOURS = 40;
const MAX_DELAY_MORNINGS = 30;

/** Those that differ from the operator's, as a team wrote them. */
export type WrittenSettings = Readonly<Partial<Record<SettingField, string>>>;

interface Form<Value> {
  /** undefined for what is no such value. */
  readonly read: (text: string) => Value | undefined;
  /** What a value must be, in words: "must be …". */
  readonly must: string;
  readonly example: string;
  readonly write: (value: Value) => string;
  /** As a sentence has it. */
  readonly say: (value: Value) => string;
}

export const FORMS: { readonly [Field in SettingField]: Form<PromptSettings[Field]> } = {
  hours: {
    read: (text) => ofOneDay(hoursOf(text)),
    must: 'the working hours of a day, an hour or more',
    example: '09:00-17:00',
    write: (hours) => `${clock(hours.from)}-${clock(hours.to)}`,
    say: (hours) => `${clock(hours.from)} to ${clock(hours.to)}`,
  },
  days: {
    read: daysOf,
    must: 'the working days, as a range or with commas between them',
    example: 'mon-fri',
    write: (days) => daysInWords(days, (day) => day.slice(0, 3), '-'),
    say: (days) => daysInWords(days, capital, ' to '),
  },
  holidays: {
    read: (text) => orNone(text, regionOf),
    must: 'a country, or a country and its part, whose public holidays are free, or none',
    example: 'DE-BY',
    write: (region) => region ?? NONE,
    say: (region) => region ?? 'none, every working day counts',
  },
  quiet: {
    read: (text) => orNone(text, hoursOf),
    must: 'the hours in which no prompt comes, or none',
    example: '20:00-07:00',
    write: (hours) => (hours === null ? NONE : FORMS.hours.write(hours)),
    say: (hours) => (hours === null ? NONE : FORMS.hours.say(hours)),
  },
  delays: {
    read: delaysOf,
    must: 'up to three delays, h for working hours and d for working mornings, with commas between them, or off',
    example: '4h, 1d, 1d',
    write: (delays) => (delays.length === 0 ? OFF : delays.map(delayWritten).join(', ')),
    say: (delays) => (delays.length === 0 ? 'not at all' : delays.map(delaySaid).join(', then ')),
  },
  zone: {
    read: (zone) => (zone.length <= MAX_ZONE_CHARACTERS && IANAZone.isValidZone(zone) ? zone : undefined),
    must: 'a time zone of the IANA database, for people whose own is not known',
    example: 'Europe/Berlin',
    write: (zone) => zone,
    say: (zone) => `${zone}, for whoever has told Teams none`,
  },
};

const MAX_ZONE_CHARACTERS = 50;
const NONE = 'none';
const OFF = 'off';

/** The settings that hold for a team; the operator's where the two do not go together. */
export function settingsOver(operators: PromptSettings, written: WrittenSettings): PromptSettings {
  const settings = overlaid(operators, written);
  return conflictOf(settings) === null ? settings : operators;
}

/** The settings of a team over those of the operator; values that this release cannot read are as if they were not set. */
export function overlaid(operators: PromptSettings, written: WrittenSettings): PromptSettings {
  const own = <Field extends SettingField>(field: Field): PromptSettings[Field] => {
    const text = written[field];
    const value = text === undefined ? undefined : FORMS[field].read(text);
    return value === undefined ? operators[field] : value;
  };
  return {
    hours: own('hours'),
    days: own('days'),
    holidays: own('holidays'),
    quiet: own('quiet'),
    delays: own('delays'),
    zone: own('zone'),
  };
}

/** What is wrong with the value of one field, in one sentence that gives an example; null where nothing is. */
export function faultOfField(field: SettingField, text: string): string | null {
  const { read, must, example } = FORMS[field];
  return read(text) === undefined
    ? `"${text}" does not do for ${field}: it must be ${must}, for example ${example}.`
    : null;
}

/** What is wrong with values that are valid each for itself; null where nothing is. */
export function conflictOf({ hours, quiet }: PromptSettings): string | null {
  if (hours.to - hours.from - overlap(hours, quiet) >= LEAST_WORKING_MINUTES) return null;
  return `The quiet hours leave less than an hour of the working hours ${FORMS.hours.say(hours)}: make the quiet hours shorter, for example ${FORMS.quiet.example}.`;
}

export function textsOf(settings: PromptSettings): SettingTexts {
  const all = (how: 'say' | 'write'): Record<SettingField, string> => ({
    hours: FORMS.hours[how](settings.hours),
    days: FORMS.days[how](settings.days),
    holidays: FORMS.holidays[how](settings.holidays),
    quiet: FORMS.quiet[how](settings.quiet),
    delays: FORMS.delays[how](settings.delays),
    zone: FORMS.zone[how](settings.zone),
  });
  return { said: all('say'), written: all('write') };
}

function hoursOf(text: string): HoursOfDay | undefined {
  const [, hour, minute = '0', endHour, endMinute = '0'] = HOURS.exec(text.trim()) ?? [];
  if (hour === undefined || endHour === undefined) return undefined;
  const from = Number(hour) * 60 + Number(minute);
  const to = Number(endHour) * 60 + Number(endMinute);
  const valid = Number(minute) < 60 && Number(endMinute) < 60 && from < MINUTES_OF_DAY && to <= MINUTES_OF_DAY;
  return valid && from !== to ? { from, to } : undefined;
}
const HOURS = /^(\d{1,2})(?::(\d{2}))? ?(?:-|–|to) ?(\d{1,2})(?::(\d{2}))?$/;

/** Working hours do not go past midnight: the day that they belong to would be open. */
const ofOneDay = (hours: HoursOfDay | undefined): HoursOfDay | undefined =>
  hours !== undefined && hours.to - hours.from >= LEAST_WORKING_MINUTES ? hours : undefined;

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** "mon-fri", "mon, wed", "sunday-thursday": at least the first three letters of each. */
function daysOf(text: string): readonly number[] | undefined {
  const parts = text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map(daysOfPart);
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((days) => days ?? []))].sort();
}

function daysOfPart(part: string): readonly number[] | undefined {
  const [first = 0, last = first, ...more] = part.split(/[-–]/).map(dayOf);
  if (first === 0 || last === 0 || more.length > 0) return undefined;
  const count = ((last - first + DAYS.length) % DAYS.length) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % DAYS.length) + 1);
}

/** Three or more in a row are a range. */
function daysInWords(days: readonly number[], name: (day: string) => string, to: string): string {
  const named = (day: number): string => name(DAYS[day - 1] ?? '');
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 0;
  const isRow = days.length > 2 && last - first === days.length - 1;
  return isRow ? `${named(first)}${to}${named(last)}` : days.map(named).join(', ');
}

/** 0 for what is no day. */
const dayOf = (name: string): number => (name.length < 3 ? 0 : DAYS.findIndex((day) => day.startsWith(name)) + 1);

function delaysOf(text: string): readonly Delay[] | undefined {
  if (text.trim().toLowerCase() === OFF) return [];
  const delays = text.split(',').map(delayOf);
  if (delays.length > STAGES.length || delays.includes(undefined)) return undefined;
  return delays.flatMap((delay) => delay ?? []);
}

/** `90m` and `4h` are working time, `1d` is the next working morning. */
function delayOf(text: string): Delay | undefined {
  const [, number, unit] = /^(\d{1,4}) ?([mhd])$/i.exec(text.trim()) ?? [];
  const count = Number(number);
  switch (unit?.toLowerCase()) {
    case 'm':
      return 1 <= count && count <= MAX_DELAY_HOURS * 60 ? { minutes: count } : undefined;
    case 'h':
      return 1 <= count && count <= MAX_DELAY_HOURS ? { minutes: count * 60 } : undefined;
    case 'd':
      return 1 <= count && count <= MAX_DELAY_MORNINGS ? { mornings: count } : undefined;
    default:
      return undefined;
  }
}

function delayWritten(delay: Delay): string {
  if ('mornings' in delay) return `${delay.mornings}d`;
  return delay.minutes % 60 === 0 ? `${delay.minutes / 60}h` : `${delay.minutes}m`;
}

function delaySaid(delay: Delay): string {
  if ('mornings' in delay)
    return delay.mornings === 1 ? 'on the next working morning' : `${delay.mornings} working days later`;
  const [count, unit] = delay.minutes % 60 === 0 ? [delay.minutes / 60, 'hour'] : [delay.minutes, 'minute'];
  return `after ${count} working ${unit}${count === 1 ? '' : 's'}`;
}

const regionOf = (text: string): string | undefined =>
  isHolidayRegion(text.toUpperCase()) ? text.toUpperCase() : undefined;

function orNone<Value>(text: string, read: (text: string) => Value | undefined): Value | null | undefined {
  const given = text.trim();
  return given.toLowerCase() === NONE ? null : read(given);
}

/** How many minutes of the one lie in the other. */
function overlap(hours: HoursOfDay, quiet: HoursOfDay | null): number {
  if (quiet === null) return 0;
  const parts =
    quiet.from < quiet.to
      ? [quiet]
      : [
          { from: quiet.from, to: MINUTES_OF_DAY },
          { from: 0, to: quiet.to },
        ];
  return parts.reduce(
    (sum, part) => sum + Math.max(0, Math.min(hours.to, part.to) - Math.max(hours.from, part.from)),
    0,
  );
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
