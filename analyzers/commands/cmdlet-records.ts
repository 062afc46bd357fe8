/** What the cmdlets share: how their records begin in each form, which of them are whole, the lines behind them, whether all are there. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line, type LineText } from '../document';
import { canHeadCsv } from '../grammars/powershell-csv';
import { recordBeginning, recordsOf } from '../grammars/powershell-forms';
import { type PowershellRecord, propertyOf } from '../grammars/powershell-list';
import { canHeadTable, isTableRule } from '../grammars/powershell-table';
import { type Beside, type Output } from './command';
import { isBlank, isKnownWhole, lastPrinted, wholeLines } from './whole-lines';

/** How the records of one cmdlet are known and used. */
export interface CmdletShape {
  /** The list of the data that they become: `sas`. */
  readonly list: string;
  /** Whether names (in lower case, in any order) are those of this cmdlet. */
  readonly isOwn: (names: readonly string[]) => boolean;
  /** The first name of a list's record, for a record that stands below another list without a blank line; left out where none. */
  readonly first?: RegExp;
  /** Whether the last record of a list that was cut may be believed. */
  readonly isWhole: (record: PowershellRecord) => boolean;
  /** The properties behind each field of `list[index]`. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** The fields of `paths` without whose whole value a record says nothing. */
  readonly needed: readonly string[];
}

export interface CmdletRecords {
  readonly records: readonly PowershellRecord[];
  readonly complete: boolean;
  readonly proofs: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  /** Nothing was printed between two prompts: an empty list. */
  readonly isEmpty: boolean;
  /** PowerShell's own id of an error (`DNS_ERROR_RCODE_NAME_ERROR`), where the cmdlet failed. */
  readonly failure: { readonly id: string; readonly line: Line } | null;
}

/** `Access is denied`, or PowerShell's own words for a cmdlet that was not run elevated: the HRESULT is the same in every language. */
const DENIED = /Access is denied|PermissionDenied|Windows System Error 5\b|HRESULT 0x80070005/i;
const FAILED = /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId)\s*:/i;
const ERROR_ID = /^\s*\+ FullyQualifiedErrorId\s*: ([^,\s]{1,120})/i;

/** Whether a record of the cmdlet begins at a line, in any of the four forms; that of a list below a blank line, or by its first name. */
export function beginsRecords({ isOwn, first }: Pick<CmdletShape, 'isOwn' | 'first'>) {
  return (lines: readonly LineText[], index: number): boolean => {
    const found = recordBeginning(lines, index);
    if (found === null) return false;
    const isInList = found.form === 'list' && !isBlankAbove(lines, index);
    if (isInList && first?.test(found.first) !== true) return false;
    return isOwn(found.names());
  };
}

const isBlankAbove = (lines: readonly LineText[], index: number): boolean =>
  (lines[index - 1]?.text.trim() ?? '') === '';

/** Whether a record can begin at a line of this text in any form: a bracket, a property, the heading of a table or of a CSV. */
export const opensRecord = (text: string): boolean =>
  opensJson(text) || propertyOf(text) !== null || canHeadTable(text) || canHeadCsv(text);

