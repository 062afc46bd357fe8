/** When a follow-up is due: pure, from the moment of asking, the person's zone and the settings of the team. */
import { DateTime, IANAZone } from 'luxon';

import { isQuiet, isWorking, MINUTE_MS, type WorkingTime, workingSpans } from './working-time';

/** The prompts of one question, in their order: two reminders and the question whether the case is over. Then there is silence. */
export const STAGES = ['first', 'morning', 'closing'] as const;
export type Stage = (typeof STAGES)[number];

/** How long to wait: minutes of working time, or until the so-many-th next working morning. */
export type Delay = { readonly minutes: number } | { readonly mornings: number };

export interface PromptSettings extends WorkingTime {
  /** IANA; for whoever's own zone is not known. */
  readonly zone: string;
  /** Before each stage, counted from the question or from the stage before it; a stage without one is left out, none asks nothing. */
  readonly delays: readonly Delay[];
}

/** The moment at which a stage is due, in milliseconds since 1970; null where the settings leave it out. */
export function dueAt(settings: PromptSettings, zone: string, stage: Stage, since: number): number | null {
  const delay = settings.delays[STAGES.indexOf(stage)];
  if (delay === undefined) return null;
  if ('minutes' in delay) return afterWorking(settings, zone, since, delay.minutes);
  let due = since;
  for (let count = 0; count < delay.mornings; count += 1) due = nextMorning(settings, zone, due);
  return due;
}

/** The stage after this one that the settings have; null after the last. */
export function stageAfter({ delays }: PromptSettings, stage: Stage): Stage | null {
  const next = STAGES.indexOf(stage) + 1;
  return next < delays.length ? (STAGES[next] ?? null) : null;
}

/** The first working moment of the next working day on the local calendar. */
export function nextMorning(settings: PromptSettings, zone: string, since: number): number {
  // Where a day began late, a day later is late too: the next one is looked for from its own beginning.
  const day = dayAfter(localDay(zone, since));
  return firstWorking(settings, zone, day.toMillis());
}

/** An hour from now, and the next working moment where that hour would be a quiet one. */
export const inAnHour = (settings: PromptSettings, zone: string, now: number): number =>
  outsideQuiet(settings, zone, now + 60 * MINUTE_MS);

/** A time that a person chose, and the next working moment where it is a quiet one. */
export function outsideQuiet(settings: PromptSettings, zone: string, then: number): number {
  return isQuiet(settings, zoneNamed(zone), then) ? firstWorking(settings, zone, then) : then;
}

/**
 * Whether a prompt may go out now; else the moment from which it may. A prompt that a person has put off to an hour of their own choice
 * needs no working time, only that the hour is not quiet.
 */
export function sendingTime(settings: PromptSettings, zone: string, now: number, ownHour: boolean): 'now' | number {
  const named = zoneNamed(zone);
  const allowed = ownHour ? !isQuiet(settings, named, now) : isWorking(settings, named, now);
  return allowed ? 'now' : firstWorking(settings, zone, now);
}

/** The zone of the person where it is one that this machine knows, else the team's or the operator's. */
export const zoneFor = (own: string | null, settings: PromptSettings): string =>
  own !== null && zoneNamed(own).isValid ? own : settings.zone;

/** The first working moment that has so many minutes of working time between it and `since`. */
function afterWorking(settings: PromptSettings, zone: string, since: number, minutes: number): number {
  let left = minutes * MINUTE_MS;
  return search(settings, zone, since, (from, to) => {
    // At the end of the hours nobody is there any more, so what falls on it waits for the next span.
    if (to - from > left) return from + left;
    left -= to - from;
    return null;
  });
}

const firstWorking = (settings: PromptSettings, zone: string, since: number): number =>
  search(settings, zone, since, (from) => from);

/** Settings without any working moment are refused where they are set; this many days are far beyond the longest holidays. */
const MAX_DAYS_AHEAD = 400;

/** Goes through the working spans from `since` on until `found` gives a moment. */
function search(
  settings: PromptSettings,
  zone: string,
  since: number,
  found: (from: number, to: number) => number | null,
): number {
  let day = localDay(zone, since);
  for (let count = 0; count < MAX_DAYS_AHEAD; count += 1) {
    for (const span of workingSpans(settings, day)) {
      const moment = span.to <= since ? null : found(Math.max(span.from, since), span.to);
      if (moment !== null) return moment;
    }
    day = dayAfter(day);
  }
  throw new Error(`There is no working time within ${MAX_DAYS_AHEAD} days.`);
}

/** Midnight of the local day, or what follows it where clocks skip midnight. */
function localDay(zone: string, at: number): DateTime<true> {
  const known = newestDays.get(zone);
  if (known !== undefined && known.from <= at && at < known.to) return known.day;
  const day = DateTime.fromMillis(at, { zone: zoneNamed(zone) }).startOf('day');
  if (!day.isValid) throw new Error(`There is no time zone ${zone}.`);
  if (newestDays.size >= MAX_ZONES) newestDays.clear();
  newestDays.set(zone, { day, from: day.toMillis(), to: dayAfter(day).toMillis() });
  return day;
}

/** There are some 600. */
const MAX_ZONES = 1000;
/** The day that was asked for last in each zone: luxon takes long to find one, and nearly every question is of today. */
const newestDays = new Map<string, { readonly day: DateTime<true>; readonly from: number; readonly to: number }>();

/** The next local day from its own beginning. */
function dayAfter(day: DateTime<true>): DateTime<true> {
  const known = daysAfter.get(day);
  if (known !== undefined) return known;
  const next = day.plus({ days: 1 }).startOf('day');
  daysAfter.set(day, next);
  return next;
}

/** As long as the newest day is kept, those that were looked for after it are. */
const daysAfter = new WeakMap<DateTime<true>, DateTime<true>>();

/** luxon keeps the zones that it has made. */
const zoneNamed = (zone: string): IANAZone => IANAZone.create(zone);
