/** Moments in the words and on the clock of the person who reads them. */
import { DateTime } from 'luxon';

/**
 * "today at 11:40", "tomorrow at 09:00", "on Monday, 30 November 2026, at 09:00". The zone is named where it is not the person's own, since
 * the clock of somebody else would mislead.
 */
export function momentInWords(at: number, now: number, zone: string, isOwnZone: boolean): string {
  const moment = DateTime.fromMillis(at, { zone, locale: 'en-GB' });
  const today = DateTime.fromMillis(now, { zone, locale: 'en-GB' });
  const clock = `${moment.toFormat('HH:mm')}${isOwnZone ? '' : ` (${zone})`}`;
  const days = Math.round(moment.startOf('day').diff(today.startOf('day'), 'days').days);
  const near = NEAR_DAYS[days];
  return near === undefined ? `on ${moment.toFormat('cccc, d MMMM yyyy')}, at ${clock}` : `${near} at ${clock}`;
}

const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

/** ISO 8601 with the digits of the zone's clock, as a card shows them. */
export const clockOf = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
