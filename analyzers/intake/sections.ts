/** A document falls into sections: what stands between two prompts, two markers or two headings of a bundle. */
import { type LineText } from '../document';
import { keptByText } from '../grammars/kept-with-lines';
import { bundleHeading, opensBundleHeading } from './bundle-headings';
import { bareCommand, commandAtPrompt } from './prompts';

export interface Section {
  /** The command line above the lines, or null where none was copied. */
  readonly typed: string | null;
  /** The index in the document of the command line or marker; null for what stands before the first. */
  readonly at: number | null;
  /** The index in the document of the first of its lines. */
  readonly from: number;
  readonly lines: readonly LineText[];
  /** Another prompt or marker follows, so nothing is missing at the end. */
  readonly closed: boolean;
  /** The machine that a remote prompt names. */
  readonly host: string | null;
}

/** `##### id command #####`, as the collecting script prints above each output. */
const MIN_MARKER_SIGNS = 3;
const MARKER = '#'.repeat(MIN_MARKER_SIGNS);
const MAX_MARKER_CHARACTERS = 1000;

/** The sections of a document, in order; blank ones before the first prompt are left out. */
export function sections(lines: readonly LineText[]): readonly Section[] {
  const found: Section[] = [];
  let heading: Heading = { typed: null, host: null };
  let at: number | null = null;
  let from = 0;
  const close = (end: number, closed: boolean): void => {
    const own = lines.slice(from, end);
    if (at !== null || own.some(({ text }) => text.trim() !== '')) {
      found.push({ typed: heading.typed, at, from, lines: own, closed, host: heading.host });
    }
  };
  const told = keptByText(toldOf);
  lines.forEach(({ text }, index) => {
    const { opensBundle, own } = told(text);
    if ((!opensBundle && own === null) || index < from) return;
    const bundled = opensBundle ? bundleHeading(lines, index) : null;
    const next = bundled === null ? own : { typed: bundled.typed || null, host: null };
    if (next === null) return;
    close(index, true);
    [heading, at, from] = [next, bundled?.command ?? index, (bundled?.last ?? index) + 1];
  });
  close(lines.length, false);
  return found;
}

/** What the text of a line alone tells of the headings. */
const toldOf = (text: string) => ({ opensBundle: opensBundleHeading(text), own: headingOf(text) });

interface Heading {
  readonly typed: string | null;
  readonly host: string | null;
}

function headingOf(text: string): Heading | null {
  const prompt = commandAtPrompt(text);
  if (prompt !== null) return { typed: prompt.typed === '' ? null : prompt.typed, host: prompt.host };
  const marked = markedCommand(text) ?? bareCommand(text);
  return marked === null ? null : { typed: marked === '' ? null : marked, host: null };
}

function markedCommand(text: string): string | null {
  if (!text.startsWith(MARKER) || text.length > MAX_MARKER_CHARACTERS) return null;
  let [from, to] = [0, text.length];
  while (text[from] === '#') from += 1;
  while (to > from && text[to - 1] === '#') to -= 1;
  if (text.length - to < MIN_MARKER_SIGNS) return null;
  const inside = text.slice(from, to).trim();
  const [first = '', ...rest] = inside.split(/\s+/, 2).length > 1 ? inside.split(/\s+/) : [inside];
  return rest.length === 0 ? first : rest.join(' ');
}
