/** A report in HTML becomes the lines that a reader sees: the log of the connectivity assistant holds whole outputs of commands. */
import { type Line, type LineText } from '../document';
import { flatHtml } from './flat-html';
import { MAX_LINE_CHARACTERS } from './lines';

/** So far into a document its HTML must have begun. */
const MAX_BEGINNING_LINES = 20;
const BEGINNING = /^\s{0,20}<(?:!doctype html|html|head|body|meta|title)\b/i;
/** Elements that begin a line of their own; what stands in a cell is set apart by blanks, as in a table of text. */
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const SILENT = new Set(['script', 'style', 'title']);
const CELL_GAP = '  ';

/** Whether the lines are a page of HTML; exports of events are XML and begin otherwise. */
export const isHtml = (lines: readonly LineText[]): boolean =>
  lines.slice(0, MAX_BEGINNING_LINES).some(({ text }) => BEGINNING.test(text)) &&
  !lines.slice(0, MAX_BEGINNING_LINES).some(({ text }) => /<(?:Events?|Objs)[\s>]/.test(text));

/**
 * The visible lines of a page. `number` and `raw` are those of the physical line on which a visible line begins, so that a quote is still
 * that very line of the upload. Blanks are kept: outputs stand in `pre`, and where they do not, their columns are told apart no worse.
 */
export function htmlLines(lines: readonly Line[]): readonly Line[] {
  const seen: Line[] = [];
  const silent: string[] = [];
  let place: Line | undefined;
  let written = '';
  /** Kept beside it: to look through a long row at each of its cells takes the square of its length. */
  let isBlank = true;
  let begun: Line | undefined;
  const close = (): void => {
    const origin = begun ?? place;
    if (origin !== undefined) seen.push({ ...origin, text: written.replace(/\u00a0/g, ' ').trimEnd() });
    [written, isBlank, begun] = ['', true, undefined];
  };
  const parser = flatHtml({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent.push(name);
      if (BLOCKS.has(name) && !isBlank) close();
      else if (name === 'br') close();
      if (CELLS.has(name) && !isBlank) written += CELL_GAP;
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent.pop();
      if (BLOCKS.has(name) && name !== 'br' && !isBlank) close();
    },
    ontext: (text) => {
      if (silent.length > 0) return;
      begun ??= place;
      written += text;
      isBlank &&= text.trim() === '';
    },
  });
  for (const line of lines) {
    place = line;
    // A page may be one line, which is longer than what is kept of a line of text.
    parser.write(line.raw.length > MAX_LINE_CHARACTERS ? line.raw : line.text);
    if (silent.length === 0) close();
  }
  parser.end();
  if (written !== '') close();
  return seen;
}
