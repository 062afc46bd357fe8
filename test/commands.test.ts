/** Every command reads its fixtures as written beside them, and reads nothing more out of a fixture that was cut short. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../analyzers/commands/index';
import { type ReadingReport } from '../analyzers/diagnosis/diagnosis';
import { takeIn } from '../analyzers/read';
import { differences } from './support/corpus';

const FOLDER = join(__dirname, 'commands');
const context = { call: 1, awaited: null };

interface Pair {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expected: readonly { readonly command: string; readonly complete: boolean; readonly data: unknown }[];
}

const pairs: readonly Pair[] = readdirSync(FOLDER)
  .sort()
  .flatMap((command) =>
    readdirSync(join(FOLDER, command))
      .filter((file) => !file.endsWith('.json'))
      .sort()
      .map((file) => {
        const json = join(FOLDER, command, file.replace(/\.\w+$/, '.json'));
        return {
          name: `${command}/${file}`,
          bytes: readFileSync(join(FOLDER, command, file)),
          expected: JSON.parse(readFileSync(json, 'utf8')) as Pair['expected'],
        };
      }),
  );

const read = async (name: string, bytes: Buffer): Promise<readonly ReadingReport[]> =>
  (await takeIn([{ name, bytes }], context)).reports.flatMap(({ readings }) => readings);

describe('A fixture', () => {
  it.each(pairs)('gives the readings beside it: $name', async ({ name, bytes, expected }) => {
    const readings = await read(name, bytes);
    expect(readings.map(({ command, complete }) => ({ command, complete }))).toEqual(
      expected.map(({ command, complete }) => ({ command, complete })),
    );
    expect(readings.flatMap(({ data }, index) => differences(data, expected[index]!.data, name))).toEqual([]);
  });

  it('is there for every command', () => {
    const missing = [...new Set(commands.map(({ id }) => id))].filter((id) => !existsSync(join(FOLDER, id)));
    if (missing.length > 0) console.info(`These commands have no fixture: ${missing.join(', ')}`);
    expect(missing).toEqual([]);
  });
});

/**
 * Outputs that end in no words of their own: where one is cut exactly between two records (or between two lines of them), what is
 * left looks whole and is. So does an exported CSV.
 */
const WITHOUT_CLOSING = new Set([
  'netsh-nrpt',
  'netsh-httpstunnel',
  'netsh-teredo',
  'netsh-consec',
  'ipconfig',
  'security-events',
]);

describe('A fixture that was cut short', () => {
  it.each(pairs.filter(({ bytes }) => bytes.length < 20_000))(
    'claims to be whole only where it was, and holds no half value: $name',
    async ({ name, bytes }) => {
      const whole = await read(name, bytes);
      const wrong: string[] = [];
      for (const end of cuts(bytes)) {
        for (const reading of await read(name, bytes.subarray(0, end))) {
          const same = whole.filter(({ command }) => command === reading.command);
          const ends = `${name} cut at byte ${end}: ${JSON.stringify(reading.data)}`;
          const mayEndHere = WITHOUT_CLOSING.has(reading.command) || name.endsWith('.csv');
          const isEarly = reading.complete && !mayEndHere && !same.some((one) => equal(one.data, reading.data));
          const holdsHalf = !isEmpty(reading.data) && !same.some((one) => isWithin(reading.data, one.data));
          wrong.push(...(isEarly ? [`too early: ${ends}`] : []), ...(holdsHalf ? [`half: ${ends}`] : []));
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** The end of every line with and without its line end, and some places in its middle. */
function cuts(bytes: Buffer): readonly number[] {
  const ends = new Set<number>();
  let start = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0x0a) continue;
    const length = index - start;
    for (const place of [index - 1, index, index + 1, start + (length >> 1), start + length - 2]) {
      if (place > start && place < bytes.length) ends.add(place);
    }
    start = index + 1;
  }
  return [...ends].sort((one, other) => one - other);
}

const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What kind of listing it is, which its first lines tell, and how long it is: not what it lists. */
const KIND = new Set([
  'store',
  'source',
  'effective',
  'kind',
  'total',
  'matched',
  'first',
  'last',
  'recovered',
  'form',
]);

const isEmpty = (data: unknown): boolean =>
  Object.entries(data as object).every(
    ([key, value]) => KIND.has(key) || value === null || (Array.isArray(value) && value.length === 0),
  );

/** Whether each value of the cut data is one of the whole data: nothing in between, nothing half. */
function isWithin(cut: unknown, whole: unknown): boolean {
  if (Array.isArray(cut)) {
    return Array.isArray(whole) && cut.every((item) => whole.some((one) => isWithin(item, one)));
  }
  if (typeof cut === 'object' && cut !== null && typeof whole === 'object' && whole !== null) {
    const of = new Map<string, unknown>(Object.entries(whole));
    return Object.entries(cut).every(([key, value]) => KIND.has(key) || value === null || isWithin(value, of.get(key)));
  }
  return equal(cut, whole);
}
