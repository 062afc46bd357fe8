/** Documents in which every line end came twice (PowerShell 5.1 writing what an older tool printed) lose the blank lines between. */
import { type Line } from '../document';

/** Fewer lines than this show no pattern. */
const MIN_LINES = 6;
/** So many of the lines in between must be blank; a single odd one does not hide the pattern. */
const BLANK_SHARE = 0.95;

/** The lines without every second one where those are blank; `number` and `raw` of the others stay. */
export function withoutDoubling(lines: readonly Line[]): readonly Line[] {
  if (lines.length < MIN_LINES) return lines;
  return [1, 0].reduce(
    (kept, parity) => (kept === lines && isBlankAt(lines, parity) ? at(lines, 1 - parity) : kept),
    lines,
  );
}

const at = (lines: readonly Line[], parity: number): readonly Line[] =>
  lines.filter((line, index) => index % 2 === parity || line.text.trim() !== '');

function isBlankAt(lines: readonly Line[], parity: number): boolean {
  let blanks = 0;
  let count = 0;
  let others = 0;
  lines.forEach(({ text }, index) => {
    const isBlank = text.trim() === '';
    if (index % 2 !== parity) others += isBlank ? 0 : 1;
    else [count, blanks] = [count + 1, blanks + (isBlank ? 1 : 0)];
  });
  // Between the doubled ends stand lines with text; a document of blank lines alone is not doubled.
  return blanks >= count * BLANK_SHARE && others >= count / 2;
}
