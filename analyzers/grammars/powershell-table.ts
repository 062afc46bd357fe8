/** PowerShell's table form: names over a line of dashes, one record a line; a value that did not fit ends in dots. */
import { type Line } from '../document';
import { MAX_RECORDS, type PowershellRecord, type Property } from './powershell-list';

/** A column of a table by the places of its dashes, in columns of a console window. */
interface Column {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** More than any table has: PowerShell leaves out what does not fit the window. */
export const MAX_TABLE_COLUMNS = 40;
const MAX_TABLE_CHARACTERS = 4000;
const RULE = /^[ \t]*-+(?: +-+)*[ \t]*$/;
const NAME = /^[A-Za-z][\w.]*(?:\.\.\.|…)?$/;
/** Signs that take two columns of a console window: they shift what stands behind them in the line. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const CUT = /(?:\.\.\.|…)$|^(?:\.\.\.|…)/;

/** The names above the dashes at `lines[index + 1]`, in their order; null where no table begins at `lines[index]`. */
export function tableNames(lines: readonly Line[], index: number): readonly string[] | null {
  return columnsAt(lines, index)?.map(({ name }) => name) ?? null;
}

/** Whether a line of this text can be the heading of a table: names and nothing else. */
export const canHeadTable = (text: string): boolean =>
  text.length <= MAX_TABLE_CHARACTERS &&
  text
    .trim()
    .split(/\s+/)
    .every((name) => NAME.test(name));

function columnsAt(lines: readonly Line[], index: number): readonly Column[] | null {
  const [heading, rule] = [lines[index]?.text ?? '', lines[index + 1]?.text ?? ''];
  if (heading.length > MAX_TABLE_CHARACTERS || rule.length > MAX_TABLE_CHARACTERS || !RULE.test(rule)) return null;
  const names = heading.trim().split(/\s+/);
  const dashes = [...rule.matchAll(/-+/g)];
  if (names.length !== dashes.length || names.length > MAX_TABLE_COLUMNS || !names.every((name) => NAME.test(name)))
    return null;
  return dashes.map((found, place) => ({
    name: names[place] ?? '',
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** The records of the table that begins at `lines[index]`: the rows below its dashes, up to a blank line. */
export function tableRecords(lines: readonly Line[], index: number): readonly PowershellRecord[] {
  const columns = columnsAt(lines, index);
  if (columns === null) return [];
  const records: PowershellRecord[] = [];
  for (const line of lines.slice(index + 2)) {
    if (line.text.trim() === '' || records.length >= MAX_RECORDS) break;
    const cells = cellsOf(line.text.slice(0, MAX_TABLE_CHARACTERS), columns);
    records.push(new Map(columns.map(({ name }, place) => [name.toLowerCase(), property(cells[place] ?? '', line)])));
  }
  return records;
}

const property = (value: string, line: Line): Property =>
  CUT.test(value) ? { value: '', line, isCut: true } : { value, line };

/**
 * The values of a row. Text begins where its dashes begin; a number ends where they end, and may begin before them, where no blank
 * parts it from the place of the dashes.
 */
function cellsOf(text: string, columns: readonly Column[]): readonly string[] {
  const row = inConsoleColumns(text);
  const starts = columns.map(({ from, to }, place) => {
    if (place === 0) return 0;
    let start = from;
    if (row[from - 1] === undefined || row[from - 1] === ' ') return start;
    while (start > 0 && row[start - 1] !== ' ') start -= 1;
    const end = row.indexOf(' ', start);
    // A value that runs past its column would be one of the column before, which PowerShell never lets it do.
    return end >= 0 && end > to ? from : start;
  });
  return starts.map((start, place) =>
    row
      .slice(start, starts[place + 1])
      .join('')
      .trim(),
  );
}

/** One entry for each column of a console window; a wide sign fills two. */
function inConsoleColumns(text: string): readonly string[] {
  return Array.from(text).flatMap((sign) => (WIDE.test(sign) ? [sign, ''] : [sign]));
}
