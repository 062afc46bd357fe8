/** PowerShell's table form: names over a line of dashes, one record a line; a value that did not fit ends in dots. */
import { type Line, type LineText } from '../document';
import { MAX_RECORDS, type PowershellRecord, type Property } from './powershell-list';

/** A column of a table by the places of its dashes, in columns of a console window. */
interface Column {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** How the values of a row are told apart: by the places of the dashes, by tabs between all of them, or, row by row, by what it has. */
interface Table {
  readonly columns: readonly Column[];
  readonly byPlaces: boolean;
  readonly byTabs: boolean;
}

/** More than any table has: PowerShell leaves out what does not fit the window. */
export const MAX_TABLE_COLUMNS = 40;
const MAX_TABLE_CHARACTERS = 4000;
const RULE = /^[ \t]*-+(?:[ \t]+-+)*[ \t]*$/;
const NAME = /^[A-Za-z][\w.]*(?:\.\.\.|…)?$/;
/** Signs that take two columns of a console window: they shift what stands behind them in the line. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
/** A tab goes on to the next multiple of so many columns, as editors and `unexpand` count. */
const TAB_COLUMNS = 8;
const CUT = /(?:\.\.\.|…)$|^(?:\.\.\.|…)/;

/** The names above the dashes at `lines[index + 1]`, in their order; null where no table begins at `lines[index]`. */
export function tableNames(lines: readonly LineText[], index: number): readonly string[] | null {
  return tableAt(lines, index)?.columns.map(({ name }) => name) ?? null;
}

/** Whether a line of this text can be the heading of a table: names and nothing else. */
export const canHeadTable = (text: string): boolean =>
  text.length <= MAX_TABLE_CHARACTERS &&
  text
    .trim()
    .split(/\s+/)
    .every((name) => NAME.test(name));

/** Whether a line of this text can be the dashes below the heading of a table. */
export const isTableRule = (text: string): boolean => text.length <= MAX_TABLE_CHARACTERS && RULE.test(text);

/**
 * Where tabs stand between names or dashes, the table is believed only if they fit: a tab between all of them, or each name above its
 * own dashes once the tabs go on to their stops. Other tabs lost the places of the columns.
 */
function tableAt(lines: readonly LineText[], index: number): Table | null {
  const [heading, rule] = [lines[index]?.text ?? '', lines[index + 1]?.text ?? ''];
  if (heading.length > MAX_TABLE_CHARACTERS || rule.length > MAX_TABLE_CHARACTERS || !RULE.test(rule)) return null;
  const names = heading.trim().split(/\s+/);
  const dashes = [...inConsoleColumns(rule).join('').matchAll(/-+/g)];
  if (names.length !== dashes.length || names.length > MAX_TABLE_COLUMNS || !names.every((name) => NAME.test(name)))
    return null;
  const columns = dashes.map((found, place) => ({
    name: names[place] ?? '',
    from: found.index,
    to: found.index + found[0].length,
  }));
  if (!`${heading}${rule}`.includes('\t')) return { columns, byPlaces: true, byTabs: false };
  const byTabs = [heading, rule].every((line) => valuesByTabs(line, columns) !== null);
  const row = inConsoleColumns(heading);
  const byPlaces = columns.every(({ name, from, to }) => row.slice(from, to).join('') === name);
  return byTabs || byPlaces ? { columns, byPlaces, byTabs } : null;
}

/** The records of the table that begins at `lines[index]`: the rows below its dashes, up to a blank line. */
export function tableRecords(lines: readonly Line[], index: number): readonly PowershellRecord[] {
  const table = tableAt(lines, index);
  if (table === null) return [];
  const { columns } = table;
  const records: PowershellRecord[] = [];
  for (const line of lines.slice(index + 2)) {
    if (line.text.trim() === '' || records.length >= MAX_RECORDS) break;
    const text = line.text.slice(0, MAX_TABLE_CHARACTERS);
    const cells = valuesOf(text, table);
    const valueAt = (place: number): Property => (cells === null ? unfit(line) : property(cells[place] ?? '', line));
    records.push(new Map(columns.map(({ name }, place) => [name.toLowerCase(), valueAt(place)])));
  }
  return records;
}

const property = (value: string, line: Line): Property => (CUT.test(value) ? unfit(line) : { value, line });

/** A value that is not shown whole, or of a row whose tabs do not fit the columns. */
const unfit = (line: Line): Property => ({ value: '', line, isCut: true });

/** Null where the row does not fit: its values are not told apart for sure. */
function valuesOf(text: string, { columns, byPlaces, byTabs }: Table): readonly string[] | null {
  if (byTabs && (text.includes('\t') || !byPlaces)) return valuesByTabs(text, columns);
  return !text.includes('\t') || fitsColumns(text, columns) ? cellsOf(text, columns) : null;
}

/** The values between the tabs of a line; null where there is not one for each column. */
function valuesByTabs(text: string, columns: readonly Column[]): readonly string[] | null {
  const values = text.trim().split('\t');
  return values.length === columns.length ? values.map((value) => value.trim()) : null;
}

/** Whether the tabs of a row lead to where a column begins, or to a number that ends where its column does. */
function fitsColumns(text: string, columns: readonly Column[]): boolean {
  const row = inConsoleColumns(text).map((sign) => (sign === ' ' ? ' ' : 'x'));
  return [...row.join('').matchAll(/x+(?: x+)*/g)].every(
    ({ index, 0: run }) => index === 0 || columns.some(({ from, to }) => from === index || to === index + run.length),
  );
}

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

/** One entry for each column of a console window; a wide sign fills two, and a tab those up to its stop. */
function inConsoleColumns(text: string): readonly string[] {
  const columns: string[] = [];
  for (const sign of text) {
    if (sign === '\t') columns.push(...Array<string>(TAB_COLUMNS - (columns.length % TAB_COLUMNS)).fill(' '));
    else columns.push(...(WIDE.test(sign) ? [sign, ''] : [sign]));
  }
  return columns;
}
