/**
 * Which 8-bit or double-byte code page a text came in. A console writes the OEM page of the system, an editor the ANSI page; a library
 * proposes and decodes, and the letters inside words arbitrate: 0xA2 within a word is `ó` of page 850, never `¢` of windows-1252.
 */
import { analyse } from 'chardet';
import { decode } from 'iconv-lite';

/** How much text is weighed: enough words of any output, and little work for a large file. */
const SAMPLE_BYTES = 32 * 1024;
/** What the library's full confidence (100) is worth, against 1 for each well placed letter of 1. */
const LIBRARY_WEIGHT = 0.25;

/** ANSI and OEM pages of Windows; of equal ones the first is taken. */
const PAGES = [
  'windows-1252',
  'cp850',
  'cp437',
  'windows-1250',
  'cp852',
  'windows-1251',
  'cp866',
  'windows-1253',
  'cp737',
  'windows-1254',
  'cp857',
  'cp932',
  'cp936',
  'cp949',
  'cp950',
] as const;
/** The library's names of the pages above. */
const LIBRARY_NAMES: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-9': 'windows-1254',
  Shift_JIS: 'cp932',
  GB18030: 'cp936',
  'EUC-KR': 'cp949',
  Big5: 'cp950',
};
/** Letters that the languages of these pages really use; others (Ð, þ, ÿ, ƒ …) are mostly a wrong page. */
const FREQUENT = /[äöüßÄÖÜéèêëàâáãåæçñóíúìòõôøûîïùÉÀÁÍÓÚÑÇØÅąćęłńśźżĄĆĘŁŃŚŹŻáčďěňřšťůžČŘŠŽőűşğıİŞĞа-яёА-Яα-ωάέήίόύώς]/;

/** Bytes 0x80 to 0x9F: frequent vowels in the OEM pages, but letters in these ANSI pages that hardly stand in a text alone. */
const RARE_IN_ANSI_PAGES = /[ŠšŽžŒœŸƒŚśŤťŹź]/;
const ANSI_PAGES: ReadonlySet<string> = new Set(['windows-1252', 'windows-1250', 'windows-1254']);
const RARE_WEIGHT = 0.4;

/** The name of the most plausible page of some bytes. */
export function plausibleCodePage(bytes: Uint8Array): string {
  const sample = linesWithHighBytes(bytes);
  const proposed = new Map(
    analyse(sample).map(({ name, confidence }) => [(LIBRARY_NAMES[name] ?? name).toLowerCase(), confidence]),
  );
  let best: string = PAGES[0];
  let bestScore = -Infinity;
  for (const page of PAGES) {
    const score =
      plausibility(decode(sample, page), ANSI_PAGES.has(page)) + ((proposed.get(page) ?? 0) / 100) * LIBRARY_WEIGHT;
    if (score > bestScore) [best, bestScore] = [page, score];
  }
  return best;
}

/** The lines that are not plain ASCII, up to a bound: only they tell. */
function linesWithHighBytes(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let start = 0;
  let high = false;
  for (let index = 0; index <= bytes.length && kept.length < SAMPLE_BYTES; index += 1) {
    const byte = bytes[index];
    if (byte !== undefined && byte >= 0x80) high = true;
    const isTooLong = index - start >= SAMPLE_BYTES;
    if (byte !== undefined && byte !== 0x0a && !isTooLong) continue;
    if (high) for (const one of bytes.subarray(start, index + 1)) kept.push(one);
    start = index + 1;
    high = false;
  }
  return Uint8Array.from(kept);
}

/** How well the characters beyond ASCII sit among their neighbours, on average: 1 is perfect, a symbol within a word is −2. */
function plausibility(text: string, isAnsi: boolean): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character <= '\x7f') continue;
    count += 1;
    const weight = weigh(character, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
    sum += isAnsi && RARE_IN_ANSI_PAGES.test(character) ? Math.min(weight, RARE_WEIGHT) : weight;
  }
  return count === 0 ? 0 : sum / count;
}

function weigh(character: string, before: string, after: string): number {
  if (character === '\ufffd' || character < '\xa0') return -3;
  if (character === '\xa0') return 0.5;
  if (isEastAsian(character)) {
    if (character >= '\uff61' && character <= '\uff9f') return -1;
    // A pair of bytes that swallowed a letter of a word leaves an ideograph between Latin letters.
    const isBesideLatin = /[a-z]/i.test(before) || /[a-z]/i.test(after);
    return isBesideLatin ? -2 : 1.2;
  }
  if (!/\p{L}/u.test(character)) return isInsideWord(before, after) ? -2 : punctuation(character);
  if (script(character) !== (script(before) || script(after) || script(character))) return -1;
  const isUpper = character !== character.toLowerCase();
  if (isUpper ? /\p{Ll}/u.test(before) : /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) return -1;
  return FREQUENT.test(character) ? 1 : 0.4;
}

const isInsideWord = (before: string, after: string): boolean => /\p{L}/u.test(before) && /\p{L}/u.test(after);

/** Quotes, dashes, the degree and similar signs stand in outputs; box drawing and currency hardly do. */
const punctuation = (character: string): number => (/[«»„“”‘’–—…°ªº¿¡©®]/.test(character) ? 0.4 : -0.5);

const isEastAsian = (character: string): boolean => character >= '\u2e80' && character <= '\uffef';

function script(character: string): string {
  if (/\p{Script=Latin}/u.test(character)) return 'latin';
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic';
  return /\p{Script=Greek}/u.test(character) ? 'greek' : '';
}
