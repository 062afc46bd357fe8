/** Text with colours in columns: wrapped, cut and set side by side before the escape sequences are put around it. */
import { type Colour, type Paint } from '../terminal/terminal';

/** Some characters in one look. */
export interface Span {
  readonly text: string;
  readonly colours: readonly Colour[];
}

/** One line of the terminal. */
export type DrawnLine = readonly Span[];

export const plain = (text: string, ...colours: readonly Colour[]): Span => ({ text, colours });

/** How many columns a line takes, every character counted as one. */
export const lineColumns = (line: DrawnLine): number =>
  line.reduce((sum, { text }) => sum + Array.from(text).length, 0);

/**
 * The spans in lines of at most `columns`, broken at blanks; a longer word is cut. Blanks at the beginning are kept, since a quoted line
 * may be indented.
 */
export function wrapSpans(spans: readonly Span[], columns: number): readonly DrawnLine[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const { text, colours } of spans) {
    for (const piece of text.match(/\s+|\S+/g) ?? []) {
      const isBlank = piece.trim() === '';
      const length = Array.from(piece).length;
      if (isBlank && used === 0 && lines.length > 1) continue;
      if (used > 0 && used + length > columns) {
        lines.push([]);
        used = 0;
        if (isBlank) continue;
      }
      for (const part of cut(piece, columns)) {
        if (used > 0 && used + part.length > columns) {
          lines.push([]);
          used = 0;
        }
        lines.at(-1)?.push({ text: part.join(''), colours });
        used += part.length;
      }
    }
  }
  return lines.map(withoutEnd);
}

/** Columns side by side: each line of each is filled up to its width, and nothing hangs over at the end. */
export function sideBySide(
  parts: readonly { readonly lines: readonly DrawnLine[]; readonly columns: number; readonly gap: number }[],
): readonly DrawnLine[] {
  const height = Math.max(0, ...parts.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    withoutEnd(
      parts.flatMap(({ lines, columns, gap }) => {
        const line = lines[row] ?? [];
        const rest = Math.max(0, columns - lineColumns(line));
        return [...(gap > 0 ? [plain(' '.repeat(gap))] : []), ...line, ...(rest > 0 ? [plain(' '.repeat(rest))] : [])];
      }),
    ),
  );
}

export const painted = (line: DrawnLine, paint: Paint): string =>
  line.map(({ text, colours }) => (text.trim() === '' ? text : paint(text, ...colours))).join('');

function cut(piece: string, columns: number): readonly (readonly string[])[] {
  const characters = Array.from(piece);
  const room = Math.max(1, columns);
  return Array.from({ length: Math.ceil(characters.length / room) }, (_, index) =>
    characters.slice(index * room, (index + 1) * room),
  );
}

function withoutEnd(line: DrawnLine): DrawnLine {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  if (text === last.text) return line;
  return withoutEnd(text === '' ? line.slice(0, -1) : [...line.slice(0, -1), { ...last, text }]);
}
