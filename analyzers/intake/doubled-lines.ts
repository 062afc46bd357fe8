/** Documents in which every line end came twice (PowerShell 5.1 writing what an older tool printed) lose the blank lines between. */
import { type Line, type LineText } from '../document';

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

/** Whether every second line is blank where a document has lines with text between them. */
export const isDoubled = (lines: readonly LineText[]): boolean =>
  lines.length >= MIN_LINES && [1, 0].some((parity) => isBlankAt(lines, parity));

const at = (lines: readonly Line[], parity: number): readonly Line[] =>
  lines.filter((line, index) => index % 2 === parity || line.text.trim() !== '');

const isBlank = (line: LineText | undefined): boolean => (line?.text.trim() ?? '') === '';

function isBlankAt(lines: readonly LineText[], parity: number): boolean {
  const count = Math.floor((lines.length + 1 - parity) / 2);
  let withText = 0;
  for (let index = parity; index < lines.length; index += 2) {
    if (!isBlank(lines[index])) withText += 1;
    // Nearly every document is turned away by its first page.
    if (count - withText < count * BLANK_SHARE) return false;
  }
  // Between the doubled ends stand lines with text; a document of blank lines alone is not doubled.
  let others = 0;
  for (let index = 1 - parity; index < lines.length; index += 2) if (!isBlank(lines[index])) others += 1;
  return others >= count / 2;
}
