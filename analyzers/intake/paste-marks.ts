/** What a chat or mail wraps around a paste: Markdown code fences and the marks of a quoted reply. */
import { type Line, type LineText } from '../document';
import { firstSign } from '../grammars/first-sign';

const FENCE = /^\s{0,3}(?:```|~~~)\s{0,4}[\w-]{0,20}$/;
/** One mark for each reply that quotes the one before. */
const QUOTE_MARKS = /^(?:\s{0,3}(?:>|&gt;) ?){1,8}/;
/** A single line may begin with such a sign of its own: the end of a tag that was broken over two lines. */
const MIN_QUOTED_LINES = 2;

export interface Pasted {
  readonly lines: readonly Line[];
  /** The last line was a fence or a quoted blank, so nothing of the text above it was cut. */
  readonly endsWhole: boolean;
}

/**
 * The lines without fences, without the marks of a quoted reply (text of one's own may stand above and below it), and without an
 * indentation that all of them share; `number` and `raw` stay. A fence leaves a blank line where it stood, so that text below it does
 * not pass for more of the output.
 */
export function withoutPasteMarks(lines: readonly Line[]): Pasted {
  const unfenced = lines.some(isFence) ? lines.map((line) => (isFence(line) ? { ...line, text: '' } : line)) : lines;
  const unquoted = withoutQuoteMarks(unfenced);
  return { lines: withoutIndentation(unquoted), endsWhole: unquoted.at(-1)?.text.trim() === '' };
}

/** Whether any of some lines, in any order, has such a mark, or all of them are indented. */
export const hasPasteMarks = (lines: readonly LineText[]): boolean =>
  lines.some((line) => isFence(line) || isMarked(line)) || sharedIndentation(lines) > 0;

function isFence({ text }: LineText): boolean {
  const sign = firstSign(text);
  return (sign === '`' || sign === '~') && FENCE.test(text);
}

function isMarked({ text }: LineText): boolean {
  const sign = firstSign(text);
  return (sign === '>' || sign === '&') && QUOTE_MARKS.test(text);
}

function withoutQuoteMarks(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex(isMarked);
  if (from < 0) return lines;
  const to = lines.findLastIndex(isMarked);
  const quoted = lines.slice(from, to + 1).filter(({ text }) => text.trim() !== '');
  const isAllText = lines.every((line) => line.text.trim() === '' || isMarked(line));
  if (!isAllText && (quoted.length < MIN_QUOTED_LINES || !quoted.every(isMarked))) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(QUOTE_MARKS, '') }));
}

/** The deepest shared indentation that is taken for a paste's and not for the output's own. */
const MAX_INDENTATION = 16;

function withoutIndentation(lines: readonly Line[]): readonly Line[] {
  const shared = sharedIndentation(lines);
  return shared === 0 ? lines : lines.map((line) => ({ ...line, text: line.text.slice(shared) }));
}

function sharedIndentation(lines: readonly LineText[]): number {
  let shared = MAX_INDENTATION;
  for (const { text } of lines) {
    if (text.trim() !== '') shared = Math.min(shared, text.length - text.trimStart().length);
    if (shared === 0) return 0;
  }
  return shared;
}
