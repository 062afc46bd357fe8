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
  // Most texts have nothing to be replaced anywhere, which one look at the whole tells.
  const clean = UNPRINTABLE.test(text) ? plainText : withoutReplacing;
  const lines = physicalLines(text, clean);
  const wasCut = lines.length > MAX_LINES;
  const endsWhole = !wasCut && (lines.at(-1)?.raw ?? '').trim() === '';
  if (wasCut || endsWhole) lines.pop();
  return { lines: joinWrapped(lines), endsWhole };
}

const UNPRINTABLE = /[^\t\r\n\x20-\x7e]/;

/** What stands between line ends of any system, one more than is looked at at most. A regular expression would take twice the time. */
function physicalLines(text: string, clean: (raw: string) => string): Line[] {
  const found: Line[] = [];
  let from = 0;
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (found.length <= MAX_LINES) {
    if (feed >= 0 && feed < from) feed = text.indexOf('\n', from);
    if (carriage >= 0 && carriage < from) carriage = text.indexOf('\r', from);
    const end = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
    const raw = end < 0 ? text.slice(from) : text.slice(from, end);
    found.push({ number: found.length + 1, text: clean(raw), raw });
    if (end < 0) break;
    from = end === carriage && feed === end + 1 ? end + 2 : end + 1;
  }
  return found;
}

const withoutReplacing = (raw: string): string => (raw.length > MAX_LINE_CHARACTERS ? plainText(raw) : trimmed(raw));

/** Most lines end in no blank, which their last sign tells sooner than `trimEnd`. */
const trimmed = (raw: string): string => (raw.charCodeAt(raw.length - 1) > LAST_BLANK ? raw : raw.trimEnd());

/** The last ASCII character that is blank. */
const LAST_BLANK = 0x20;

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
