/** When a follow-up is due: over zones, changed clocks, weekends, holidays and turns of the year, without waiting for any of them. */
import fc from 'fast-check';

import {
  dueAt,
  inAnHour,
  nextMorning,
  type PromptSettings,
  sendingTime,
  type Stage,
  stageAfter,
  zoneFor,
} from '../../../bot/cases/follow-up-plan';
import { isHolidayRegion } from '../../../bot/cases/working-time-holidays';

const HOUR = 60;
const office: PromptSettings = {
  zone: 'UTC',
  hours: { from: 9 * HOUR, to: 17 * HOUR },
  days: [1, 2, 3, 4, 5],
  holidays: null,
  quiet: { from: 20 * HOUR, to: 7 * HOUR },
  delays: [{ minutes: 4 * HOUR }, { mornings: 1 }, { mornings: 1 }],
};

const ms = (iso: string): number => Date.parse(iso);
const iso = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString().slice(0, 16));
const first = (asked: string, zone: string, settings = office): string =>
  iso(dueAt(settings, zone, 'first', ms(asked)));

describe('The first prompt is due after four working hours', () => {
  it.each([
    ['within one day', 'Europe/Berlin', '2026-11-24T09:30:00+01:00', '2026-11-24T12:30'],
    ['over the night', 'Europe/Berlin', '2026-11-24T15:30:00+01:00', '2026-11-25T10:30'],
    ['over the weekend', 'Europe/Berlin', '2026-11-27T15:30:00+01:00', '2026-11-30T10:30'],
    ['asked before the hours begin', 'Europe/Berlin', '2026-11-24T06:00:00+01:00', '2026-11-24T12:00'],
    ['asked at night', 'Europe/Berlin', '2026-11-24T23:59:00+01:00', '2026-11-25T12:00'],
    ['asked on a Sunday', 'Europe/Berlin', '2026-11-29T11:00:00+01:00', '2026-11-30T12:00'],
    ['in New York at the same moment', 'America/New_York', '2026-11-24T09:30:00+01:00', '2026-11-24T18:00'],
    ['in Kolkata, whose clock has half hours', 'Asia/Kolkata', '2026-11-24T09:00:00+05:30', '2026-11-24T07:30'],
    ['west of the date line', 'Pacific/Kiritimati', '2026-11-30T09:00:00+14:00', '2026-11-29T23:00'],
    ['over a turn of the year', 'Europe/Berlin', '2026-12-31T16:00:00+01:00', '2027-01-01T11:00'],
  ])('%s', (_what, zone, asked, due) => {
    expect(first(asked, zone)).toBe(due);
  });

  it('and where they end with the working day, on the next morning, since nobody is there any more', () => {
    expect(first('2026-11-24T13:00:00+01:00', 'Europe/Berlin')).toBe('2026-11-25T08:00');
  });

  it('and on a holiday of the region nobody works', () => {
    const asked = '2026-04-02T16:00:00+02:00';
    expect(first(asked, 'Europe/Berlin')).toBe('2026-04-03T10:00');
    expect(first(asked, 'Europe/Berlin', { ...office, holidays: 'DE' })).toBe('2026-04-07T10:00');
    expect(first('2026-06-03T16:00:00+02:00', 'Europe/Berlin', { ...office, holidays: 'DE' })).toBe('2026-06-04T10:00');
    expect(first('2026-06-03T16:00:00+02:00', 'Europe/Berlin', { ...office, holidays: 'DE-BY' })).toBe(
      '2026-06-05T10:00',
    );
  });

  it('and Christmas to New Year in one jump where all of it is free', () => {
    const settings = { ...office, holidays: 'DE' };
    // Christmas 2026 is on a Friday and a Saturday, New Year on a Friday.
    expect(first('2026-12-24T16:00:00+01:00', 'Europe/Berlin', settings)).toBe('2026-12-28T11:00');
    expect(first('2026-12-31T16:00:00+01:00', 'Europe/Berlin', settings)).toBe('2027-01-04T11:00');
  });

  it('and a country whose week begins on Sunday is asked on Sunday', () => {
    const settings = { ...office, days: [7, 1, 2, 3, 4] };
    expect(first('2026-11-26T16:00:00+02:00', 'Asia/Jerusalem', settings)).toBe('2026-11-29T10:00');
  });

  it('and an hour of quiet within the working hours is no working time', () => {
    const settings = { ...office, quiet: { from: 12 * HOUR, to: 13 * HOUR } };
    expect(first('2026-11-24T09:30:00+01:00', 'Europe/Berlin', settings)).toBe('2026-11-24T13:30');
    expect(first('2026-11-24T09:00:00+01:00', 'Europe/Berlin', { ...settings, delays: [{ minutes: 3 * HOUR }] })).toBe(
      '2026-11-24T12:00',
    );
  });
});

