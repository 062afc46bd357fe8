/** The lists of `gpresult /r`: titles above a rule of dashes, entries indented below them, details indented deeper. */
import { type Line } from '../document';

export interface PolicyEntry {
  readonly line: Line;
  readonly name: string;
  /** Lines indented deeper: `Filtering:  Not Applied (Empty)`. */
  readonly details: readonly Line[];
}

export interface PolicyList {
  readonly title: Line;
  readonly entries: readonly PolicyEntry[];
  /** A blank line, another title or another section follows its last entry. */
  readonly ended: boolean;
}

/** A part of the report, `COMPUTER SETTINGS` or `USER SETTINGS`: its title stands at the margin. */
export interface PolicySection {
  readonly title: Line;
  readonly lines: readonly Line[];
  readonly lists: readonly PolicyList[];
}

export const MAX_POLICY_ENTRIES = 5000;

const RULE = /^\s*-{5,}$/;
const indent = (text: string): number => text.length - text.trimStart().length;
const isTitle = (lines: readonly Line[], index: number): boolean =>
  lines[index]?.text.trim() !== '' && !RULE.test(lines[index]?.text ?? '') && RULE.test(lines[index + 1]?.text ?? '');

/** The sections of a report, in order; the line with the user and the computer is the title of the first. */
export function policySections(lines: readonly Line[]): readonly PolicySection[] {
  const starts = lines.flatMap((line, index) =>
    isTitle(lines, index) && indent(line.text) === 0 ? [{ line, index }] : [],
  );
  return starts.map(({ line, index }, place) => {
    const own = lines.slice(index + 2, starts[place + 1]?.index);
    const isFollowed = starts[place + 1] !== undefined;
    return { title: line, lines: own, lists: listsOf(own, isFollowed) };
  });
}

function listsOf(lines: readonly Line[], isFollowed: boolean): readonly PolicyList[] {
  const starts = lines.flatMap((line, index) => (isTitle(lines, index) ? [{ line, index }] : []));
  return starts.map(({ line, index }, place) => {
    const next = starts[place + 1];
    const own = lines.slice(index + 2, next?.index);
    const entries = entriesOf(own, indent(line.text));
    const endsBlank = own.at(-1)?.text.trim() === '';
    return { title: line, entries, ended: entries.length > 0 && (endsBlank || next !== undefined || isFollowed) };
  });
}

function entriesOf(lines: readonly Line[], outer: number): readonly PolicyEntry[] {
  const entries: { readonly line: Line; readonly name: string; readonly details: Line[] }[] = [];
  let depth: number | null = null;
  for (const line of lines) {
    const own = indent(line.text);
    if (line.text.trim() === '' || own <= outer) continue;
    depth ??= own;
    if (own > depth) entries.at(-1)?.details.push(line);
    else if (entries.length < MAX_POLICY_ENTRIES) entries.push({ line, name: line.text.trim(), details: [] });
  }
  return entries;
}
