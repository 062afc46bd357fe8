/** How Windows' console programs lay lines out: CRLF, padded labels, rules of dashes, dates of the English locale. */

/** Joins lines with CRLF, with one after the last. */
export const lines = (...parts: readonly (string | readonly string[])[]): string =>
  parts
    .flat()
    .map((line) => `${line}\r\n`)
    .join('');

/** The dashes under a title of netsh advfirewall. */
export const RULE = '-'.repeat(70);

/** `Label:` padded to column 38, as netsh advfirewall prints it. */
export const field = (label: string, value: string): string => `${label}:`.padEnd(38) + value;

/** `Label` without a colon, padded to column 38: the settings of netsh advfirewall. */
export const setting = (label: string, value: string): string => label.padEnd(38) + value;

export const ELEVATION = lines('The requested operation requires elevation (Run as administrator).', '');

export const NO_SAS = lines('', 'No SAs match the specified criteria.', '');

/** `11/24/2026 09:30:00`. */
export function listingTime(iso: string): string {
  const [date = '', time = ''] = iso.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}/${day}/${year} ${time}`;
}

/** `2/16/2026 8:12 AM`, as certutil and gpresult print a time. */
export function shortTime(iso: string): string {
  const [date = '', time = ''] = iso.split('T');
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${month}/${day}/${year} ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}
