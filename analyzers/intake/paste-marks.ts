/** What a chat or mail wraps around a paste: Markdown code fences and the marks of a quoted reply. */
import { type Line } from '../document';

const FENCE = /^\s{0,3}(?:```|~~~)\s{0,4}[\w-]{0,20}$/;
const QUOTE_MARK = /^\s{0,3}(?:>|&gt;) ?/;

export interface Pasted {
  readonly lines: readonly Line[];
  /** The last line was a fence, so nothing of the text above it was cut. */
  readonly fenced: boolean;
}

/**
 * The lines without fences, without quote marks where every line has one, and without an indentation that all of them share; `number`
 * and `raw` stay.
 */
export function withoutPasteMarks(lines: readonly Line[]): Pasted {
  const fenced = FENCE.test(lines.at(-1)?.text ?? '');
  const unfenced = lines.some(({ text }) => FENCE.test(text)) ? lines.filter(({ text }) => !FENCE.test(text)) : lines;
  const spoken = unfenced.filter(({ text }) => text.trim() !== '');
  const isQuoted = spoken.length > 0 && spoken.every(({ text }) => QUOTE_MARK.test(text));
  const unquoted = isQuoted ? unfenced.map((line) => ({ ...line, text: line.text.replace(QUOTE_MARK, '') })) : unfenced;
  return { lines: withoutIndentation(unquoted), fenced };
}

/** The deepest shared indentation that is taken for a paste's and not for the output's own. */
const MAX_INDENTATION = 16;

function withoutIndentation(lines: readonly Line[]): readonly Line[] {
  let shared = MAX_INDENTATION;
  for (const { text } of lines) {
    if (text.trim() !== '') shared = Math.min(shared, text.length - text.trimStart().length);
    if (shared === 0) return lines;
  }
  return lines.map((line) => ({ ...line, text: line.text.slice(shared) }));
}
