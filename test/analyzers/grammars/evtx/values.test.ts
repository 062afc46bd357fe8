/** Every value type of binary XML becomes the text that Windows writes into XML. */
import { fileTimeText, fullTime, toFileTime } from '../../../../analyzers/grammars/evtx/file-time';
import { eventRecord } from '../../../support/evtx-events';
import { readEvtx } from '../../../support/evtx-reading';
import {
  absent,
  ansi,
  binary,
  boolean,
  fileTime,
  fileTimeOf,
  float32,
  float64,
  guid,
  hex32,
  hex64,
  int16,
  int32,
  int64,
  int8,
  list,
  sid,
  size32,
  systemTime,
  text,
  uint16,
  uint32,
  uint64,
  uint8,
} from '../../../support/evtx-values';
import { evtxFile, type Value } from '../../../support/evtx-writer';

const TIME = '2026-03-04T07:30:00.1234567Z';

/** The texts a value gives as `Data` of an event; a list gives several. */
function textsOf(value: Value): readonly string[] {
  const file = evtxFile([eventRecord({ eventId: 4653, recordId: 1n, time: TIME, data: [['Value', value]] })]);
  return readEvtx(file).events[0]!.data.map(([, shown]) => shown);
}

describe('A value', () => {
  it.each<readonly [string, Value, string]>([
    ['an absent one', absent(), ''],
    ['an absent one that still takes bytes', absent(16), ''],
    ['a text', text('Ünïcode 日本 😀'), 'Ünïcode 日本 😀'],
    ['a text that ends with a zero', text('ended\0'), 'ended'],
    ['a text longer than those that are kept', text('long '.repeat(40)), 'long '.repeat(40)],
    ['an ANSI text', ansi('caf\u00e9\0'), 'café'],
    ['a signed byte', int8(-128), '-128'],
    ['a byte', uint8(255), '255'],
    ['a signed 16-bit number', int16(-32_768), '-32768'],
    ['a 16-bit number', uint16(65_535), '65535'],
    ['a signed 32-bit number', int32(-2_147_483_648), '-2147483648'],
    ['a 32-bit number', uint32(4_294_967_295), '4294967295'],
    ['a signed 64-bit number', int64(-9_223_372_036_854_775_808n), '-9223372036854775808'],
    ['a 64-bit number past the integers of a double', uint64(18_446_744_073_709_551_615n), '18446744073709551615'],
    ['a 64-bit number within them', uint64(9_007_199_254_740_991n), '9007199254740991'],
    ['a single', float32(0.1), '0.1'],
    ['a single that is large', float32(16_777_216), '16777216'],
    ['a double', float64(-1234.5678), '-1234.5678'],
    ['a double that is none', float64(NaN), '-1.#IND'],
    ['an infinite double', float64(Infinity), '1.#INF'],
    ['a negative infinite single', float32(-Infinity), '-1.#INF'],
    ['true', boolean(true), 'true'],
    ['false', boolean(false), 'false'],
    ['binary data', binary(Uint8Array.of(0x00, 0xab, 0x0f)), '00AB0F'],
    ['a GUID', guid('54849625-5478-4994-A5BA-3E3B0328C30D'), '54849625-5478-4994-A5BA-3E3B0328C30D'],
    ['a size', size32(4096), '0x1000'],
    ['a FILETIME with all seven digits', fileTime(fileTimeOf(TIME)), TIME],
    ['a FILETIME beyond the year 9999', fileTime(0xffff_ffff_ffff_ffffn), '0xffffffffffffffff'],
    ['a SYSTEMTIME', systemTime([2026, 3, 3, 4, 7, 5, 9, 42]), '2026-03-04T07:05:09.042Z'],
    ['a SID', sid('S-1-5-21-4230534742-2542757381-3142984815-1111'), 'S-1-5-21-4230534742-2542757381-3142984815-1111'],
    ['a 32-bit hexadecimal number', hex32(0xc0000064), '0xc0000064'],
    ['a 64-bit hexadecimal number', hex64(0xffff_ffff_ffff_fff0n), '0xfffffffffffffff0'],
    ['a type that no Windows writes', { type: 0x3f, content: Uint8Array.of(1, 2) }, '0102'],
  ])('that is %s', (_, value, shown) => {
    expect(textsOf(value)).toEqual([shown]);
  });

  it.each<readonly [string, Value, readonly string[]]>([
    ['texts', list([text('a'), text(''), text('c')]), ['a', '', 'c']],
    ['numbers', list([uint16(1), uint16(2)]), ['1', '2']],
    ['signed bytes', list([int8(-1), int8(1)]), ['-1', '1']],
    ['hexadecimal numbers', list([hex64(1n), hex64(255n)]), ['0x1', '0xff']],
    ['GUIDs', list([guid('54849625-5478-4994-A5BA-3E3B0328C30D')]), ['54849625-5478-4994-A5BA-3E3B0328C30D']],
    ['times', list([fileTime(fileTimeOf(TIME)), fileTime(0n)]), [TIME, '1601-01-01T00:00:00.0000000Z']],
    ['nothing', { type: 0x81, content: new Uint8Array(0) }, ['']],
  ])('that is a list of %s repeats its element', (_, value, shown) => {
    expect(textsOf(value)).toEqual(shown);
  });

  it.each<readonly [string, Value]>([
    ['a number of a wrong size', { type: 0x08, content: Uint8Array.of(1, 2, 3) }],
    ['a SID that is cut off', { type: 0x13, content: Uint8Array.of(1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0) }],
    ['a list of a type that has none', { type: 0x93, content: Uint8Array.of(1, 2) }],
  ])('that is %s makes its record unreadable, not wrong', (_, value) => {
    const good = eventRecord({ eventId: 1, recordId: 2n, time: TIME });
    const bad = eventRecord({ eventId: 4653, recordId: 1n, time: TIME, data: [['Value', value]] });
    const { events, summary, notes } = readEvtx(evtxFile([bad, good]));
    expect(events.map(({ recordId }) => recordId)).toEqual(['2']);
    expect(notes).toEqual({ 'unreadable-record': 1 });
    expect(summary).toMatchObject({ records: 2, whole: false });
  });
});

