/** What a chat or mail wraps around a paste: Markdown code fences and the marks of a quoted reply. */
import { type Line } from '../document';

const FENCE = /^\s{0,3}(?:```|~~~)\s{0,4}[\w-]{0,20}$/;
const QUOTE_MARK = /^\s{0,3}(?:>|&gt;) ?/;

/** The lines without fences, and without quote marks where every line has one; `number` and `raw` stay. */
export function withoutPasteMarks(lines: readonly Line[]): readonly Line[] {
  const unfenced = lines.some(({ text }) => FENCE.test(text)) ? lines.filter(({ text }) => !FENCE.test(text)) : lines;
  const spoken = unfenced.filter(({ text }) => text.trim() !== '');
  const isQuoted = spoken.length > 0 && spoken.every(({ text }) => QUOTE_MARK.test(text));
  return isQuoted ? unfenced.map((line) => ({ ...line, text: line.text.replace(QUOTE_MARK, '') })) : unfenced;
}