describe('Where clocks are changed', () => {
  /** Somebody who works through the night in which it happens. */
  const night: PromptSettings = {
    ...office,
    hours: { from: HOUR, to: 9 * HOUR },
    days: [1, 2, 3, 4, 5, 6, 7],
    quiet: null,
  };

  it('an hour that does not exist is not worked', () => {
    // 2026-03-29 in Berlin: 01:59 is followed by 03:00.
    expect(first('2026-03-29T01:00:00+01:00', 'Europe/Berlin', night)).toBe('2026-03-29T04:00');
  });

  it('an hour that comes twice is worked twice', () => {
    // 2026-10-25 in Berlin: 02:00 to 03:00 comes twice, so four hours after 01:00 it is 04:00.
    expect(first('2026-10-25T01:00:00+02:00', 'Europe/Berlin', night)).toBe('2026-10-25T03:00');
  });

  it('hours that would begin in the gap begin after it', () => {
    const settings = { ...night, hours: { from: 2 * HOUR + 30, to: 9 * HOUR } };
    expect(first('2026-03-28T23:00:00+01:00', 'Europe/Berlin', settings)).toBe('2026-03-29T05:00');
  });

  it('the working day after keeps its hours on the new clock', () => {
    expect(first('2026-03-27T16:00:00+01:00', 'Europe/Berlin')).toBe('2026-03-30T10:00');
    expect(first('2026-10-23T16:00:00+02:00', 'Europe/Berlin')).toBe('2026-10-26T11:00');
    expect(first('2026-10-30T16:00:00-04:00', 'America/New_York')).toBe('2026-11-02T17:00');
  });

  it('the day after one without a midnight begins at midnight', () => {
    // 2026-03-29 in Beirut began at 01:00.
    const settings = { ...night, hours: { from: 0, to: 9 * HOUR } };
    expect(iso(nextMorning(settings, 'Asia/Beirut', ms('2026-03-29T12:00:00+03:00')))).toBe('2026-03-29T21:00');
  });

  it('a day that has no midnight begins when it begins', () => {
    // 2018-11-04 in São Paulo began at 01:00.
    const settings = { ...night, hours: { from: 0, to: 9 * HOUR } };
    expect(first('2018-11-03T23:00:00-03:00', 'America/Sao_Paulo', settings)).toBe('2018-11-04T07:00');
  });
});

describe('After the first prompt', () => {
  it('comes the next working morning, and after that one more, and then nothing', () => {
    const stages: readonly Stage[] = ['first', 'morning', 'closing'];
    const chain = stages.reduce<readonly number[]>(
      (before, stage) => [
        ...before,
        dueAt(office, 'Europe/Berlin', stage, before.at(-1) ?? ms('2026-11-26T10:00:00+01:00'))!,
      ],
      [],
    );
    expect(chain.map(iso)).toEqual(['2026-11-26T13:00', '2026-11-27T08:00', '2026-11-30T08:00']);
    expect(stages.map((stage) => stageAfter(office, stage))).toEqual(['morning', 'closing', null]);
  });

  it('comes as many mornings later as the team has set, and no stage that it has not', () => {
    const settings = { ...office, delays: [{ minutes: 60 }, { mornings: 3 }] };
    expect(iso(dueAt(settings, 'Europe/Berlin', 'morning', ms('2026-11-24T10:00:00+01:00')))).toBe('2026-11-27T08:00');
    expect(stageAfter(settings, 'morning')).toBeNull();
    expect(dueAt(settings, 'Europe/Berlin', 'closing', 0)).toBeNull();
    expect(dueAt({ ...office, delays: [] }, 'Europe/Berlin', 'first', 0)).toBeNull();
  });
});

