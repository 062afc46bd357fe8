/** Text becomes lines: `raw` stays as it came, `text` is freed of what pasting and consoles do to a line. */
import { type Line } from '../document';
import { joinWrapped } from './wrapped-console';

/** The longest `text` of a line; an event export may hold a whole log on one line and is kept whole. */
export const MAX_LINE_CHARACTERS = 16 * 1024;
/** More lines than any log of MAX_UPLOAD_BYTES worth reading has; what follows is left out. */
export const MAX_LINES = 2_000_000;

export interface Lines {
  readonly lines: readonly Line[];
  /** Whether the text ends with a line end (blanks may follow it, as in a marked console window), and nothing was left out. */
  readonly endsWhole: boolean;
}

/** The lines of a decoded text, counted from 1; wrapped lines of a console copy are joined. */
export function toLines(text: string): Lines {
  const physical = text.split(/\r\n|\n|\r/, MAX_LINES + 1);
  const wasCut = physical.length > MAX_LINES;
  const last = physical.at(-1) ?? '';
  const endsWhole = !wasCut && last.trim() === '';
  if (wasCut || endsWhole) physical.pop();
  const lines = physical.map((raw, index) => ({ number: index + 1, text: plainText(raw), raw }));
  return { lines: joinWrapped(lines), endsWhole };
}

/** Invisible marks (byte order, direction, width, NUL) and terminal colours. */

const INVISIBLE = /[\0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\u001b\[[0-9;?]{0,20}[A-Za-z]/g;
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
];

function plainText(raw: string): string {
  const isLongExport = raw.length > MAX_LINE_CHARACTERS && raw.includes('<Event');
  const bounded = raw.length > MAX_LINE_CHARACTERS && !isLongExport ? raw.slice(0, MAX_LINE_CHARACTERS) : raw;
  if (isPrintableAscii(bounded)) return bounded.trimEnd();
  return REPLACED.reduce(
    (line, [pattern, plain]) => line.replace(pattern, plain),
    bounded.replace(INVISIBLE, ''),
  ).trimEnd();
}

/** Most lines are; asking costs less than six replacements. */
function isPrintableAscii(line: string): boolean {
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code > 0x7e || (code < 0x20 && code !== 0x09)) return false;
  }
  return true;
}
