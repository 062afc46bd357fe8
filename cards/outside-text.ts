/** Text from outside made fit to be read: what would act, hide or mislead becomes plain characters. */

/** Longer words are cut in their middle, since a RichTextBlock does not break a word and a phone shows about this many. */
export const MAX_WORD = 30;
/** Longer sentences are cut in their middle: no sentence of ours comes near, a hostile value might. */
export const MAX_SENTENCE = 700;

/**
 * The text with nothing in it that acts. Control characters become their pictures (U+2400 …), so that a quote shows that they
 * are there. Embeddings, overrides and isolates (U+202A–U+202E, U+2066–U+2069) become their code points in brackets: no Windows
 * command prints them, and whoever put them in wants a line to read differently than it is. The direction marks U+200E, U+200F
 * and U+061C and the byte order mark are dropped: Windows itself writes them into dates and copied thumbprints, and they have no
 * look. `{{DATE(` and `{{TIME(`, which a host replaces even in a TextRun, get a word joiner between their braces.
 */
export function shown(text: string): string {
  return PLAIN.test(text) ? text : withoutActing(text);
}

/** What most texts are: printable ASCII without braces has nothing in it that acts. */
const PLAIN = /^[\x20-\x7a|}~]*$/;

function withoutActing(text: string): string {
  return text
    .replace(/[\u200E\u200F\u061C\uFEFF]/g, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`)
    .replace(/\p{Cc}|[\u2028\u2029]/gu, pictured)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\{\{(?=\s*(?:DATE|TIME)\s*\()/gi, '{\u2060{');
}

/** A sentence or a quoted line as a card shows it: nothing acts in it, and no word is too long for a phone. Not for commands. */
export function fitting(text: string): string {
  const sentence = middleCut(shown(text), MAX_SENTENCE);
  if (!LONG_WORD.test(sentence)) return sentence;
  return sentence.replace(/\S+/g, (word) => middleCut(word.length > MAX_WORD ? withoutEndTag(word) : word, MAX_WORD));
}

const LONG_WORD = new RegExp(String.raw`\S{${MAX_WORD + 1}}`);

/** The value of an XML element stands in its middle, where the cut would fall; its end tag says nothing more. */
function withoutEndTag(word: string): string {
  const [, begun, name, ended] = /^(<([A-Za-z]+)>[^<>]+)<\/([A-Za-z]+)>$/.exec(word) ?? [];
  return begun !== undefined && name === ended ? `${begun}…` : word;
}

/** For what is read aloud: a screen reader may take `speak` as markup, so its three characters are left out. */
export const spoken = (text: string): string => fitting(text).replace(/[<>&]/g, ' ');

function pictured(control: string): string {
  const code = control.charCodeAt(0);
  if (control === '\t') return control;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

/** Keeps both ends, counting whole characters so that no pair of surrogates is parted. */
function middleCut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = Array.from(text.slice(0, longest)).slice(0, Math.ceil((longest - 1) / 2));
  const tail = Array.from(text.slice(-longest)).slice(head.length + 1 - longest);
  return `${head.join('')}…${tail.join('')}`;
}
