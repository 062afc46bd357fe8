/** `auditpol /get`: which subcategories of the Security log are audited; as text, as CSV (`/r`), and as a backup. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { ipsecSubcategory } from '../grammars/audit-words';
import { type Draft } from '../reading';
import { type AuditRow, csvRow, isCsvRow, isTextRow, textRow } from './audit-rows';
import { defineCommand, type Output } from './command';
import { isBlank, isKnownWhole, wholeLines } from './whole-lines';

const CSV_HEADING = /^"?Machine Name"?,"?Policy Target"?,"?Subcategory/i;
/** `Category/Subcategory                      Setting`, in any language: two titles far apart. */
const TEXT_HEADING = /^\p{L}[\p{L} /-]{3,40}\s{5,}\p{L}+$/u;
/** ERROR_PRIVILEGE_NOT_HELD: the words around it are translated. */
const NO_PRIVILEGE = /\b0x00000522\b/;
export const MAX_SUBCATEGORIES = 500;

/**
 * Subcategories are indented by two blanks, their settings stand in column 42:
 *
 *     System audit policy
 *     Category/Subcategory                      Setting
 *     Logon/Logoff
 *       IPsec Main Mode                         Success and Failure
 *
 * `/r` prints CSV with the GUID of each. Names and settings are translated, GUIDs are not.
 */
export const auditPolicy = defineCommand({
  id: 'auditpol',
  typed:
    'auditpol /get /subcategory:{0CCE9218-69AE-11D9-BED3-505054503030},{0CCE9219-69AE-11D9-BED3-505054503030},{0CCE921A-69AE-11D9-BED3-505054503030}',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows:
    'Which subcategories of the Security log are audited: without failures of the IPsec modes a silent log proves nothing.',
  sources: ['audit', 'article'],
  runs: (commandLine) => /^auditpol(?:\.exe)?\s+\/get\b/i.test(commandLine),
  opens: (text) => isOwnWord(text) || isCsvRow(text) || TEXT_HEADING.test(text),
  begins: (lines, index) => {
    const text = lines[index]?.text ?? '';
    if (isOwnWord(text)) return true;
    if (isCsvRow(text)) return index === 0 || !isCsvRow(lines[index - 1]?.text ?? '');
    return TEXT_HEADING.test(text) && lines.slice(index + 1, index + 5).some((line) => isTextRow(line.text));
  },
  ends: () => false,
  named: (fileName) => /auditpol|audit-?policy/i.test(fileName),
  read,
});

const isOwnWord = (text: string): boolean =>
  /^System audit policy$/i.test(text) || CSV_HEADING.test(text) || NO_PRIVILEGE.test(text);

function read(output: Output): Draft<'auditpol'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const rows = readRows(lines).slice(0, MAX_SUBCATEGORIES);
  rows.forEach(({ line }, index) => {
    for (const field of ['', '.success', '.failure']) proofs[`subcategories[${index}]${field}`] = line.number;
  });
  const refused = output.lines.find(({ text }) => NO_PRIVILEGE.test(text));
  const unread = rows.filter(({ success, guid, name }) => success === null && isAsked(guid, name));
  const last = rows.at(-1)?.line;
  if (last !== undefined) proofs['closing'] = last.number;
  return {
    data: {
      subcategories: rows.map(({ guid, name, success, failure }) => ({ guid, name, success, failure })),
    },
    complete: refused === undefined && unread.length === 0 && rows.length > 0 && isWhole(output, rows),
    problems: [...(refused === undefined ? [] : [notElevated(refused)]), ...unread.slice(0, 1).map(unknownWording)],
    proofs,
    host: rows[0]?.machine ?? null,
  };
}

function readRows(lines: readonly Line[]): readonly AuditRow[] {
  const heading = lines.find(({ text }) => CSV_HEADING.test(text) || isCsvRow(text));
  if (heading === undefined) return lines.flatMap((line) => textRow(line) ?? []);
  const titles = CSV_HEADING.test(heading.text) ? heading.text : null;
  return lines.flatMap((line) => csvRow(line, titles) ?? []);
}

/** The IPsec subcategories are the ones that the ladder asks for; another one in unknown words disturbs nothing. */
const isAsked = (guid: string | null, name: string): boolean =>
  guid === null ? ipsecSubcategory(name) !== null : /^0CCE92(?:13|18|19|1A)-/.test(guid);

/** There are no closing words: another prompt follows, or every subcategory that was asked for is there. */
function isWhole(output: Output, rows: readonly AuditRow[]): boolean {
  const asked = output.typed?.match(/\{[0-9a-f-]{36}\}/gi)?.map((guid) => guid.slice(1, -1).toUpperCase()) ?? [];
  if (asked.length > 0 && asked.every((guid) => rows.some((row) => row.guid === guid))) return true;
  const modes = ['0CCE9218', '0CCE9219', '0CCE921A'];
  const showsModes = modes.every((mode) => rows.some(({ guid }) => guid?.startsWith(mode) ?? false));
  return isKnownWhole(output, showsModes && output.lines.some((line) => !isBlank(line)));
}

const notElevated = (line: Line): Problem => ({
  code: 'not-elevated',
  message: 'auditpol was refused with 0x00000522. Run it again in an elevated prompt (Run as administrator).',
  line: line.number,
});

const unknownWording = ({ name, setting, line }: AuditRow): Problem => ({
  code: 'unknown-wording',
  message: `The setting "${setting}" of ${name} is in a language that is not known. Run auditpol /get /category:* /r and send its output.`,
  line: line.number,
});
