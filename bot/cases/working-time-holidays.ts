/** Public holidays of a country or a part of it, by the data of date-holidays; other days of note are worked. */
import Holidays from 'date-holidays';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `DE`, `DE-BY`, `US-LA-NO`: a country of ISO 3166-1 and, where its holidays differ, a part of it as date-holidays names it. */
const REGION = /^[A-Z]{2}(?:-[A-Z0-9]{1,5}){0,2}$/;

/** Whether the holidays of the region are known. */
export function isHolidayRegion(region: string): boolean {
  if (!REGION.test(region)) return false;
  const [country = '', state, part] = region.split('-');
  const known = new Holidays();
  if (!(country in known.getCountries())) return false;
  if (state !== undefined && !has(known.getStates(country), state)) return false;
  return part === undefined || has(known.getRegions(country, state ?? ''), part);
}

/** Its types say that there is always a list; it gives none where a country has no parts. */
const has = (names: Readonly<Record<string, string>> | undefined, name: string): boolean =>
  names !== undefined && name in names;

/** `date` is the local date as YYYY-MM-DD, `year` the year in it. A region that is not known has no holidays. */
export const isHoliday = (region: string, year: number, date: string): boolean => holidaysOf(region, year).has(date);

/** A year of one region takes milliseconds to reckon and is asked for again and again; a bot knows few regions and few years. */
const reckoned = new Map<string, ReadonlySet<string>>();
const MAX_RECKONED = 500;

function holidaysOf(region: string, year: number): ReadonlySet<string> {
  const key = `${region} ${year}`;
  const known = reckoned.get(key);
  if (known !== undefined) return known;
  if (reckoned.size >= MAX_RECKONED) reckoned.clear();
  const found = reckon(region, year);
  reckoned.set(key, found);
  return found;
}

/** A holiday that began last year may last into this one. */
function reckon(region: string, year: number): ReadonlySet<string> {
  const [country = '', state = '', part = ''] = region.split('-');
  const calendar = new Holidays(country, state, part);
  return new Set(
    [...calendar.getHolidays(year - 1), ...calendar.getHolidays(year)]
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => daysFrom(date.slice(0, 10), Math.round((+end - +start) / DAY_MS))),
  );
}

/** Some begin at an hour of the day or last for less than one; the day that they are named after is free. */
const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: Math.max(1, count) }, (_, index) =>
    new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10),
  );
