/** All languages that are known, one row for each, and what they say together. */
import { chinese } from './chinese';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { japanese } from './japanese';
import { type Language, type Notion } from './language';
import { otherLanguages } from './other-languages';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';

/** Where words tell two languages equally well, the first of them is taken; Japanese has letters of its own beside Chinese ones. */
export const languages: readonly Language[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  english,
  japanese,
  ...otherLanguages.filter(({ code }) => code === 'ko'),
  chinese,
  russian,
  ...otherLanguages.filter(({ code }) => code !== 'ko'),
];

/** The words for a notion in all languages, one by one. */
export const wordsFor = (notion: Notion): readonly string[] =>
  languages.flatMap(({ seen, remembered }) => [...(seen[notion] ?? []), ...(remembered[notion] ?? [])]);

/** The words for some notions in all languages, as the inside of one group of a regular expression. */
export const spoken = (...notions: readonly Notion[]): string => notions.flatMap(wordsFor).join('|');

/** A text that is one of the words for a notion, and nothing else. */
export const whole = (notion: Notion): RegExp => new RegExp(`^(?:${spoken(notion)})$`, 'iu');

/** A text in which one of the words for a notion stands. */
export const containing = (notion: Notion): RegExp => new RegExp(spoken(notion), 'iu');
