/** An output in another layout than its console's says the same: what chats, editors and scripts do to padding, rules and margins. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../analyzers/intake/decode';
import { takeIn } from '../../analyzers/read';

const FOLDER = join(__dirname, '..', 'commands');

/** A copy as wide as a window shows that only as it is; a translated rule is told by its dashes; labels of events are never changed. */
const BOUND_TO_LAYOUT = /wrapped-at-80|translated-labels|security-events/;

/** Fixtures that are text of a console. */
const fixtures = readdirSync(FOLDER)
  .sort()
  .flatMap((command) =>
    readdirSync(join(FOLDER, command))
      .filter((file) => file.endsWith('.txt') && !BOUND_TO_LAYOUT.test(`${command}/${file}`))
      .sort()
      .flatMap((file) => {
        const decoded = decode(readFileSync(join(FOLDER, command, file)), file);
        return decoded.kind === 'text' ? [{ name: `${command}/${file}`, text: decoded.text }] : [];
      }),
  );

const readingsOf = async (text: string) => {
  const { readings } = await takeIn([{ name: 'paste.txt', bytes: Buffer.from(text) }], { call: 1, awaited: null });
  return readings.map(({ command, complete, data }) => ({ command, complete, data }));
};

const everyLine = (change: (line: string) => string) => (text: string) =>
  text.replace(/^.*[^\r\n]/gm, (line) => change(line));
const everyLabel = (change: (label: string) => string) =>
  everyLine((line) => line.replace(/^ *[^:\s<"[{][^:"]{0,40}:(?= )/, change));

/** What `unexpand` and editors do: blanks that end at a tab stop become a tab. A sign that fills two columns counts as two for none of them. */
const toTabStops = everyLine((line) =>
  /[^\0-\x7f]/.test(line)
    ? line
    : (line.match(/.{1,8}/g) ?? []).map((part) => part.replace(/ {2,}$/, fullStop)).join(''),
);
const fullStop = (blanks: string, at: number): string => (at + blanks.length === 8 ? '\t' : blanks);

/** One tab for a padding of any width: where an empty value stood, and where a column began, is lost. */
const tabForPadding = everyLine((line) => line.replace(/(\S) {3,}(?=\S)/g, '$1\t'));
/** PowerShell's tables are told by the places of their dashes. */
const isTable = (text: string): boolean => /^ *-+(?: +-+)+ *\r?$/m.test(text);

const layouts: readonly (readonly [string, (text: string) => string])[] = [
  ['has labels in lower case', everyLabel((label) => label.toLowerCase())],
  ['has labels in upper case', everyLabel((label) => label.toUpperCase())],
  ['lost its rules of dashes', (text) => text.replace(/^ *-{5,} *\r?\n/gm, '')],
  ['has blank lines for its rules', everyLine((line) => (/^ *-{5,} *$/.test(line) ? '' : line))],
  ['has other rules', everyLine((line) => (/^ *-{5,} *$/.test(line) ? line.replace(/-/g, '=') : line))],
  ['stands in a quoted reply of a quoted reply', everyLine((line) => `> > ${line}`)],
  ['is indented', everyLine((line) => `    ${line}`)],
  ['came as tabs before every line', everyLine((line) => `\t${line}`)],
  ['has blank lines above', (text) => `\r\n\r\n\r\n${text}`],
  ['has line ends of the old Macintosh', (text) => text.replace(/\r?\n/g, '\r')],
  ['has blanks that do not break', (text) => text.replace(/ /g, '\u00a0')],
];

describe.each(layouts)('A fixture that %s', (_, layout) => {
  it.each(fixtures)('says the same: $name', async ({ text }) => {
    expect(await readingsOf(layout(text))).toEqual(await readingsOf(text));
  });
});

describe('A table of PowerShell that has tabs up to the tab stops', () => {
  it.each(fixtures.filter(({ text }) => isTable(text)))('says the same: $name', async ({ text }) => {
    expect(await readingsOf(toTabStops(text))).toEqual(await readingsOf(text));
  });
});

describe('A fixture that has one tab for each padding', () => {
  it.each(fixtures.filter(({ text }) => !isTable(text)))('says the same: $name', async ({ text }) => {
    expect(await readingsOf(tabForPadding(text))).toEqual(await readingsOf(text));
  });

  it.each(fixtures.filter(({ text }) => isTable(text)))(
    'is a table without columns, and says the same or is not complete: $name',
    async ({ text }) => {
      const whole = await readingsOf(text);
      for (const reading of await readingsOf(tabForPadding(text))) {
        if (reading.complete) expect(whole).toContainEqual(reading);
      }
    },
  );
});

describe('A table of PowerShell with a tab between all its columns', () => {
  const table = (row: string): string =>
    ['PS C:\\> Get-NetIPsecMainModeSA | ft', '', HEADING, DASHES, row, '', 'PS C:\\>', ''].join('\r\n');
  const HEADING = 'LocalEndpoint\tRemoteEndpoint\tLocalSecondId';
  const DASHES = '-------------\t--------------\t-------------';

  it('says what stands between the tabs', async () => {
    expect(await readingsOf(table('2001:db8::21\t2001:db8::1\tCORP\\user 1'))).toMatchObject([
      { complete: true, data: { sas: [{ remote: '2001:db8::1' }] } },
    ]);
  });

  it('says nothing of a row that has another number of values', async () => {
    expect(await readingsOf(table('2001:db8::21\tCORP\\user1'))).toMatchObject([
      { complete: false, data: { sas: [] } },
    ]);
  });
});