describe('Put off', () => {
  it.each([
    ['in the day', '2026-11-24T10:10:00+01:00', '2026-11-24T10:10'],
    ['after the working hours, by whoever works on', '2026-11-24T17:30:00+01:00', '2026-11-24T17:30'],
    ['on a Saturday', '2026-11-28T10:00:00+01:00', '2026-11-28T10:00'],
    ['into quiet hours, which it waits out until somebody works', '2026-11-27T19:30:00+01:00', '2026-11-30T08:00'],
  ])('by an hour %s', (_what, now, expected) => {
    expect(iso(inAnHour(office, 'Europe/Berlin', ms(now)))).toBe(expected);
  });

  it('to tomorrow, which on a Friday is Monday', () => {
    expect(iso(nextMorning(office, 'Europe/Berlin', ms('2026-11-24T23:00:00+01:00')))).toBe('2026-11-25T08:00');
    expect(iso(nextMorning(office, 'Europe/Berlin', ms('2026-11-27T10:00:00+01:00')))).toBe('2026-11-30T08:00');
  });
});

describe('A prompt that is late, because nothing ran in the meantime,', () => {
  const late = (now: string, ownHour = false) => {
    const time = sendingTime(office, 'Europe/Berlin', ms(now), ownHour);
    return time === 'now' ? time : iso(time);
  };

  it('goes out at once while people work, and waits for the next morning else', () => {
    expect(late('2026-11-24T10:00:00+01:00')).toBe('now');
    expect(late('2026-11-24T17:00:00+01:00')).toBe('2026-11-25T08:00');
    expect(late('2026-11-28T10:00:00+01:00')).toBe('2026-11-30T08:00');
  });

  it('goes out in the evening where the person chose the hour, but in no quiet hour', () => {
    expect(late('2026-11-24T18:00:00+01:00', true)).toBe('now');
    expect(late('2026-11-24T20:00:00+01:00', true)).toBe('2026-11-25T08:00');
  });
});

