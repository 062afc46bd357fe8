/** The settings of prompts as people write them, and how they are said back. */
import fc from 'fast-check';

import { type SettingField, SETTING_FIELDS } from '../../../cards/index';
import {
  conflictOf,
  faultOfField,
  FORMS,
  overlaid,
  settingsOver,
  textsOf,
} from '../../../bot/cases/follow-up-settings';
import { dueAt, nextMorning } from '../../../bot/cases/follow-up-plan';
import { momentInWords } from '../../../bot/cases/follow-up-words';
import { readConfig } from '../../../bot/config';
import { intentOf } from '../../../bot/teams/message-intent';
import { OFFICE } from '../../support/follow-up-scene';

const NINE = 9 * 60;

describe('A setting is read as people write it', () => {
  it.each<[SettingField, string, unknown]>([
    ['hours', '09:00-17:00', { from: NINE, to: 17 * 60 }],
    ['hours', '9-17', { from: NINE, to: 17 * 60 }],
    ['hours', ' 9:00 to 17:30 ', { from: NINE, to: 17 * 60 + 30 }],
    ['hours', '9 – 24', { from: NINE, to: 24 * 60 }],
    ['days', 'mon-fri', [1, 2, 3, 4, 5]],
    ['days', 'Sunday-Thursday', [1, 2, 3, 4, 7]],
    ['days', 'mon, wed,fri', [1, 3, 5]],
    ['days', 'sat', [6]],
    ['holidays', 'de-by', 'DE-BY'],
    ['holidays', 'None', null],
    ['quiet', '20:00-07:00', { from: 20 * 60, to: 7 * 60 }],
    ['quiet', 'none', null],
    ['delays', '4h, 1d, 1d', [{ minutes: 240 }, { mornings: 1 }, { mornings: 1 }]],
    ['delays', '90m', [{ minutes: 90 }]],
    ['delays', 'off', []],
    ['zone', 'Europe/Berlin', 'Europe/Berlin'],
  ])('%s "%s"', (field, text, value) => {
    expect(FORMS[field].read(text)).toEqual(value);
  });

  it.each<[SettingField, string]>([
    ['hours', '17-9'],
    ['hours', '9:00-9:59'],
    ['hours', '25-26'],
    ['hours', '9:60-17'],
    ['hours', 'from nine'],
    ['days', ''],
    ['days', 'mo'],
    ['days', 'mon-'],
    ['days', 'mon-tue-wed'],
    ['days', 'someday'],
    ['holidays', 'Bavaria'],
    ['quiet', '20'],
    ['delays', ''],
    ['delays', '4'],
    ['delays', '0h'],
    ['delays', '41h'],
    ['delays', '31d'],
    ['delays', '1h,1h,1h,1h'],
    ['zone', 'Berlin'],
    ['zone', ''],
  ])('%s refuses "%s" with what it must be and an example', (field, text) => {
    expect(faultOfField(field, text)).toMatch(/^".*" does not do for \w+: it must be .+, for example .+\.$/);
  });
});

describe('What was read', () => {
  it('is said back in the words of a sentence', () => {
    expect(textsOf({ ...OFFICE, holidays: 'DE-BY' }).said).toEqual({
      hours: '09:00 to 17:00',
      days: 'Monday to Friday',
      holidays: 'DE-BY',
      quiet: '20:00 to 07:00',
      delays: 'after 4 working hours, then on the next working morning, then on the next working morning',
      zone: 'Europe/Berlin, for whoever has told Teams none',
    });
  });

  it('is written back in a form that is read as the same', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
      .map((given) => given.toSorted((one, other) => one - other));
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 22 * 60 }), fc.integer({ min: 60, max: 24 * 60 }))
      .map(([from, length]) => ({ from, to: Math.min(from + length, 24 * 60) }));
    const delay = fc.oneof(
      fc.record({ minutes: fc.integer({ min: 1, max: 2400 }) }),
      fc.record({ mornings: fc.integer({ min: 1, max: 30 }) }),
    );
    const any = fc.record({
      hours,
      days,
      holidays: fc.constantFrom(null, 'DE', 'US-LA'),
      quiet: fc.constantFrom(null, { from: 20 * 60, to: 7 * 60 }, { from: 0, to: 60 }),
      delays: fc.array(delay, { maxLength: 3 }),
      zone: fc.constantFrom('UTC', 'Asia/Kolkata'),
    });
    fc.assert(
      fc.property(any, (settings) => {
        expect(overlaid(OFFICE, textsOf(settings).written)).toEqual(settings);
      }),
    );
  });

  it('leads to a plan that ends, for all settings that do not contradict each other', () => {
    const clock = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const any = fc.record({
      hours: fc.tuple(clock, clock).map(([from, to]) => ({ from: Math.min(from, to), to: Math.max(from, to) + 1 })),
      quiet: fc.option(fc.record({ from: clock, to: clock })),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 40 * 60 }), (given, minutes) => {
        const settings = { ...OFFICE, ...given, holidays: 'DE', delays: [{ minutes }] };
        fc.pre(conflictOf(settings) === null);
        const since = Date.parse('2026-11-24T10:00Z');
        expect(dueAt(settings, 'Europe/Berlin', 'first', since)).toBeGreaterThanOrEqual(since);
        expect(nextMorning(settings, 'Europe/Berlin', since)).toBeGreaterThan(since);
      }),
    );
  });
});

