/** `net view \\SERVER`: the shares of an intranet server, or the system error with which it was not reached. */
import { type Line, type LineText } from '../document';
import { spoken } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isBlank, wholeLines } from './whole-lines';

/** "System error 53 has occurred.", "Systemfehler 53 aufgetreten.", "Error de sistema 53.": the number, then at least a full stop. */
const SYSTEM_ERROR = new RegExp(
  `^(?:[^\\d\\\\]{0,40}?)(?:${spoken('systemError')})[^\\d\\\\]{0,20}?(\\d{1,5})(?!\\d).{0,60}[.。]$`,
  'iu',
);
const COMMAND_LINE = /^\s{0,8}(?:\S{0,300}>\s?)?net(?:\.exe)?\s+view\s+(.+)$/i;
const RULE = /^[-=]{60,}$/;
/** `Share name  Type  Used as  Comment`, where a chat took the rule below it for a mark of its own. */
const COLUMNS = /^\S.{0,40}?(?:\s{2,}|\t)\S.{0,40}?(?:\s{2,}|\t)\S/;
/** "There are no entries in the list." is the answer of a server without shares. */
const NO_ENTRIES = new RegExp(`^(?:${spoken('emptyList')})[.。]$`, 'iu');
const CLOSING = new RegExp(`^(?:${spoken('commandDone')})[.。]$`, 'iu');
/** How many lines below its heading a listing has its columns or its rule at most. */
const HEADING_LINES = 12;
export const MAX_SHARES = 5000;

/**
 * A heading with the server, a rule of dashes, one line for each share, a sentence at the end:
 *
 *     Shared resources at \\fs1
 *
 *     Share name  Type  Used as  Comment
 *
 *     -------------------------------------------------------------------------------
 *     Public      Disk           Files for everyone
 *     The command completed successfully.
 *
 * or `System error 53 has occurred.` with its text below, in the language of Windows.
 */
export const netView = defineCommand({
  id: 'net-view',
  typed: 'net view \\\\<IntranetFileServer>',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows:
    'The shares of an intranet server, or the error with which it was not reached; it brings the intranet tunnel up.',
  sources: ['article', 'systemErrors'],
  runs: (commandLine) => /^net(?:\.exe)?\s+view\b/i.test(commandLine),
  opens: (text) => isAnswer(text.trim()) || HEADING.test(text.trim()),
  begins: (lines, index) => {
    const text = lines[index]?.text.trim() ?? '';
    return isAnswer(text) || isHeading(lines, index);
  },
  ends: (line) => CLOSING.test(line.text.trim()) || NO_ENTRIES.test(line.text.trim()),
  named: (fileName) => /net-?_?view/i.test(fileName),
  read,
});

function read(output: Output): Draft<'net-view'> {
  const { lines } = output;
  const proofs: Record<string, number> = {};
  const prove = (line: Line | undefined, ...paths: readonly string[]): void => {
    if (line !== undefined) for (const path of paths) proofs[path] = line.number;
  };
  const heading = lines.find((_, index) => isHeading(lines, index));
  prove(heading, 'server');
  const server = named(heading?.text ?? '') ?? named(typedTarget(output));
  const error = lines.find(({ text }) => SYSTEM_ERROR.test(text.trim()));
  const list = shares(output, heading);
  list.rows.forEach(({ line }, index) => prove(line, `shares[${index}]`));
  const end = error ?? list.closing ?? lines.find(({ text }) => NO_ENTRIES.test(text.trim()));
  prove(end, 'status', 'closing');
  const status = error === undefined ? 0 : Number(SYSTEM_ERROR.exec(error.text.trim())?.[1]);
  return {
    data: { server, status: end === undefined ? null : status, shares: list.rows.map(({ name }) => name) },
    complete: end !== undefined,
    proofs,
  };
}

const isAnswer = (text: string): boolean => SYSTEM_ERROR.test(text) || NO_ENTRIES.test(text) || COMMAND_LINE.test(text);
const HEADING = /^[^\\:]{3,60}\\\\[^\\\s]{1,255}\\?$/;

/** A line that ends in `\\SERVER`, with the columns or the rule of the listing a few lines below. */
function isHeading(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (!HEADING.test(text)) return false;
  return lines.slice(index + 1, index + 1 + HEADING_LINES).some((line) => isRuledOff(line));
}

const isRuledOff = ({ text }: LineText): boolean => RULE.test(text.trim()) || COLUMNS.test(text.trim());

/** The server of a heading or a target; null where a variable of a script stands for it. */
function named(text: string): string | null {
  const name = /\\\\([^\\\s]{1,255})/.exec(text)?.[1] ?? null;
  return name === null || /^[$%<]/.test(name) ? null : name;
}

function typedTarget(output: Output): string {
  const shown = wholeLines(output).find(({ text }) => COMMAND_LINE.test(text))?.text;
  return COMMAND_LINE.exec(output.typed ?? '')?.[1] ?? COMMAND_LINE.exec(shown ?? '')?.[1] ?? '';
}

/** The rows below the rule, up to a line that is a sentence: a share and its type stand at least two blanks apart. */
function shares(output: Output, heading: Line | undefined) {
  const rows: { readonly name: string; readonly line: Line }[] = [];
  if (heading === undefined) return { rows, closing: undefined };
  const believed = wholeLines(output).length;
  const ruled = output.lines.findIndex(({ text }) => RULE.test(text.trim()));
  const columns = output.lines.findIndex((line) => line.number > heading.number && isRuledOff(line));
  const rule = ruled < 0 ? columns : ruled;
  for (const [index, line] of output.lines.entries()) {
    if (rule < 0 || index <= rule) continue;
    const text = line.text.trim();
    if (CLOSING.test(text) || (/[.。]$/.test(text) && !/\s{2}/.test(text))) return { rows, closing: line };
    const [name = '', type] = text.split(/\s{2,}|\t/);
    if (isBlank(line) || type === undefined || index >= believed) continue;
    if (rows.length < MAX_SHARES) rows.push({ name, line });
  }
  return { rows, closing: undefined };
}
