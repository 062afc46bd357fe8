/** The rows of auditpol, one subcategory each: from the text form and from CSV. */
import { parse } from 'csv-parse/sync';
import { type Line } from '../document';
import { auditSetting, auditWordings, ipsecSubcategory, plain } from '../grammars/audit-words';

export interface AuditRow {
  /** Upper case without braces; null where the text form has a name that tells none. */
  readonly guid: string | null;
  readonly name: string;
  readonly success: boolean | null;
  readonly failure: boolean | null;
  /** The setting as printed. */
  readonly setting: string;
  readonly machine: string | null;
  readonly line: Line;
}

const CSV_ROW = /^[^,]{0,64},[^,]{0,64},[^,]{0,200},"?\{[0-9A-F]{8}-69AE-11D9-BED3-505054503030\}"?,/i;
/** A row of the text form stands two blanks from the margin; some copies make a tab of them. */
const ROW = /^(?: {2}|\t)\S/;
/** `Setting Value` of a backup: bit 1 is success, bit 2 failure. */
const SETTING_VALUE = 'Setting Value';
export const MAX_CSV_ROW_CHARACTERS = 2000;

export const isCsvRow = (text: string): boolean => CSV_ROW.test(text);

/** Two blanks, a name, then at least one blank and a setting. */
export const isTextRow = (text: string): boolean => ROW.test(text) && splitRow(text) !== null;

/** A line of the text form; null where it is no row. */
export function textRow(line: Line): AuditRow | null {
  if (!ROW.test(line.text)) return null;
  const parts = splitRow(line.text);
  if (parts === null) return null;
  const { name, setting } = parts;
  const known = auditSetting(setting);
  return {
    guid: ipsecSubcategory(name),
    name,
    success: known?.success ?? null,
    failure: known?.failure ?? null,
    setting,
    machine: null,
    line,
  };
}

/** A line of CSV; `titles` is its heading line, where one was printed. Null where it is no row of a subcategory. */
export function csvRow(line: Line, titles: string | null): AuditRow | null {
  if (!isCsvRow(line.text) || line.text.length > MAX_CSV_ROW_CHARACTERS) return null;
  const fields = csvFields(line.text);
  if (fields === null) return null;
  const at = fields.findIndex((field) => /^\{[0-9A-F-]{36}\}$/i.test(field));
  const guid = fields[at]?.slice(1, -1).toUpperCase() ?? null;
  const valueAt = titles === null ? -1 : (csvFields(titles) ?? []).indexOf(SETTING_VALUE);
  const value = fields[valueAt];
  const setting = fields[at + 1] ?? '';
  const known =
    value !== undefined && /^[0-4]$/.test(value)
      ? { success: (Number(value) & 1) === 1, failure: (Number(value) & 2) === 2 }
      : auditSetting(setting);
  return {
    guid,
    name: fields[at - 1]?.trim() ?? '',
    success: known?.success ?? null,
    failure: known?.failure ?? null,
    setting,
    machine: fields[0] === undefined || fields[0] === '' ? null : fields[0],
    line,
  };
}

/** null where the line is no row of CSV: a field that begins with a quote has no other. */
function csvFields(text: string): readonly string[] | null {
  try {
    return parse(text, { relax_quotes: true, relax_column_count: true })[0] ?? [];
  } catch {
    return null;
  }
}

/** By a known setting at the end of the line, else by the widest gap; a long name leaves one blank before its setting. */
function splitRow(text: string): { readonly name: string; readonly setting: string } | null {
  const gap = text.trim().split(/ {2,}|\t+/);
  if (gap.length === 2) return { name: gap[0] ?? '', setting: gap[1] ?? '' };
  const words = plain(text);
  const known = auditWordings.find((wording) => words.endsWith(` ${wording}`));
  if (known === undefined) return null;
  const cut = text.trimEnd().length - known.length;
  return { name: text.slice(0, cut).trim(), setting: text.slice(cut).trim() };
}