describe('A zone', () => {
  it('that this machine does not know is replaced by that of the settings', () => {
    expect(zoneFor('Mars/Olympus', office)).toBe('UTC');
    expect(zoneFor(null, { ...office, zone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
    expect(zoneFor('Europe/Berlin', office)).toBe('Europe/Berlin');
  });
});

describe('A region of holidays', () => {
  it.each(['DE', 'DE-BY', 'DE-BY-A', 'US-LA-NO', 'AE'])('%s is known', (region) => {
    expect(isHolidayRegion(region)).toBe(true);
  });
  it.each(['', 'XX', 'de', 'DE-XX', 'DE-BY-XX', 'AE-XX', 'Germany', 'constructor'])('"%s" is not', (region) => {
    expect(isHolidayRegion(region)).toBe(false);
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

const minuteOfDay = fc.integer({ min: 0, max: 24 * HOUR - 1 });
const anySettings: fc.Arbitrary<PromptSettings> = fc
  .record({
    from: fc.integer({ min: 0, max: 20 * HOUR }),
    length: fc.integer({ min: 2 * HOUR, max: 12 * HOUR }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    holidays: fc.constantFrom(null, 'DE', 'US', 'JP', 'DE-BY'),
    quietFrom: fc.option(minuteOfDay),
    quietLength: fc.integer({ min: 1, max: HOUR }),
  })
  .map(({ from, length, days, holidays, quietFrom, quietLength }) => ({
    ...office,
    hours: { from, to: Math.min(from + length, 24 * HOUR) },
    days,
    holidays,
    quiet: quietFrom === null ? null : { from: quietFrom, to: (quietFrom + quietLength) % (24 * HOUR) },
  }));
const anyZone = fc.constantFrom(...ZONES);
/** 2018 to 2030, minutes; many of them near the days on which clocks are changed. */
const anyMoment = fc
  .oneof(
    fc.integer({ min: ms('2018-01-01T00:00Z') / 60_000, max: ms('2030-01-01T00:00Z') / 60_000 }),
    fc
      .tuple(
        fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2018-11-04', '2026-04-05'),
        fc.integer({ min: -3 * 24 * HOUR, max: 24 * HOUR }),
      )
      .map(([day, minutes]) => ms(`${day}T00:00Z`) / 60_000 + minutes),
  )
  .map((minutes) => minutes * 60_000);

/** The local clock by Intl, apart from the library that the plan is made with. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clock(zone: string, at: number): { readonly weekday: number; readonly minute: number } {
  const format =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(zone, format);
  const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(shown['weekday']!) + 1,
    minute: Number(shown['hour']) * HOUR + Number(shown['minute']),
  };
}

const isIn = ({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean =>
  from < to ? from <= minute && minute < to : minute >= from || minute < to;

const works = (settings: PromptSettings, zone: string, at: number): boolean => {
  const { weekday, minute } = clock(zone, at);
  return settings.days.includes(weekday) && isIn(settings.hours, minute) && !isQuietThen(settings, minute);
};
const isQuietThen = ({ quiet }: PromptSettings, minute: number): boolean => quiet !== null && isIn(quiet, minute);

describe('Whatever the settings, the zone and the moment', () => {
  test('a prompt is due at a working minute and in no quiet hour', () => {
    fc.assert(
      fc.property(anySettings, anyZone, anyMoment, (settings, zone, at) => {
        const due = dueAt(settings, zone, 'first', at)!;
        expect(works(settings, zone, due)).toBe(true);
        expect(works(settings, zone, nextMorning(settings, zone, at))).toBe(true);
        const hour = inAnHour(settings, zone, at);
        expect(isQuietThen(settings, clock(zone, hour).minute)).toBe(false);
        expect(hour).toBeGreaterThanOrEqual(at + 60 * 60_000);
      }),
      { numRuns: 300 },
    );
  });

  test('exactly the working minutes of the delay lie before it, counted one by one', () => {
    const counted = anySettings.map((settings) => ({ ...settings, holidays: null, days: [1, 2, 3, 4, 5, 6, 7] }));
    fc.assert(
      fc.property(counted, anyZone, anyMoment, (settings, zone, at) => {
        const due = dueAt(settings, zone, 'first', at)!;
        let minutes = 0;
        for (let moment = at; moment < due; moment += 60_000) minutes += works(settings, zone, moment) ? 1 : 0;
        expect(minutes).toBe(4 * HOUR);
      }),
      { numRuns: 60 },
    );
  });

  test('never before four hours have passed, and never earlier for who was asked later', () => {
    fc.assert(
      fc.property(anySettings, anyZone, anyMoment, fc.nat(5000), (settings, zone, at, minutes) => {
        const due = dueAt(settings, zone, 'first', at)!;
        expect(due - at).toBeGreaterThanOrEqual(4 * 60 * 60_000);
        const later = at + minutes * 60_000;
        expect(dueAt(settings, zone, 'first', later)!).toBeGreaterThanOrEqual(due);
        expect(nextMorning(settings, zone, later)).toBeGreaterThanOrEqual(nextMorning(settings, zone, at));
      }),
      { numRuns: 300 },
    );
  });

  test('the next morning is on a later day of the local calendar, and the first working minute of its day', () => {
    fc.assert(
      fc.property(anySettings, anyZone, anyMoment, (settings, zone, at) => {
        const day = (moment: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(moment);
        const morning = nextMorning(settings, zone, at);
        expect(day(morning) > day(at)).toBe(true);
        expect(morning === at || !works(settings, zone, morning - 60_000) || day(morning - 60_000) < day(morning)).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});
