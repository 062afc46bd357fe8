/** `whoami /groups`: the groups in the token of the signed-in user, known by their SIDs. */
import { type Line, type LineText } from '../document';
import { spoken, whole } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isBlank, wholeLines } from './whole-lines';

const SID = /(?:^|\s)(S-1-\d{1,14}(?:-\d{1,10}){1,15})(?:\s|$)/i;
/** The rule below the titles shows where each column is. */
const RULE = /^=+(?: =+){2,4}$/;
const HEADING = whole('groupInformation');
/** What stands between name and SID; a long name leaves a single blank before it. */
const TYPE = new RegExp(`\\s(?:${spoken('groupType')})\\s*$`, 'iu');
export const MAX_GROUPS = 5000;

/**
 * A heading, titles, a rule, one row for each group. Names have blanks, so the rule or the type tells where they end:
 *
 *     GROUP INFORMATION
 *     -----------------
 *
 *     Group Name                       Type             SID          Attributes
 *     ================================ ================ ============ ==================================================
 *     Everyone                         Well-known group S-1-1-0      Mandatory group, Enabled by default, Enabled group
 */
export const tokenGroups = defineCommand({
  id: 'whoami-groups',
  typed: 'whoami /groups',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The groups in the token of the signed-in user, by their SIDs: the smart card group among them.',
  sources: ['article', 'commandReference'],
  runs: (commandLine) => /^whoami(?:\.exe)?\s+\/groups\b/i.test(commandLine),
  opens: (text) => HEADING.test(text.trim()) || isTypedRow(text),
  begins: (lines, index) => {
    const text = lines[index]?.text ?? '';
    if (HEADING.test(text.trim())) return true;
    return isTypedRow(text) && !isTypedRow(lines[index - 1]?.text ?? '') && !underHeading(lines, index);
  },
  ends: () => false,
  named: (fileName) => /whoami|groups/i.test(fileName),
  read,
});

function isTypedRow(text: string): boolean {
  const sid = SID.exec(text);
  return sid !== null && /^\S/.test(text) && TYPE.test(text.slice(0, sid.index + 1));
}

/** Rows below the heading of another table (`USER INFORMATION`) are not groups; below our own they have begun already. */
const underHeading = (lines: readonly LineText[], index: number): boolean =>
  RULE.test(lines[index - 1]?.text.trim() ?? '');

function read(output: Output): Draft<'whoami-groups'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const rule = lines.findIndex(({ text }) => RULE.test(text.trim()));
  const columns = rule < 0 ? null : (lines[rule]?.text ?? '');
  const rows = lines
    .slice(rule + 1)
    .flatMap((line) => row(line, columns) ?? [])
    .slice(0, MAX_GROUPS);
  rows.forEach(({ line }, index) => {
    for (const field of ['', '.sid', '.name']) proofs[`groups[${index}]${field}`] = line.number;
  });
  const last = rows.at(-1)?.line;
  if (last !== undefined) proofs['closing'] = last.number;
  const below = last === undefined ? [] : lines.slice(lines.indexOf(last) + 1);
  return {
    data: { groups: rows.map(({ name, sid }) => ({ name, sid })) },
    complete: rule >= 0 && rows.length > 0 && (output.closed || below.some(isBlank)),
    proofs,
  };
}

function row(line: Line, columns: string | null) {
  const found = SID.exec(line.text);
  if (found?.[1] === undefined) return null;
  const left = line.text.slice(0, found.index + 1);
  const width = columns?.indexOf(' ') ?? -1;
  const isAligned = width > 0 && line.text[width] === ' ' && left.length > width;
  const name = isAligned ? left.slice(0, width).trim() : nameBefore(left);
  return { name, sid: found[1].toUpperCase(), line };
}

function nameBefore(left: string): string {
  const typed = left.replace(TYPE, '').trim();
  return typed === left.trim() ? (left.trim().split(/\s{2,}/)[0] ?? '') : typed;
}
