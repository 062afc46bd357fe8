/** What a failed IPsec negotiation says of itself, as codes: by number, name, hexadecimal form or printed text. */
import { ikeErrors, type IkeError } from './ike-code-table';
import { languages } from './languages/spoken';

/** The longest text that is compared with the table: the longest of its own texts has some 260 characters. */
export const MAX_FAILURE_TEXT = 1000;

/** Other wordings of a text: of the seed article (13906), and of messages that turn the sentence round or name its parts otherwise. */
const OTHER_WORDINGS: readonly (readonly [code: number, text: string])[] = [
  [13906, 'SA establishment is not authorized because of lack of a PKINIT-based credential of sufficient strength'],
  [13807, 'SA was deleted by peer before it was completely established'],
  [13808, 'SA was deleted before it was completely established'],
  [13817, 'Certificate in chain failed revocation check'],
  [13849, 'New policy invalidated SAs formed with the old policy'],
  ...languages.flatMap(({ failures = {} }) =>
    Object.entries(failures).flatMap(([code, texts]) => texts.map((text) => [Number(code), text] as const)),
  ),
];

/** Texts as compared, the longest first: "SA establishment is not authorized" begins three longer ones that mean something else. */
const texts: readonly (readonly [text: string, code: number])[] = [
  ...ikeErrors.flatMap(({ code, text }) => (text === null ? [] : [[comparable(text), code] as const])),
  ...OTHER_WORDINGS.map(([code, text]) => [comparable(text), code] as const),
].sort(([one], [other]) => other.length - one.length);

/**
 * The codes that a failure may mean: 13801, `13801`, `0x35E9`, `0x800735e9`, `ERROR_IPSEC_IKE_AUTH_FAIL` or the text of the message.
 * Texts are shared (13809 to 13812 all read "Negotiation request sat in Queue too long"), so it is a set; empty where nothing fits.
 */
export function ikeCode(given: string | number): readonly number[] {
  if (typeof given === 'number') return ikeError(given) === null ? [] : [given];
  const text = given.slice(0, MAX_FAILURE_TEXT).trim();
  const number = printedNumber(text);
  if (number !== null) return ikeCode(number);
  const named = ikeErrors.find(({ name }) => name === text.toUpperCase());
  return named === undefined ? codesOfText(comparable(text)) : [named.code];
}

/** The row of a code; null where the table has none. */
export function ikeError(code: number): IkeError | null {
  return ikeErrors.find((error) => error.code === code) ?? null;
}

/** Of Windows' text of a code what failed, without its full stop and the advice to ask an administrator that may follow. */
export const firstSentence = (text: string): string => text.replace(/(?:\.(?: .*)?|。)\s*$/s, '');

/** A decimal, a hexadecimal, or an HRESULT that wraps a system error (0x8007xxxx). */
function printedNumber(text: string): number | null {
  if (/^\d{5}$/.test(text)) return Number(text);
  return /^0x(?:8007)?[0-9a-f]{4}$/i.test(text) ? parseInt(text.slice(-4), 16) : null;
}

/** The whole text, else its first sentence alone, else the longest text of the table that the given one quotes. */
function codesOfText(text: string): readonly number[] {
  if (text === '') return [];
  const fits = [
    (one: string) => one === text,
    (one: string) => one.startsWith(`${text}. `),
    (one: string) => quotesText(text, one),
  ];
  for (const fit of fits) {
    const longest = texts.find(([one]) => fit(one));
    if (longest !== undefined) return codesWithText(longest[0]);
  }
  return [];
}

const codesWithText = (text: string): readonly number[] =>
  [...new Set(texts.filter(([one]) => one === text).map(([, code]) => code))].sort((one, other) => one - other);

/** A quoted text ends a sentence or the whole: "… is not authorized because …" does not quote "… is not authorized". */
function quotesText(text: string, one: string): boolean {
  const at = text.indexOf(one);
  if (at < 0) return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + one.length] ?? '.';
  return !/[\p{L}\p{N}_]/u.test(before) && /[.,;:)"'\]。]/.test(after);
}

/** Lower case, single blanks, plain apostrophes, no final full stop. */
function comparable(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '')
    .toLowerCase();
}
