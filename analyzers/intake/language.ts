/** The language of a document, guessed from words that Windows' console programs print. */
import { type LineText } from '../document';
import { languages } from '../grammars/languages/spoken';

/** How many lines with text are looked at. */
const MAX_LINES_WEIGHED = 400;

const WORDS = languages.flatMap(({ code, telling }) =>
  telling.length === 0 ? [] : [[code, new RegExp(`\\b(?:${telling.join('|')})\\b`, 'g')] as const],
);
const LETTERS = languages.flatMap(({ code, script }) => (script === undefined ? [] : [[code, script] as const]));
/** A script tells its language where it has more than a few letters: a name alone does not. */
const MIN_LETTERS = 12;

/** `en`, `de`, `es`, `fr` …, or null where the words are too few or of a language that is not known. */
export function guessLanguage(lines: readonly LineText[]): string | null {
  const sample: string[] = [];
  for (const { text } of lines) {
    if (text !== '') sample.push(text.slice(0, 300));
    if (sample.length >= MAX_LINES_WEIGHED) break;
  }
  const text = sample.join('\n');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const script = LETTERS.find(([, letters]) => count(letters) >= MIN_LETTERS);
  if (script !== undefined) return script[0];
  let best: string | null = null;
  let most = 0;
  for (const [language, words] of WORDS) {
    const found = count(words);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}
