/** Dates and times in the reader's form: "23 November 2026, 13:20". */

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

/** ISO 8601 as a sentence has it; its digits are kept, nothing is converted, and UTC is named. Other text stays as it is. */
export function dateAndTime(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})[\d:.]*(Z?))?/.exec(iso);
  const month = MONTHS[Number(found?.[2]) - 1];
  if (found === null || month === undefined) return iso;
  const [, year, , day, time, zone] = found;
  const date = `${Number(day)} ${month} ${year ?? ''}`;
  return time === undefined ? date : `${date}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}
