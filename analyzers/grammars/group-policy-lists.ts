/**
 * The lists of `gpresult /r`: titles above a rule of dashes, entries indented below them, details indented deeper. A chat takes rules
 * of dashes for its own marks; in a report that lost them the indentation tells.
 */
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

const RULE = /^\s*[-=]{5,}$/;
/** A title is so near above its first entry: a blank line may stand where the rule was. */
const MAX_TITLE_DISTANCE = 3;
const indent = (text: string): number => text.length - text.trimStart().length;
const isPrinted = ({ text }: Line): boolean => text.trim() !== '';

type IsTitle = (lines: readonly Line[], index: number) => boolean;

const isRuledTitle: IsTitle = (lines, index) =>
  lines[index]?.text.trim() !== '' && !RULE.test(lines[index]?.text ?? '') && RULE.test(lines[index + 1]?.text ?? '');

/** What stands below it is indented deeper. */
const isIndentedTitle: IsTitle = (lines, index) => {
  const text = lines[index]?.text ?? '';
  const below = lines.slice(index + 1, index + 1 + MAX_TITLE_DISTANCE).find(isPrinted);
  return text.trim() !== '' && below !== undefined && indent(below.text) > indent(text);
};

/** The sections of a report, in order; the line with the user and the computer is the title of the first. */
export function policySections(lines: readonly Line[]): readonly PolicySection[] {
  const isTitle = lines.some(({ text }) => RULE.test(text)) ? isRuledTitle : isIndentedTitle;
  const starts = lines.flatMap((line, index) =>
    indent(line.text) === 0 && isTitle(lines, index) ? [{ line, index }] : [],
  );
  return starts.map(({ line, index }, place) => {
    const own = lines.slice(index + 1, starts[place + 1]?.index);
    const isFollowed = starts[place + 1] !== undefined;
    return { title: line, lines: own, lists: listsOf(own, isTitle, isFollowed) };
  });
}

function listsOf(lines: readonly Line[], isTitle: IsTitle, isFollowed: boolean): readonly PolicyList[] {
  const printed = lines.filter((line) => isPrinted(line) && !RULE.test(line.text) && indent(line.text) > 0);
  const outer = printed.reduce((least, { text }) => Math.min(least, indent(text)), Infinity);
  const starts = lines.flatMap((line, index) =>
    indent(line.text) === outer && isTitle(lines, index) ? [{ line, index }] : [],
  );
  return starts.map(({ line, index }, place) => {
    const next = starts[place + 1];
    const own = lines.slice(index + 1, next?.index);
    const entries = entriesOf(own, outer);
    const hasMoreBelow = own.findLastIndex((one) => isPrinted(one) && indent(one.text) > outer) < own.length - 1;
    return { title: line, entries, ended: entries.length > 0 && (hasMoreBelow || next !== undefined || isFollowed) };
  });
}

function entriesOf(lines: readonly Line[], outer: number): readonly PolicyEntry[] {
  const entries: { readonly line: Line; readonly name: string; readonly details: Line[] }[] = [];
  let depth: number | null = null;
  for (const line of lines) {
    const own = indent(line.text);
    if (!isPrinted(line) || own <= outer) continue;
    depth ??= own;
    if (own > depth) entries.at(-1)?.details.push(line);
    else if (entries.length < MAX_POLICY_ENTRIES) entries.push({ line, name: line.text.trim(), details: [] });
  }
  return entries;
}
