/** The cards in other languages: nothing of ours is left in English by oversight, and nothing of others is touched. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { intentOf } from '../../bot/teams/message-intent';
import { type AdaptiveCard, inLanguage, languageOf, messageCard, sentenceInLanguage } from '../../cards/index';
import { TRANSLATIONS } from '../../cards/languages/language';
import { phrasebookOf } from '../../cards/languages/phrasebook';
import { cards } from '../support/card-examples';
import { sentencesIn, sourcesBelow, textsIn } from '../support/said-in-source';

const ROOT = join(__dirname, '../..');
const LANGUAGES = Object.entries(TRANSLATIONS).map(([language, translation]) => {
  const speaker = phrasebookOf(translation);
  /** null where something of it has no phrase. */
  const book = (text: string): string | null => {
    const { text: said, unknown } = speaker()(text);
    return unknown.length === 0 ? said : null;
  };
  return { language: language as keyof typeof TRANSLATIONS, translation, book };
});

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

describe.each(LANGUAGES)('Of every example card, in the language $language,', ({ language, book }) => {
  const every = Object.values(cards);

  it('each of our own words is known', () => {
    const own = [...textsOf(every, ['text'], 'TextBlock'), ...textsOf(every, ['label', 'placeholder', 'errorMessage'])];
    expect([...new Set(own)].filter((text) => /\p{L}/u.test(text) && book(text) === null)).toEqual([]);
  });

  it('each button is known, and is short', () => {
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
    expect(every.map((card) => kept(inLanguage(card, language)))).toEqual(every.map(kept));
  });
});

/** Each three words in a row: a sentence is put together from parts, of which most of them stand in one. */
function threesOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\d'-]+/gu) ?? [];
  return words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '));
}

/** A shorter phrase may come from places of which none has three of its words. */
const MIN_THREES = 6;

/** What the bot writes into its log, or an operator or a caller of the API reads. */
const NOT_FOR_A_PERSON =
  /could not be continued|could not be written|does not answer|^The place of a file|time zone \{\}\.|working time within|The ladder has no|The bot runs|refused a call|gave no token|asked again later|^The host has|^The answer (?:is none|has more)|belongs to another caller|by somebody else at the same time|^Something was analysed without a case|inserted has no row/;

describe.each(LANGUAGES)('The phrases of the language $language', ({ translation, book }) => {
  it('know every sentence that the bot says in a chat', () => {
    const files = ['bot/teams', 'bot/cases'].flatMap((room) => sourcesBelow(join(ROOT, room)));
    const sentences = [...files, join(ROOT, 'bot/tickets/refusal-sentence.ts')].flatMap((path) => sentencesIn(path));
    const unknown = sentences.filter((sentence) => {
      const filled = ['C-7', '2', 'client', 'today at 11:40', '2 cases wait'].map((value) =>
        sentence.replaceAll('{}', value),
      );
      return !filled.some((text) => text.split(/(?<=[.?!]) (?=[\p{L}\d"%])/u).every((one) => book(one) !== null));
    });
    expect(sentences.length).toBeGreaterThan(50);
    expect(unknown.filter((sentence) => !NOT_FOR_A_PERSON.test(sentence))).toEqual([]);
  });

  it('are of sentences that the source still has', () => {
    const sources = ['analyzers', 'bot', 'cards', 'manifest'].flatMap((room) => sourcesBelow(join(ROOT, room)));
    const texts = sources.filter((path) => !path.includes('/cards/languages/')).flatMap((path) => textsIn(path));
    const known = new Set(texts.flatMap(threesOf));
    const gone = Object.keys(translation.phrases).filter((english) => {
      const threes = english.split(/\{\d[#!?&]?\}/).flatMap(threesOf);
      return threes.length >= MIN_THREES && threes.filter((three) => !known.has(three)).length > threes.length / 2;
    });
    expect(known.size).toBeGreaterThan(10_000);
    expect(gone).toEqual([]);
  });

  it('have the slots of the English', () => {
    const slots = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\d)/g)].map(([, slot]) => slot ?? '').sort();
    const pairs = Object.entries(translation.phrases);
    expect(pairs.filter(([english, other]) => slots(english).join() !== slots(other).join())).toEqual([]);
  });

  it('take a long text apart in time that grows with it', () => {
    const [short, long] = [10, 110].map((count) => {
      const text = 'failed at, : and '.repeat(count);
      const began = process.cpuUsage();
      for (let turn = 0; turn < 20; turn += 1) book(text);
      return process.cpuUsage(began).user;
    });
    expect(long).toBeLessThan(60 * Math.max(short ?? 0, 1000));
  });

  it('know what a card tells a person to write, and the bot understands it', () => {
    const wrong = Object.entries(translation.written).filter(
      ([english, other]) => JSON.stringify(intentOf(other)) !== JSON.stringify(intentOf(english)),
    );
    expect(wrong).toEqual([]);
  });

  it('hear words that the bot knows in English', () => {
    const unknown = Object.entries(translation.heard).filter(
      ([other, english]) =>
        intentOf(english).kind === 'line' || JSON.stringify(intentOf(other)) !== JSON.stringify(intentOf(english)),
    );
    expect(unknown).toEqual([]);
  });
});

describe('German phrases', () => {
  it('stand once: of two of the same English, one would be said nowhere', async () => {
    const folder = join(ROOT, 'cards/languages');
    const files = readdirSync(folder).filter((file) => file.startsWith('german-'));
    const parts = await Promise.all(
      files.map((file) => import(join(folder, file)) as Promise<Readonly<Record<string, object>>>),
    );
    const all = parts.flatMap((part) => Object.values(part).flatMap((phrases) => Object.keys(phrases)));
    expect(all.filter((english, index) => all.indexOf(english) !== index)).toEqual([]);
    expect(all).toHaveLength(Object.keys(TRANSLATIONS.de.phrases).length);
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
});
