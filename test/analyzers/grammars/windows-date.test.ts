/** How printed dates become ISO 8601, and when their order of day and month is known. */
import { dateOrder, isAmbiguousDate, readWindowsDate } from '../../../analyzers/grammars/windows-date';

const lines = (...texts: string[]) => texts.map((text) => ({ text }));

describe('A printed date', () => {
  it.each([
    ['03/04/2026 07:30:00', 'month-first', '2026-03-04T07:30:00'],
    ['03/04/2026 07:30:00', 'day-first', '2026-04-03T07:30:00'],
    ['4.3.2026 07.30.00', 'month-first', '2026-03-04T07:30:00'],
    ['2026-03-04 오후 7:30', 'month-first', '2026-03-04T19:30:00'],
    ['2026. 03. 04. 7:30:00', 'year-first', '2026-03-04T07:30:00'],
    ['3/4/2026 at 12:05:09 AM', 'month-first', '2026-03-04T00:05:09'],
    ['NotAfter: 25/12/2026 11:59 p. m.', 'month-first', '2026-12-25T23:59:00'],
    ['04-03-26 07:30', 'day-first', '2026-03-04T07:30:00'],
    ['3/4/2026', 'month-first', '2026-03-04'],
  ] as const)('"%s" read %s is %s', (text, order, iso) => {
    expect(readWindowsDate(text, order)).toBe(iso);
  });

  it.each(['31/02/2026 10:00', 'version 10.0.18363', '157.59.24.101', ''])('is not found in "%s"', (text) => {
    expect(readWindowsDate(text, 'month-first')).toBeNull();
  });
});

describe('The order of day and month', () => {
  it('is shown by a date that only one order allows, anywhere in the document', () => {
    expect(dateOrder(lines('03/04/2026', 'until 25/12/2026'), null)).toEqual({ order: 'day-first', decided: true });
    expect(dateOrder(lines('03/04/2026', 'until 12/25/2026'), 'de')).toEqual({ order: 'month-first', decided: true });
  });

  it('follows the language where the digits leave it open', () => {
    expect(dateOrder(lines('03/04/2026'), 'fr')).toEqual({ order: 'day-first', decided: true });
  });

  it('stays undecided, month first, in English or where two dates contradict each other', () => {
    expect(dateOrder(lines('03/04/2026'), 'en')).toEqual({ order: 'month-first', decided: false });
    expect(dateOrder(lines('25/12/2026', '12/25/2026'), null)).toEqual({ order: 'month-first', decided: false });
  });

  it('is no question for equal numbers, for dots and for a year in front', () => {
    expect(['04/04/2026', '03.04.2026', '2026-03-04'].map(isAmbiguousDate)).toEqual([false, false, false]);
    expect(isAmbiguousDate('03/04/2026')).toBe(true);
  });
});
