/** Text becomes lines: `raw` stays as it came, `text` is freed of what pasting and consoles do to a line. */
import { isAscii } from 'node:buffer';
import { type Line, type LineText } from '../document';
import { MAX_SHARED_CHARACTERS, MAX_SHARED_LINES, splitAscii, type SplitLines } from './shared-lines';
import { joinWrapped } from './wrapped-console';

/** The longest `text` of a line; an event export may hold a whole log on one line and is kept whole. */
export const MAX_LINE_CHARACTERS = 16 * 1024;
/** More lines than any log of MAX_UPLOAD_BYTES worth reading has; what follows is left out. */
export const MAX_LINES = 2_000_000;

export interface PhysicalLines {
  /** In their order; those that stand in the text again and again are one object. */
  readonly lines: readonly LineText[];
  /** Each of them once. */
  readonly distinct: readonly LineText[];
  /** Whether the text ends with a line end (blanks may follow it, as in a marked console window), and nothing was left out. */
  readonly endsWhole: boolean;
}

/** The lines of a decoded text as they came. `bytes` are those that it was decoded from: where they are ASCII, it takes half the time. */
export function physicalLines(text: string, bytes?: Uint8Array): PhysicalLines {
  const isPlain = bytes?.length === text.length && isAscii(bytes);
  const found = isPlain ? splitAscii(text, bytes, MAX_LINES + 1, lineOf) : splitLines(text);
  const wasCut = found.lines.length > MAX_LINES;
  const endsWhole = !wasCut && (found.lines.at(-1)?.raw ?? '').trim() === '';
  if (wasCut || endsWhole) found.lines.pop();
  return { ...found, endsWhole };
}

export interface Lines extends Pick<PhysicalLines, 'endsWhole'> {
  readonly lines: readonly Line[];
}

/** The lines of a decoded text, counted from 1; wrapped lines of a console copy are joined. */
export function toLines(text: string): Lines {
  const { lines, endsWhole } = physicalLines(text);
  return { lines: joinWrapped(numbered(lines)), endsWhole };
}

/** Physical lines in their places. */
export const numbered = (lines: readonly LineText[]): readonly Line[] =>
  lines.map(({ text, raw }, index) => ({ number: index + 1, text, raw }));

const lineOf = (raw: string): LineText => ({ text: plainText(raw), raw });

/**
 * What stands between line ends of any system, one more than is looked at at most. A regular expression would take twice the time.
 * A console prints the same lines again and again, so what is asked of a line is asked of each text once, and each is held once.
 */
function splitLines(text: string): SplitLines {
  const lines: LineText[] = [];
  const distinct: LineText[] = [];
  const shared = new Map<string, LineText>();
  let from = 0;
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (lines.length <= MAX_LINES) {
    if (feed >= 0 && feed < from) feed = text.indexOf('\n', from);
    if (carriage >= 0 && carriage < from) carriage = text.indexOf('\r', from);
    const end = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
    const raw = end < 0 ? text.slice(from) : text.slice(from, end);
    let line = raw.length > MAX_SHARED_CHARACTERS ? undefined : shared.get(raw);
    if (line === undefined) {
      line = lineOf(raw);
      distinct.push(line);
      if (raw.length <= MAX_SHARED_CHARACTERS && shared.size < MAX_SHARED_LINES) shared.set(raw, line);
    }
    lines.push(line);
    if (end < 0) break;
    from = end === carriage && feed === end + 1 ? end + 2 : end + 1;
  }
  return { lines, distinct };
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
