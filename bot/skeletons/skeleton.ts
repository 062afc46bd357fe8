/** A skeleton: the files that a new part of the house needs, and the rows that it needs in files that are there. */

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A row that goes before a line, or behind it: the last one that the expression finds. */
export interface NewRow {
  readonly path: string;
  readonly where: 'before' | 'behind';
  readonly line: RegExp;
  readonly row: string;
}

export interface Skeleton {
  readonly files: readonly NewFile[];
  readonly rows: readonly NewRow[];
  /** What is left to do, in order. */
  readonly todo: readonly string[];
}

/** `client.clock-skew` becomes `clientClockSkew`. */
export const camel = (name: string): string =>
  name.replace(/(?<![.-])[.-]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Every changed file with its new text; `read` gives what is there, null where nothing is. A fault is a sentence. */
export function applied(
  skeleton: Skeleton,
  read: (path: string) => string | null,
): ReadonlyMap<string, string> | { readonly fault: string } {
  const texts = new Map<string, string>();
  for (const { path, text } of skeleton.files) {
    if (read(path) !== null) return { fault: `${path} is there already. Choose another name.` };
    texts.set(path, text);
  }
  for (const { path, where, line, row } of skeleton.rows) {
    const lines = (texts.get(path) ?? read(path) ?? '').split('\n');
    const at = lines.findLastIndex((one) => line.test(one));
    if (at < 0) return { fault: `${path} has no line like ${line.source}. Add this by hand: ${row.trim()}` };
    texts.set(path, lines.toSpliced(where === 'before' ? at : at + 1, 0, row).join('\n'));
  }
  return texts;
}
