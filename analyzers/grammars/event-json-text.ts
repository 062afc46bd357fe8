/** Strings of JSON in a text that is not parsed: where they end, and where their characters stand. */

const BACKSLASH = 0x5c;
/** `\\u0009` is one character of six signs, any other escape one of two. */
const ESCAPE_SIGNS = 2;
const UNICODE_SIGNS = 6;

/** Behind the string that begins at `start`; null where the text ends before it. */
export function stringEnd(text: string, start: number): number | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return null;
}

/** The index of the character at `offset` of a string whose first character stands at `from`. */
export function indexAfter(text: string, from: number, offset: number): number {
  let at = from;
  for (let character = 0; character < offset && at < text.length; character += 1) {
    if (text.charCodeAt(at) !== BACKSLASH) at += 1;
    else at += text[at + 1] === 'u' ? UNICODE_SIGNS : ESCAPE_SIGNS;
  }
  return at;
}
