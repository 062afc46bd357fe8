/** `gpresult /r /scope computer`: the policies that were applied to the computer, those filtered out and why, its groups. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { type PolicyEntry, type PolicyList, type PolicySection, policySections } from '../grammars/group-policy-lists';
import { containing, spoken, whole } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { outputDates } from './output-dates';
import { lastPrinted, wholeLines } from './whole-lines';

const TOOL = containing('resultTool');
/** `RSOP data for CORP\user1 on CLIENT1 : Logging Mode`, "RSOP-Daten für …": the short name is not translated. */
const RSOP = /\bRSOP\b.{0,60}\\/;
const COMPUTER_BEFORE_MODE = /(\S{1,64}) ?: [^:]{3,60}$/;
const USER_SECTION = containing('userSection');
const GROUPS_TITLE = containing('securityGroups');
const ACCESS_DENIED = new RegExp(`^(?:${spoken('error')})\\s?: .{0,20}(?:${spoken('denied')})`, 'iu');
const NO_RSOP_DATA = /^INFO\w{0,10}: .{0,200}\bRSOP\b/i;
const NONE = whole('notApplicable');
/** How far down the time of the report may stand. */
const MAX_HEAD_LINES = 15;

/**
 * Sections and lists have their titles above rules; the order is applied, filtered out (with reasons), groups, in every language:
 *
 *     Created On 3/4/2026 at 7:30 AM
 *     RSOP data for CORP\user1 on CLIENT1 : Logging Mode
 *     COMPUTER SETTINGS
 *     ------------------
 *         CN=CLIENT1,OU=Laptops,DC=corp,DC=example,DC=com
 *         Applied Group Policy Objects
 *         -----------------------------
 *             DirectAccess Client Settings
 *         The computer is a part of the following security groups
 *         -------------------------------------------------------
 *             DA_Clients
 */
export const groupPolicyResult = defineCommand({
  id: 'gpresult',
  typed: 'gpresult /r /scope computer',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The policies that were applied to the computer, those that were filtered out and why, and its groups.',
  sources: ['article', 'commandReference'],
  runs: (commandLine) =>
    /^gpresult(?:\.exe)?\s/i.test(commandLine) &&
    /\s\/(?:r|v|z)\b/i.test(commandLine) &&
    !/\/scope:?\s?user\b/i.test(commandLine),
  opens: (text) => TOOL.test(text) || RSOP.test(text),
  begins: (lines, index) => TOOL.test(lines[index]?.text ?? '') || RSOP.test(lines[index]?.text ?? ''),
  ends: () => false,
  named: (fileName) => /gpresult/i.test(fileName),
  read,
});

function read(output: Output): Draft<'gpresult'> {
  const lines = wholeLines(output);
  const dates = outputDates(output);
  const created = lines.slice(0, MAX_HEAD_LINES).find(({ text }) => dates.read(text) !== null) ?? null;
  const section = computerSection(policySections(lines));
  const { applied, denied, groups } = listsOf(section, output.closed);
  const computer = computerName(lines, section);
  const complete =
    (groups !== null && groups.entries.length > 0 && (groups.ended || output.closed)) ||
    (output.closed && applied !== null);
  const filtered = named(denied).filter((entry) => complete || groups !== null || entry.details.length > 0);
  const proofs: Record<string, number> = {};
  const prove = (path: string, line: Line | null | undefined): void => {
    if (line != null) proofs[path] = line.number;
  };
  named(applied).forEach(({ line }, index) => prove(`applied[${index}]`, line));
  filtered.forEach((entry, index) => {
    prove(`denied[${index}].name`, entry.line);
    prove(`denied[${index}].reason`, entry.details[0]);
  });
  named(groups).forEach(({ line }, index) => prove(`groups[${index}]`, line));
  prove('computer', computer?.line);
  prove('applied', applied?.title);
  prove('closing', complete ? lastPrinted(section?.lines ?? []) : refusal(output));
  return {
    data: {
      applied: named(applied).map(({ name }) => name),
      denied: filtered.map(({ name, details }) => ({ name, reason: reasonOf(details) })),
      groups: named(groups).map(({ name }) => name),
      computer: computer?.name ?? null,
    },
    complete,
    at: created === null ? null : dates.read(created.text),
    problems: [...dates.problems([created]), ...refused(output)],
    proofs,
    host: computer?.name ?? null,
  };
}

/** The computer's part comes first, and its first line is the name of the computer in the directory. */
function computerSection(sections: readonly PolicySection[]): PolicySection | null {
  const own = sections.filter(({ title }) => !RSOP.test(title.text));
  return own.find(({ title, lists }) => lists.length > 0 && !USER_SECTION.test(title.text)) ?? null;
}

interface Lists {
  readonly applied: PolicyList | null;
  readonly denied: PolicyList | null;
  readonly groups: PolicyList | null;
}

/** Entries with reasons were filtered out; groups are told by their title, or come last (a reason could still follow in a cut list). */
function listsOf(section: PolicySection | null, closed: boolean): Lists {
  const lists = section?.lists ?? [];
  const denied = lists.find(({ entries }) => entries.some(({ details }) => details.length > 0)) ?? null;
  const last = lists.at(-1);
  const groups =
    lists.find(({ title }) => GROUPS_TITLE.test(title.text)) ??
    (lists.length > 1 && last !== denied && (last?.ended === true || closed) ? (last ?? null) : null);
  const [first] = lists;
  return { applied: first === undefined || first === denied || first === groups ? null : first, denied, groups };
}

const named = (list: PolicyList | null): readonly PolicyEntry[] =>
  (list?.entries ?? []).filter(({ name }) => !NONE.test(name));

/** `Filtering:  Denied (WMI Filter)` gives `Denied (WMI Filter)`. */
function reasonOf(details: readonly Line[]): string | null {
  const text = details[0]?.text.trim();
  return text === undefined ? null : text.slice(text.indexOf(':') + 1).trim();
}

function computerName(lines: readonly Line[], section: PolicySection | null) {
  const inDirectory = section?.lines.find(({ text }) => /^\s+CN=/i.test(text));
  const directoryName = /^\s+CN=([^,]{1,64}),/i.exec(inDirectory?.text ?? '')?.[1];
  if (inDirectory !== undefined && directoryName !== undefined) return { name: directoryName, line: inDirectory };
  const report = lines.find(({ text }) => RSOP.test(text) && !NO_RSOP_DATA.test(text));
  const name = COMPUTER_BEFORE_MODE.exec(report?.text ?? '')?.[1];
  return report === undefined || name === undefined ? null : { name, line: report };
}

const refusal = ({ lines }: Output): Line | null =>
  lines.find(({ text }) => ACCESS_DENIED.test(text) || NO_RSOP_DATA.test(text)) ?? null;

function refused(output: Output): readonly Problem[] {
  const line = refusal(output);
  if (line === null) return [];
  const isDenied = ACCESS_DENIED.test(line.text);
  const message = isDenied
    ? 'gpresult was refused with "Access Denied". Run gpresult /r /scope computer in an elevated prompt (Run as administrator).'
    : `gpresult found no data: "${line.text.trim()}". Run gpresult /r /scope computer in an elevated prompt of the signed-in user.`;
  return [{ code: isDenied ? 'not-elevated' : 'no-policy-data', message, line: line.number }];
}
