/** A card as text in a terminal: everything that is on it, in its order, within the width. */
import { join } from 'node:path';
import { type AdaptiveCard } from '../../../cards/index';
import { drawCard } from '../../../bot/cli/card-drawing';
import { cardView } from '../../../bot/cli/card-view';
import { lineColumns, plain, wrapSpans } from '../../../bot/cli/drawn-text';
import { cards } from '../../support/card-examples';
import { parts, texts } from '../../support/card-reading';
import { expectGolden } from '../../support/golden';

const drawn = (card: AdaptiveCard, columns: number, isOpened: boolean): readonly string[] =>
  drawCard(card, { columns, isOpened }).map((line) => line.map(({ text }) => text).join(''));

const letters = (text: string): string => text.replace(/[\s\u00A0┃]+/g, '');

describe.each(Object.entries(cards))('the card %s', (_name, card) => {
  it('has no part that the terminal does not know', () => {
    expect(drawn(card, 80, true).filter((line) => /^┃? *\[[A-Z]\w+(?:\.\w+)?\]$/.test(line))).toEqual([]);
    expect(
      parts(card.body)
        .map(({ type }) => type)
        .filter((type) => !KNOWN.has(type as string | undefined)),
    ).toEqual([]);
  });

  it('shows every text once it is opened, and every button by its title', () => {
    const all = letters(drawn(card, 100, true).join(' '));
    const hidden = new Set(['Show']);
    expect(texts(card).filter((text) => !hidden.has(text) && !holds(all, text))).toEqual([]);
    const titles = parts(card.body)
      .filter(({ type }) => type === 'ActionSet')
      .flatMap(({ actions }) => parts(actions))
      .filter(({ type }) => type === 'Action.Execute' || type === 'Action.ShowCard')
      .map(({ title }) => String(title));
    expect(titles.filter((title) => !all.includes(letters(title)))).toEqual([]);
  });

  it.each([40, 80, 100])('stays within %i columns, but for a command, which is never broken', (columns) => {
    const commands = parts(card.body).flatMap(({ codeSnippet }) =>
      typeof codeSnippet === 'string' ? [codeSnippet] : [],
    );
    const wide = drawn(card, columns, true).filter((line) => Array.from(line).length > columns);
    expect(wide.filter((line) => !commands.some((command) => command.includes(line.replace(/^┃?\s*/, ''))))).toEqual(
      [],
    );
  });
});

/** Whether each word of the text stands in the drawing: side by side with others its lines may be parted. */
const holds = (all: string, text: string): boolean =>
  all.includes(letters(text)) || text.split(/\s+/).every((word) => all.includes(word));

const KNOWN = new Set<string | undefined>([
  undefined,
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'CodeBlock',
  'ColumnSet',
  'Column',
  'Container',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.Time',
  'AdaptiveCard',
  'Action.Execute',
  'Action.ShowCard',
  'Action.ToggleVisibility',
  'Action.Submit',
]);

test.each(['diagnosis-failed', 'unreadable'])('The drawing of %s is the one that was looked at', (name) => {
  const terminal = { columns: 80, colours: false };
  const both = [cardView(cards[name]!, false, terminal), cardView(cards[name]!, true, terminal)].join('\n');
  expectGolden(join(__dirname, `golden/card-${name}.golden.txt`), both);
});

test('A row opens only when it is asked for', () => {
  const closed = drawn(cards['diagnosis-failed']!, 80, false).join('\n');
  const opened = drawn(cards['diagnosis-failed']!, 80, true).join('\n');
  expect(closed).toMatch(/ Show$/m);
  expect(closed).not.toMatch(/ Hide$/m);
  expect(opened).toMatch(/ Hide$/m);
  expect(opened).not.toMatch(/ Show$/m);
});

test('A part of a later kit is named in brackets instead of being lost', () => {
  const planted = { ...cards['welcome']!, body: [{ type: 'Table', rows: [] }] } as unknown as AdaptiveCard; // no Table is in the kit, which is the point
  expect(drawn(planted, 80, false)).toEqual(['[Table]']);
});

test('Colours surround the words and change none of them', () => {
  const plainly = cardView(cards['diagnosis-failed']!, true, { columns: 80, colours: false });
  const colourful = cardView(cards['diagnosis-failed']!, true, { columns: 80, colours: true });
  expect(colourful).toContain('\u001B[31m');
  expect(colourful.replace(/\u001B\[\d+m/g, '')).toBe(plainly);
});

test('A text is wrapped at blanks, a long word is cut, and blanks at its beginning stay', () => {
  const lines = (text: string) => wrapSpans([plain(text)], 8).map((line) => line.map((span) => span.text).join(''));
  expect(lines('one two three')).toEqual(['one two', 'three']);
  expect(lines('abcdefghijkl')).toEqual(['abcdefgh', 'ijkl']);
  expect(lines('  ab')).toEqual(['  ab']);
  expect(wrapSpans([plain('one two', 'bold'), plain(' three')], 8).map(lineColumns)).toEqual([7, 5]);
});
