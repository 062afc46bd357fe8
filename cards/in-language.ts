/** A card that was made in English, in the language of whoever reads it. What other people and machines wrote stays as it is. */
import { type AdaptiveCard } from './elements';
import { type Language, translationInto } from './languages/language';
import { phrasebookOf, type Speaker, type Translation } from './languages/phrasebook';

/** A sentence of the bot; what is not known of it stays English. */
export function sentenceInLanguage(sentence: string, language: Language): string {
  const translation = translationInto(language);
  return translation === null ? sentence : speakerOf(translation)(sentence).text;
}

/** Commands, quoted lines and what a button sends back are the same in every language. */
export function inLanguage(card: AdaptiveCard, language: Language): AdaptiveCard {
  const translation = translationInto(language);
  if (translation === null) return card;
  const said = translated(card, { say: speakerOf(translation), written: translation.written });
  // The same card: only texts of it were replaced by texts.
  return { ...(said as AdaptiveCard), lang: language };
}

/** Taking the phrases apart costs more than all of a card, and they never change. */
const books = new Map<Translation, () => Speaker>();
function speakerOf(translation: Translation): Speaker {
  const book = books.get(translation) ?? phrasebookOf(translation);
  books.set(translation, book);
  return book();
}

interface Saying {
  readonly say: Speaker;
  readonly written: Translation['written'];
}

/** The properties that are read or heard by a person. */
const SAID: ReadonlySet<string> = new Set(['title', 'label', 'placeholder', 'errorMessage', 'speak', 'fallbackText']);

function translated(part: unknown, saying: Saying): unknown {
  if (Array.isArray(part)) return part.map((each: unknown) => translated(each, saying));
  if (typeof part !== 'object' || part === null) return part;
  if ('type' in part && part.type === 'TextRun' && 'fontType' in part) return { ...part, ...writtenRun(part, saying) };
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]: [string, unknown]) => {
      if (name === 'data') return [name, inner];
      const isText = SAID.has(name) || (name === 'text' && typeof inner === 'string');
      return [name, isText && typeof inner === 'string' ? saying.say(inner).text : translated(inner, saying)];
    }),
  );
}

/** A run in the letters of a terminal is a command or a quote, or a word that a person writes to the bot. */
function writtenRun(run: object, { written }: Saying): { readonly text?: string } {
  const other = 'text' in run && typeof run.text === 'string' && 'weight' in run ? written[run.text] : undefined;
  return other === undefined ? {} : { text: other };
}