describe('The settings of a team', () => {
  it('stand over those of the operator, one by one', () => {
    expect(settingsOver(OFFICE, { hours: '8-16', days: 'nonsense' })).toEqual({
      ...OFFICE,
      hours: { from: 8 * 60, to: 16 * 60 },
    });
  });

  it('do not hold where they would leave no working time', () => {
    expect(settingsOver(OFFICE, { hours: '20-24', quiet: '19-7' })).toEqual(OFFICE);
  });
});

describe('The environment', () => {
  it('has the defaults that are said in .env.example', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(readConfig({}).prompts).toEqual({ ...OFFICE, zone });
  });

  it('sets each of them', () => {
    expect(
      readConfig({
        TUNNEL_TRIAGE_FOLLOW_UP_DELAYS: '2h, 2d',
        TUNNEL_TRIAGE_FOLLOW_UP_HOURS: '8-16',
        TUNNEL_TRIAGE_FOLLOW_UP_DAYS: 'sun-thu',
        TUNNEL_TRIAGE_FOLLOW_UP_HOLIDAYS: 'AE',
        TUNNEL_TRIAGE_FOLLOW_UP_QUIET: 'none',
        TUNNEL_TRIAGE_FOLLOW_UP_ZONE: 'Asia/Dubai',
      }).prompts,
    ).toEqual({
      delays: [{ minutes: 120 }, { mornings: 2 }],
      hours: { from: 8 * 60, to: 16 * 60 },
      days: [1, 2, 3, 4, 7],
      holidays: 'AE',
      quiet: null,
      zone: 'Asia/Dubai',
    });
  });

  it.each([
    [
      { TUNNEL_TRIAGE_FOLLOW_UP_HOURS: 'noon' },
      'TUNNEL_TRIAGE_FOLLOW_UP_HOURS is "noon": it must be the working hours',
    ],
    [{ TUNNEL_TRIAGE_FOLLOW_UP_QUIET: '0-24' }, 'The quiet hours leave less than an hour of the working hours'],
  ])('refuses %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });
});

describe('A message', () => {
  it.each([
    ['What is waiting?', 'waiting'],
    ['what’s waiting', 'waiting'],
    ['Open cases', 'waiting'],
    ['STOP ASKING!', 'stop-asking'],
    ['ask me again', 'ask-again'],
    ['In an hour', 'hour'],
    ['tomorrow.', 'tomorrow'],
    ['solved', 'solved'],
    ['settings', 'settings'],
    ['?', 'help'],
  ])('"%s" is understood', (text, kind) => {
    expect(intentOf(text)).toEqual({ kind });
  });

  it('sets one setting, whose value keeps its letters; default takes the operator’s again', () => {
    expect(intentOf('settings zone Europe/Berlin')).toEqual({
      kind: 'set',
      field: 'zone',
      text: 'Europe/Berlin',
      own: false,
    });
    expect(intentOf('Settings Days mon, tue')).toEqual({ kind: 'set', field: 'days', text: 'mon, tue', own: false });
    expect(intentOf('settings hours default')).toEqual({ kind: 'set', field: 'hours', text: '', own: false });
  });

  it.each(['settings colour blue', 'settings hours', `settings zone ${'x'.repeat(61)}`])(
    '"%s" is no setting',
    (text) => {
      expect(intentOf(text).kind).toBe('wrong-setting');
    },
  );

  it.each(['tomorrow I will run it', 'the case is not solved', 'System error 53 has occurred.'])(
    '"%s" is no word for the bot',
    (text) => {
      expect(intentOf(text)).toEqual({ kind: 'line', text });
    },
  );
});

describe('A moment in words', () => {
  const now = Date.parse('2026-11-24T22:30:00Z');
  it.each([
    ['2026-11-24T22:50:00Z', 'UTC', 'today at 22:50'],
    ['2026-11-24T23:10:00Z', 'UTC', 'today at 23:10'],
    ['2026-11-25T08:00:00Z', 'Europe/Berlin', 'tomorrow at 09:00'],
    ['2026-11-24T23:10:00Z', 'Europe/Berlin', 'tomorrow at 00:10'],
    ['2026-11-23T10:40:00Z', 'UTC', 'yesterday at 10:40'],
    ['2026-11-30T08:00:00Z', 'Europe/Berlin', 'on Monday, 30 November 2026, at 09:00'],
    ['2026-11-24T22:50:00Z', 'Asia/Kolkata', 'today at 04:20'],
  ])('%s in %s is "%s"', (at, zone, words) => {
    expect(momentInWords(Date.parse(at), now, zone, true)).toBe(words);
  });

  it('names the zone where it is not the own of whoever reads it', () => {
    expect(momentInWords(now, now, 'Europe/Berlin', false)).toBe('today at 23:30 (Europe/Berlin)');
  });

  it('counts days by the calendar, also over the day on which clocks are changed', () => {
    const evening = Date.parse('2026-03-28T22:30:00Z');
    expect(momentInWords(Date.parse('2026-03-29T21:30:00Z'), evening, 'Europe/Berlin', true)).toBe('tomorrow at 23:30');
  });
});

test('Every field has a form', () => {
  expect(Object.keys(FORMS).toSorted()).toEqual([...SETTING_FIELDS].toSorted());
});
