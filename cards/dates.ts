/** Dates and times in the reader's form: "23 November 2026, 13:20". */
import { plainDate } from '../analyzers/diagnosis/plain-date';

/** ISO 8601 as a sentence has it; its digits are kept, nothing is converted, and UTC is named. Other text stays as it is. */
export function dateAndTime(iso: string): string {
  const date = plainDate(iso);
  const [, time, zone] = /^[\d-]{10}T(\d{2}:\d{2})[\d:.]*(Z?)/.exec(iso) ?? [];
  return time === undefined || date === iso ? date : `${date}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}
