/** Dates as people read them: `2026-11-02T09:14:00` is `2 November 2026`. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The day of an ISO 8601 time in words; the text itself where it is no such time. */
export function plainDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = MONTHS[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? iso : `${Number(parts[3])} ${month} ${parts[1] ?? ''}`;
}
