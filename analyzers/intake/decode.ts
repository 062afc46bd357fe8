/** Bytes become text: by their mark, by the pattern of their NULs, as strict UTF-8, else by the most plausible code page. */
import { isAscii, isUtf8 } from 'node:buffer';
import { decode as decodeAs } from 'iconv-lite';
import { knownBinaryKind, SAMPLE_BYTES, unknownBinaryKind } from './binary-kinds';
import { plausibleCodePage } from './code-pages';
import { stretches } from './mixed-width';
import { type Refusal } from './refusal';

/** Text with the name of its encoding, or why it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Byte order marks; UTF-32's little-endian one begins like UTF-16's, so it is asked for first. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Blanks, digits and line ends have a NUL beside them in UTF-16 of any language: far more than this share. */
const MIN_NUL_SHARE = 0.05;
/** A UTF-8 text with a few foreign bytes (a tool that ignored `chcp 65001`) has this many good sequences for each bad one. */
const GOOD_PER_BAD = 4;

/**
 * The text of an upload and a lower-case name of its encoding (`utf-8`, `utf-16le`, `cp850`, `windows-1252` …), without its byte order
 * mark; or the refusal of what is no text. `name` only tells unknown binary kinds apart.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const beginning = encodingOfHead(bytes, name);
  if (beginning.kind === 'refused') return beginning;
  if (beginning.encoding === 'utf-16le') return text(mixedText(bytes), beginning.encoding);
  if (beginning.encoding !== null) return text(decodeAs(bytes, beginning.encoding), beginning.encoding);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return text(utf8, 'utf-8');
  const page = plausibleCodePage(bytes);
  return text(decodeAs(bytes, page), page);
}

/** Text of UTF-16 in which stretches of 8-bit text may stand; they are all of one console, so of one code page. */
function mixedText(bytes: Uint8Array): string {
  const parts = stretches(bytes);
  const narrow = parts.filter(({ isWide }) => !isWide).map((part) => part.bytes);
  if (narrow.length === 0) return decodeAs(bytes, 'utf-16le');
  const page = eightBitEncoding(Buffer.concat(narrow));
  return parts.map((part) => decodeAs(part.bytes, part.isWide ? 'utf-16le' : page)).join('');
}

const text = (decoded: string, encoding: string): Decoded => ({ kind: 'text', text: decoded, encoding });

/** What the first bytes alone tell: an encoding by its mark or its NULs, a refusal, or null: one of 8 bits, which only letters tell. */
export function encodingOfHead(
  head: Uint8Array,
  name: string,
):
  | { readonly kind: 'text'; readonly encoding: string | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal } {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => head[index] === byte));
  if (marked !== undefined) return { kind: 'text', encoding: marked[1] };
  const known = knownBinaryKind(head);
  if (known !== null) return { kind: 'refused', refusal: known };
  const wide = utf16WithoutMark(head);
  if (wide !== null) return { kind: 'text', encoding: wide };
  const unknown = unknownBinaryKind(head, name);
  return unknown === null ? { kind: 'text', encoding: null } : { kind: 'refused', refusal: unknown };
}

/** The encoding of 8-bit text by a sample that has foreign letters in it. */
export const eightBitEncoding = (sample: Uint8Array): string =>
  decodeUtf8(sample) === null ? plausibleCodePage(sample) : 'utf-8';

/**
 * UTF-16 without a mark has NULs at odd places (little-endian) or at even ones, hardly at both. Two printable bytes at the start are
 * 8-bit text to which a PowerShell appended.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const [first = 0, second = 0] = sample;
  if (first >= 0x20 && first < 0x7f && second >= 0x20 && second < 0x7f) return null;
  let [even, odd] = [0, 0];
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = (sample.length / 2) * MIN_NUL_SHARE;
  if (odd > enough && even * 20 < odd) return 'utf-16le';
  return even > enough && odd * 20 < even ? 'utf-16be' : null;
}

/** The text where the bytes are UTF-8 but for a cut last character or very few foreign bytes; null otherwise. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(whole)) return whole.toString('latin1');
  const decoded = decodeAs(bytes, 'utf-8');
  if (isUtf8(whole) && !decoded.includes('\ufffd')) return decoded;
  const bad = countOf(decoded, (character) => character === '\ufffd');
  if (bad === 0) return decoded;
  const good = countOf(decoded, (character) => character > '\x7f' && character !== '\ufffd');
  const endsCut = bad === 1 && decoded.endsWith('\ufffd') && bytes.length > 4;
  if (endsCut && good > 0) return decoded.slice(0, -1);
  return good >= bad * GOOD_PER_BAD ? decoded : null;
}

function countOf(decoded: string, accept: (character: string) => boolean): number {
  let count = 0;
  for (const character of decoded) if (accept(character)) count += 1;
  return count;
}
