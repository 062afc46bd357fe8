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

const layouts: readonly (readonly [string, (text: string) => string])[] = [
  ['has tabs for its padding', everyLine((line) => line.replace(/(\S) {3,}(?=\S)/g, '$1\t'))],
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
