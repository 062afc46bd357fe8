/** PowerShell's CSV form: `Export-Csv` and `ConvertTo-Csv` of 5.1 and 7, with or without its line of the type, any separator. */
import { type Line, type LineText } from '../document';
import { fieldText, rowAt } from './event-rows';
import { MAX_RECORDS, type PowershellRecord, type Property } from './powershell-list';

const DELIMITERS = [',', ';', '\t'] as const;
const TYPE_LINE = /^#TYPE \S/;
const NAME = /^[A-Za-z][\w.]{0,80}$/;
/** What stands for a value of several parts: CSV prints their type, and nothing of them. */
const TYPE_NAME = /^(?:System|Microsoft)\.[\w.+`]{1,200}(?:\[[\w.+,` ]{0,200}\])?$/;
const MAX_HEADER_CHARACTERS = 8000;
/** More than all properties of any of the cmdlets together. */
const MAX_ROW_LINES = 40;

/** The names of the header at `lines[index]`, or below a line of the type there; null where no CSV begins. */
export function csvNames(lines: readonly LineText[], index: number): readonly string[] | null {
  return headerAt(lines, index)?.names ?? null;
}

/** Asked first, because most lines have neither. */
const SEVERAL_OR_QUOTED = /[,;\t]|^"/;

interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly rowsAt: number;
}

function headerAt(lines: readonly LineText[], index: number): Header | null {
  const typed = TYPE_LINE.test(lines[index]?.text ?? '');
  const at = typed ? index + 1 : index;
  const header = headerIn(lines[at]?.text ?? '', typed);
  return header === null ? null : { ...header, rowsAt: at + 1 };
}

function headerIn(text: string, typed: boolean): Omit<Header, 'rowsAt'> | null {
  if (text.length > MAX_HEADER_CHARACTERS || !/^"?[A-Za-z]/.test(text)) return null;
  if (!typed && !SEVERAL_OR_QUOTED.test(text)) return null;
  for (const delimiter of DELIMITERS) {
    const names = fieldsOf(text, delimiter);
    if (names?.every((name) => NAME.test(name)) !== true) continue;
    // One name in quotes may be the header of one property; one word without them is any line.
    if (names.length > 1 || typed || text.startsWith('"')) return { names, delimiter };
  }
  return null;
}

/** Whether a CSV can begin at a line of this text: at its header, or at the line of the type above that. */
export const canHeadCsv = (text: string): boolean => TYPE_LINE.test(text) || headerIn(text, false) !== null;

/** The rows below the header at `lines[index]`, as far as they have a field for each name; a broken or open row ends them. */
export function csvRecords(
  lines: readonly Line[],
  index: number,
): { readonly records: readonly PowershellRecord[]; readonly isSound: boolean } {
  const header = headerAt(lines, index);
  const records: PowershellRecord[] = [];
  if (header === null) return { records, isSound: false };
  let at = header.rowsAt;
  while (at < lines.length && records.length < MAX_RECORDS) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') break;
    const row = rowFrom(lines, at, header.delimiter);
    if (row?.fields.length !== header.names.length) return { records, isSound: false };
    records.push(
      new Map(header.names.map((name, place) => [name.toLowerCase(), property(row.fields[place] ?? '', line)])),
    );
    at += row.lines;
  }
  return { records, isSound: true };
}

const property = (value: string, line: Line): Property =>
  TYPE_NAME.test(value) ? { value: '', line, isCut: true } : { value: value.trim(), line };

/** A row, which goes on in the next line where a quote is open at the end of its own. */
function rowFrom(
  lines: readonly Line[],
  at: number,
  delimiter: string,
): { readonly fields: readonly string[]; readonly lines: number } | null {
  let text = '';
  for (let count = 1; count <= MAX_ROW_LINES; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined) return null;
    text += count === 1 ? line.text : `\n${line.text}`;
    const fields = fieldsOf(text, delimiter);
    if (fields !== null) return { fields, lines: count };
  }
  return null;
}

function fieldsOf(text: string, delimiter: string): readonly string[] | null {
  const row = rowAt(text, 0, delimiter, true);
  return row.kind === 'row' && row.end >= text.length ? row.fields.map((field) => fieldText(text, field)) : null;
}
