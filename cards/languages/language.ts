/** The languages that the bot speaks beside English: one file of phrases for each, and one row here. */
import { german } from './german';
import { type Translation } from './phrasebook';

/** By the language of a locale, without its country. */
export const TRANSLATIONS = { de: german } as const satisfies Readonly<Record<string, Translation>>;

export type Language = 'en' | keyof typeof TRANSLATIONS;

/** Longer than every locale that Teams sends; what is longer is none. */
const MAX_LOCALE_CHARACTERS = 35;

/** "de-AT", as Teams names the language of a person's client (BCP 47); English where the bot does not speak it, or it is not known. */
export function languageOf(locale: unknown): Language {
  if (typeof locale !== 'string' || locale.length > MAX_LOCALE_CHARACTERS) return 'en';
  const [wanted] = locale.toLowerCase().split(/[-_]/, 1);
  return spoken.find((language) => language === wanted) ?? 'en';
}

// The keys of a literal are its keys at run time too.
const spoken = Object.keys(TRANSLATIONS) as readonly (keyof typeof TRANSLATIONS)[];

/** Those beside English, by ISO 639-1. */
export const otherLanguages: readonly Exclude<Language, 'en'>[] = spoken;

const heard = new Map(spoken.flatMap((language) => Object.entries(TRANSLATIONS[language].heard)));

/**
 * Words of a person in lower case, as the English words that the bot knows: the whole message, or its first word. Whatever language Teams has: a
 * person may write another one, and no word here means something else in two of them.
 */
export function heardInEnglish(words: readonly string[]): readonly string[] {
  const whole = heard.get(words.join(' '));
  if (whole !== undefined) return whole.split(' ');
  const [first = '', ...rest] = words;
  return [heard.get(first) ?? first, ...rest];
}

/** What a person writes in that language for a word of the bot; the word itself where there is no other. */
export const writtenIn = (language: Language, word: string): string => translationInto(language)?.written[word] ?? word;

/** null for English, in which everything is made. */
export const translationInto = (language: Language): Translation | null =>
  language === 'en' ? null : TRANSLATIONS[language];