const opensJson = (text: string): boolean => /^[[{]/.test(text);

/** Whether a record can begin at such a line with these beside it: a list's below a blank line or at its first name, a table's above dashes. */
export function opensRecordBeside({ first }: Pick<CmdletShape, 'first'>, text: string, beside: Beside): boolean {
  if (isTableRule(beside.below)) return true;
  const name = propertyOf(text)?.name;
  if (name === undefined) return opensJson(text) || canHeadCsv(text);
  return beside.isBlankAbove || first?.test(name.toLowerCase()) === true;
}

/** `isWhole` of a shape: something was printed below each of these properties (in lower case), so that their values are not cut. */
export const printedBelow =
  (...names: readonly string[]) =>
  (record: PowershellRecord): boolean =>
    names.every((name) => record.has(name)) && !names.includes([...record.keys()].at(-1) ?? '');

/** The records of an output; one of which a needed value was cut is left out, and the list is then not whole. */
export function readCmdletRecords(output: Output, shape: CmdletShape): CmdletRecords {
  const lines = wholeLines(output);
  const denied = lines.find(({ text }) => DENIED.test(text));
  const failed = lines.find(({ text }) => FAILED.test(text));
  const found = recordsOf(output.lines, lines, shape.isOwn);
  const all = denied === undefined && failed === undefined ? found.records : [];
  const isEmpty = lines.every(isBlank) && output.closed && output.typed !== null;
  const hasEnd = found.isClosed || isKnownWhole(output, found.endsWhole);
  const ending = all.filter(
    (record, index) => hasEnd || found.lastIsWhole || index < all.length - 1 || shape.isWhole(record),
  );
  const cut = cutProperty(ending, shape);
  const records = ending.filter((record) => cutOf(record, shape, shape.needed) === null);
  const proofs: Record<string, number> = {};
  records.forEach((record, index) => {
    const [first] = record.values();
    if (first !== undefined) proofs[`${shape.list}[${index}]`] = first.line.number;
    for (const [field, names] of Object.entries(shape.paths)) {
      const shown = names.flatMap((name) => record.get(name.toLowerCase()) ?? [])[0];
      if (shown !== undefined) proofs[`${shape.list}[${index}].${field}`] = shown.line.number;
    }
  });
  const closing = denied ?? failed ?? lastPrinted(lines);
  if (closing !== null) proofs['closing'] = closing.number;
  return {
    records,
    complete: isEmpty || (all.length > 0 && hasEnd && cut === null),
    proofs,
    problems: problems(denied, failed, cut),
    isEmpty,
    failure: failureOf(lines),
  };
}

/** One record of an output that shows one thing, the first or another by its place (-1 is the last): `proofs` are by the fields alone. */
export function readCmdletRecord(output: Output, shape: CmdletShape, place = 0) {
  const { records, proofs, ...rest } = readCmdletRecords(output, shape);
  const record = records.at(place) ?? null;
  const start = `${shape.list}[${record === null ? place : records.indexOf(record)}].`;
  const own = Object.entries(proofs).flatMap(([path, line]) =>
    path === 'closing' || path.startsWith(start) ? [[path.replace(start, ''), line] as const] : [],
  );
  return { ...rest, record, proofs: Object.fromEntries(own) };
}

/**
 * The records of an output as entries of `list`, where `entriesOf` a record may be several or none: each entry has the lines of its own
 * record for its proofs, and a record that becomes none leaves the list unfinished.
 */
export function readCmdletEntries<Entry>(
  output: Output,
  shape: CmdletShape,
  entriesOf: (record: PowershellRecord) => readonly Entry[],
) {
  const { records, complete, proofs, problems } = readCmdletRecords(output, shape);
  const entries = records.map(entriesOf);
  const places = entries.flatMap((own, place) => own.map(() => place));
  const start = `${shape.list}[`;
  const others: (readonly [string, number])[] = [];
  /** Of each record, what stands behind its place in the list. Looked up once, because an export may have thousands of records. */
  const ofRecords = new Map<number, (readonly [string, number])[]>();
  for (const [path, line] of Object.entries(proofs)) {
    const end = path.startsWith(start) ? path.indexOf(']') : -1;
    if (end < 0) {
      others.push([path, line]);
      continue;
    }
    const place = Number(path.slice(start.length, end));
    const known = ofRecords.get(place) ?? [];
    known.push([path.slice(end + 1), line]);
    ofRecords.set(place, known);
  }
  const ofEntries = places.flatMap((place, index) =>
    (ofRecords.get(place) ?? []).map(([rest, line]) => [`${start}${index}]${rest}`, line] as const),
  );
  return {
    records,
    entries: entries.flat(),
    complete: complete && entries.every(({ length }) => length > 0),
    proofs: Object.fromEntries([...others, ...ofEntries]),
    problems,
  };
}

interface Cut {
  readonly name: string;
  readonly line: Line;
}

/** The first used property that its form did not print whole. */
function cutProperty(records: readonly PowershellRecord[], shape: CmdletShape): Cut | null {
  return records.map((record) => cutOf(record, shape, Object.keys(shape.paths))).find((one) => one !== null) ?? null;
}

function cutOf(record: PowershellRecord, { paths }: CmdletShape, fields: readonly string[]): Cut | null {
  for (const name of fields.flatMap((field) => paths[field] ?? [])) {
    const property = record.get(name.toLowerCase());
    if (property?.isCut === true) return { name, line: property.line };
  }
  return null;
}

function failureOf(lines: readonly Line[]): CmdletRecords['failure'] {
  for (const line of lines) {
    const id = ERROR_ID.exec(line.text)?.[1];
    if (id !== undefined) return { id, line };
  }
  return null;
}

function problems(denied: Line | undefined, failed: Line | undefined, cut: Cut | null): readonly Problem[] {
  if (denied !== undefined) {
    const message = `"${denied.text.trim().slice(0, 100)}": PowerShell was not run elevated. Run the command again in an elevated PowerShell.`;
    return [{ code: 'not-elevated', message, line: denied.number }];
  }
  if (failed !== undefined) {
    const message = `The cmdlet failed: "${failed.text.trim().slice(0, 100)}". Run it again in an elevated PowerShell.`;
    return [{ code: 'command-failed', message, line: failed.number }];
  }
  if (cut === null) return [];
  const message = `The value of ${cut.name} is not printed whole, so nothing is concluded from it. Run the command again with | Format-List * behind it.`;
  return [{ code: 'value-cut', message, line: cut.line.number }];
}

/** `True`, `1` and their like as a boolean: JSON prints the number behind the word. `numbers` is the word for 0, 1, 2 … */
export function flagOf(value: string | null, numbers: readonly (boolean | null)[] = [false, true]): boolean | null {
  if (value === null) return null;
  if (/^(?:true|enabled)$/i.test(value)) return true;
  if (/^(?:false|disabled)$/i.test(value)) return false;
  return /^\d$/.test(value) ? (numbers[Number(value)] ?? null) : null;
}

/** The word behind a number, where JSON printed that; any other text as it is. */
export function wordOf(value: string | null, words: readonly string[]): string | null {
  return value !== null && /^\d{1,3}$/.test(value) ? (words[Number(value)] ?? null) : value;
}
