/** Copies of a console window, in which a long line was broken at the width of the window, get their lines back. */
import { type Line, type LineText } from '../document';
import { commandAtPrompt } from './prompts';

/** The usual widths of a console window, in characters. */
const WIDTHS = [80, 120];

/**
 * Joins the rows of wrapped lines. A document is taken as wrapped where its longest lines have exactly the width of a console and text
 * goes on below them. `number` and `raw` stay those of the first row, `text` becomes the whole line.
 */
export function joinWrapped(lines: readonly Line[]): readonly Line[] {
  if (!isWrapped(lines)) return lines;
  const width = longest(lines);
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index];
    if (first === undefined) break;
    let end = index;
    while (lines[end]?.raw.length === width) end += 1;
    const last = lines[end];
    if (
      end === index ||
      last === undefined ||
      !continuesAbove(last.text, lines[end - 1]?.raw ?? '') ||
      standsAlone(first.text)
    ) {
      joined.push(first);
      continue;
    }
    const rows = lines.slice(index, end + 1).map(({ raw, text }) => (raw.length === width ? text.padEnd(width) : text));
    joined.push({ ...first, text: rows.join('') });
    index = end;
  }
  return joined;
}

/** Whether the longest of some lines, in any order, has exactly the width of a console window. */
export const isWrapped = (lines: readonly LineText[]): boolean => WIDTHS.includes(longest(lines));

const longest = (lines: readonly LineText[]): number =>
  lines.reduce((longest, { raw }) => Math.max(longest, raw.length), 0);

/** Whether a row can be the rest of the row above: not blank, no prompt, no closing word and no `Label: value` of its own. */
function continuesAbove(text: string, above: string): boolean {
  // Within a line, more blanks than one stand in padding only, which the row above would end in too.
  if (/^\s{2}/.test(text) && !/\s$/.test(above)) return false;
  if (text.trim() === '' || isRuled(text) || commandAtPrompt(text) !== null) return false;
  return !/^\s*ok\.?$/i.test(text) && !/^\s*\S[^:]{0,60}:(?:\s|$)/.test(text) && !text.startsWith('#####');
}

/** Rules are as wide as a window; the mark of a quoted reply shows that the line below, which has one too, is another line. */
const standsAlone = (text: string): boolean => isRuled(text) || /^\s{0,3}(?:>|&gt;)/.test(text);

/** The line under a title or a table's heading. */
const isRuled = (text: string): boolean => /^[-=\s]+$/.test(text);