describe('A FILETIME', () => {
  it.each([
    '1601-01-01T00:00:00.0000000Z',
    '1899-12-31T23:59:59.9999999Z',
    '2000-02-29T12:00:00.0000001Z',
    '2023-12-31T23:59:59.0000000Z',
    '2024-02-29T00:00:00.1000000Z',
    '2100-03-01T06:07:08.7654321Z',
    '9999-12-31T23:59:59.9999999Z',
  ])('is the same there and back: %s', (time) => {
    const { high, low } = toFileTime(time);
    expect(fileTimeText(high, low)).toBe(time);
    expect((BigInt(high) << 32n) | BigInt(low)).toBe(fileTimeOf(time));
  });

  it('agrees with the calendar of JavaScript on every day of four centuries', () => {
    for (let day = 0; day < 146_097; day += 1) {
      const iso = new Date(Date.UTC(1601, 0, 1 + day)).toISOString().slice(0, 10);
      const { high, low } = toFileTime(`${iso}T00:00:00.0000000Z`);
      if (fileTimeText(high, low) !== `${iso}T00:00:00.0000000Z`) expect(iso).toBe(fileTimeText(high, low));
    }
    expect(fileTimeText(0, 0)).toBe('1601-01-01T00:00:00.0000000Z');
  });

  it('is made full from a time with fewer digits, and no time is made of what is none', () => {
    expect(fullTime('2026-03-04')).toBe('2026-03-04T00:00:00.0000000Z');
    expect(fullTime('2026-03-04T07:30')).toBe('2026-03-04T07:30:00.0000000Z');
    expect(fullTime('2026-03-04T07:30:00.123456700Z')).toBe(TIME);
    expect(fullTime('2026-13-04T07:30:00Z')).toBeNull();
    expect(fullTime('yesterday')).toBeNull();
  });
});
