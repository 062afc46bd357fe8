/** JSON in a text that is not parsed: where its strings and objects end, and where their characters stand. */

const BACKSLASH = 0x5c;
/** `\\u0009` is one character of six signs, any other escape one of two. */
const ESCAPE_SIGNS = 2;
const UNICODE_SIGNS = 6;

const TOKEN = /["{}]/g;

/** Behind the string that begins at `start`; null where the text ends before it. */
export function stringEnd(text: string, start: number): number | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return null;
}

/** Behind the object that begins at `start`; null where the text ends before it. */
export function objectEnd(text: string, start: number): number | null {
  let depth = 0;
  TOKEN.lastIndex = start;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') {
      depth -= 1;
      if (depth === 0) return TOKEN.lastIndex;
    } else {
      const end = stringEnd(text, found.index);
      if (end === null) return null;
      TOKEN.lastIndex = end;
    }
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
