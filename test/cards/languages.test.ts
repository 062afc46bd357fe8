/** The cards in other languages: nothing of ours is left in English by oversight, and nothing of others is touched. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { intentOf } from '../../bot/teams/message-intent';
import { type AdaptiveCard, inLanguage, languageOf, messageCard, sentenceInLanguage } from '../../cards/index';
import { german } from '../../cards/languages/german';
import { phrasebookOf } from '../../cards/languages/phrasebook';
import { cards } from '../support/card-examples';
import { sentencesIn } from '../support/said-in-source';

const ROOT = join(__dirname, '../..');
const speaker = phrasebookOf(german);
const book = (text: string): string | null => {
  const { text: said, unknown } = speaker()(text);
  return unknown.length === 0 ? said : null;
};

test.each([
  ['de', 'de'],
  ['de-DE', 'de'],
  ['de-AT', 'de'],
  ['de_CH', 'de'],
  ['en-US', 'en'],
  ['fr-FR', 'en'],
  ['del', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['de'.padEnd(1000, '-x'), 'en'],
])('The locale %j is spoken to in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

/** Every text of a card under one of these names. */
function textsOf(part: unknown, names: readonly string[], type?: string): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((each: unknown) => textsOf(each, names, type));
  if (typeof part !== 'object' || part === null) return [];
  const isMeant = type === undefined || ('type' in part && part.type === type);
  return Object.entries(part).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' ? (isMeant && names.includes(name) ? [inner] : []) : textsOf(inner, names, type),
  );
}

describe('Of every example card', () => {
  const every = Object.values(cards);

  it('each of our own words is known in German', () => {
    const own = [...textsOf(every, ['text'], 'TextBlock'), ...textsOf(every, ['label', 'placeholder', 'errorMessage'])];
    expect([...new Set(own)].filter((text) => /\p{L}/u.test(text) && book(text) === null)).toEqual([]);
  });

  it('each button is known in German, and is short', () => {
    const titles = [...textsOf(every, ['title'], 'Action.Execute'), ...textsOf(every, ['title'], 'Action.ShowCard')];
    const buttons = [...new Set(titles)].filter((title) => title.length < 20);
    expect(buttons.filter((title) => book(title) === null)).toEqual([]);
    expect(buttons.filter((title) => (book(title) ?? '').length > 13)).toEqual([]);
  });

  it('commands, quoted lines and what a button sends stay as they are', () => {
    const kept = (card: AdaptiveCard): readonly unknown[] => [
      textsOf(card, ['codeSnippet', 'verb', 'id']),
      JSON.stringify(card).match(/"data":\{[^}]*\}/g),
      JSON.stringify(card).match(/"size":"Small","fontType":"Monospace"/g)?.length,
    ];
    expect(every.map((card) => kept(inLanguage(card, 'de')))).toEqual(every.map(kept));
  });
});

/** What the bot writes into its log, or an operator reads. */
const NOT_FOR_A_PERSON =
  /could not be continued|could not be written|does not answer|^The place of a file|time zone \{\}\.|working time within/;

describe('The phrases', () => {
  it('know every sentence that the bot says in a chat', () => {
    const folder = join(ROOT, 'bot/teams');
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const sentences = files.flatMap((name) => sentencesIn(join(folder, name)));
    const unknown = sentences.filter((sentence) => {
      const filled = ['C-7', '2', 'client', 'today at 11:40', '2 cases wait'].map((value) =>
        sentence.replaceAll('{}', value),
      );
      return !filled.some((text) => text.split(/(?<=[.?!]) (?=[\p{L}\d"%])/u).every((one) => book(one) !== null));
    });
    expect(sentences.length).toBeGreaterThan(50);
    expect(unknown.filter((sentence) => !NOT_FOR_A_PERSON.test(sentence))).toEqual([]);
  });

  const pairs = Object.entries(german.phrases);

  it.each([['German', pairs]])('in %s have the slots of the English', (_language, each) => {
    const slots = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\d)/g)].map(([, slot]) => slot ?? '').sort();
    expect(each.filter(([english, other]) => slots(english).join() !== slots(other).join())).toEqual([]);
  });

  it('leave what people and machines wrote as it is', () => {
    const card = messageCard('"Certificate. Show {0} *x* $& $1" is no output that I know.', null);
    expect(sentenceInLanguage('"Certificate" is no output that I know.', 'de')).toBe(
      '„Certificate“ ist keine bekannte Ausgabe.',
    );
    expect(inLanguage(card, 'de').speak).toContain('{0} *x* $');
    expect(sentenceInLanguage('Case $& {1} is closed.', 'de')).toBe('Fall $& {1} ist geschlossen.');
  });

  it('leave a sentence that is not known in English, beside those that are', () => {
    expect(sentenceInLanguage('Nothing failed so far. Rain fell.', 'de')).toBe(
      'Bisher ist nichts gescheitert. Rain fell.',
    );
  });

  it('take a long text apart in time that grows with it', () => {
    const [short, long] = [200, 2000].map((count) => {
      const text = 'failed at, : and '.repeat(count);
      const began = performance.now();
      book(text);
      return performance.now() - began;
    });
    expect(long).toBeLessThan(40 * Math.max(short ?? 0, 5));
  });
});

describe('What a German card tells a person to write', () => {
  it.each(Object.entries(german.written))('for "%s" is understood: "%s"', (english, other) => {
    expect(intentOf(other)).toEqual(intentOf(english));
  });
});
