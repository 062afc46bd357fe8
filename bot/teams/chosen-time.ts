/** The day and the time that a person chose in a form, as a moment; and what the form offers. */
import { DateTime } from 'luxon';

import { type RemindTimes } from '../../cards/index';

/** Sooner than this a reminder would come while the form is still being looked at. */
const SOONEST_MS = 60_000;
/** A case is gone after its retention, so a reminder on its last day would find nothing. */
const DAYS_BEFORE_THE_END = 1;

/** The moment in milliseconds since 1970, or the sentence that says what is wrong with it. */
export function chosenTime(
  { on, clock }: { readonly on: string; readonly clock: string },
  zone: string,
  now: number,
  retentionDays: number,
): number | string {
  if (on === '' || clock === '') return 'Choose a day and a time, then press Remind me.';
  const chosen = DateTime.fromFormat(`${on} ${clock}`, 'yyyy-MM-dd HH:mm', { zone });
  if (!chosen.isValid) return `"${on} ${clock}" is no time. Choose a day and a time, then press Remind me.`;
  if (chosen.toMillis() < now + SOONEST_MS) {
    return `${on} at ${clock} has passed (${zone}). Choose a later time, then press Remind me.`;
  }
  const last = lastDay(zone, now, retentionDays);
  return chosen > last.endOf('day')
    ? `I keep a case for ${retentionDays} days, so I can remind you until ${last.toFormat('yyyy-MM-dd')} at the latest. Choose an earlier day.`
    : chosen.toMillis();
}

/** What stands in the form at first: the same time tomorrow. */
export function remindTimes(
  { zone, isOwnZone }: { readonly zone: string; readonly isOwnZone: boolean },
  /** The zone of whoever has told Teams none, where others read the form too; null in a chat with one person. */
  others: string | null,
  now: number,
  retentionDays: number,
): RemindTimes {
  const today = DateTime.fromMillis(now, { zone });
  return {
    today: today.toFormat('yyyy-MM-dd'),
    last: lastDay(zone, now, retentionDays).toFormat('yyyy-MM-dd'),
    on: today.plus({ days: 1 }).toFormat('yyyy-MM-dd'),
    clock: today.toFormat('HH:mm'),
    whose:
      others !== null
        ? `On your own clock; on that of ${others} where Teams tells me none of yours.`
        : isOwnZone
          ? null
          : `On the clock of ${zone}.`,
  };
}

const lastDay = (zone: string, now: number, retentionDays: number): DateTime =>
  DateTime.fromMillis(now, { zone }).plus({ days: Math.max(1, retentionDays - DAYS_BEFORE_THE_END) });
