/** The times of event exports: ISO 8601 with any offset, and the milliseconds of ConvertTo-Json, as UTC with every digit they have. */

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;
const MILLISECONDS = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;
const MINUTE = 60_000;

/** The time in UTC; without a zone where the text has none; null where it is a time in neither way. */
export function eventTime(text: string): string | null {
  const found = ISO.exec(text);
  if (found === null) return ofMilliseconds(text);
  const [, day = '', clock = '', fraction = '', zone = ''] = found;
  if (zone === '' || zone === 'Z') return text;
  const instant = Date.parse(`${day}T${clock}Z`) - offset(zone);
  return Number.isNaN(instant) ? null : `${new Date(instant).toISOString().slice(0, 19)}${fraction}Z`;
}

function ofMilliseconds(text: string): string | null {
  const value = Number(MILLISECONDS.exec(text)?.[1] ?? NaN);
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `+02:00` in milliseconds. */
function offset(zone: string): number {
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}
