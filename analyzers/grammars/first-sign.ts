/** The first sign of a line that is no blank: it tells of nearly every line at once that it is none of what is looked for. */

const BLANK = 0x20;
const [TAB, RETURN] = [0x09, 0x0d] as const;
const LAST_OF_ASCII = 0x7f;

/** The first character that `\s` does not match; empty where there is none. A regular expression would take many times as long. */
export function firstSign(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPlainBlank = code === BLANK || (code >= TAB && code <= RETURN);
    if (!isPlainBlank && (code <= LAST_OF_ASCII || !/\s/.test(text.charAt(index)))) return text.charAt(index);
  }
  return '';
}
