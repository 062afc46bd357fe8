/** The lines of a document: as they came where nothing was done to the text on its way, else as the command printed them. */
import { type Document, type LineText } from '../document';
import { isDoubled, withoutDoubling } from './doubled-lines';
import { htmlLines, isHtml } from './html-text';
import { numbered, physicalLines } from './lines';
import { hasPasteMarks, withoutPasteMarks } from './paste-marks';
import { isWrapped, joinWrapped } from './wrapped-console';

/** The lines of a text that was decoded from some bytes; null where all of them are blank. */
export function linesOfDocument(
  text: string,
  bytes: Uint8Array,
): Pick<Document, 'lines' | 'numbers' | 'distinct' | 'endsWhole'> | null {
  const { lines, distinct, endsWhole } = physicalLines(text, bytes);
  if (distinct.every(isBlank)) return null;
  if (!isWrapped(distinct) && !isHtml(lines) && !hasPasteMarks(distinct) && !isDoubled(lines)) {
    return { lines, numbers: null, distinct, endsWhole: endsWhole || isBlank(lines.at(-1)) };
  }
  const printed = joinWrapped(numbered(lines));
  const pasted = withoutPasteMarks(isHtml(printed) ? htmlLines(printed) : printed);
  const kept = withoutDoubling(pasted.lines);
  const numbers = kept.map(({ number }) => number);
  return { lines: kept, numbers, distinct: kept, endsWhole: endsWhole || pasted.endsWhole };
}

const isBlank = (line: LineText | undefined): boolean => line?.text.trim() === '';
