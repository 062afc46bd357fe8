/** Which command printed which lines of a section: by the command line above them, else by how outputs begin and end. */
import { type Line } from '../document';
import { commandsOf } from '../intake/prompts';
import { type Section } from '../intake/sections';
import { type Command, type Output } from './command';
import { type LineMemo, lineMemo } from './line-memo';

/** The lines of one command; `from` and `to` are physical line numbers. */
export interface FoundOutput {
  readonly command: Command;
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

/** A sentence that is all the output of a command, while several could have printed it. */
export interface Undecided {
  readonly line: Line;
  readonly candidates: readonly Command[];
}

/** What one section falls into. */
export interface SectionOutputs {
  readonly found: readonly FoundOutput[];
  readonly undecided: readonly Undecided[];
  /** Lines below a command line that none of the commands can read. */
  readonly unread: readonly Line[];
}

/** How several commands that an output could be of are told apart: the preferred one of them. */
export type Choose = (candidates: readonly Command[]) => Command | undefined;

/** The outputs of one section, in the order of its lines. */
export function outputsOf(
  section: Section,
  registry: readonly Command[],
  choose: Choose,
  memo: LineMemo,
): SectionOutputs {
  const parts = section.typed === null ? [] : commandsOf(section.typed);
  const expected = parts.flatMap((typed) => {
    const command = registry.find(({ runs }) => runs(typed));
    return command === undefined ? [] : [{ command, typed }];
  });
  const [only] = expected;
  if (only !== undefined && parts.length === 1) return typedOutput(section, only, choose, memo);
  if (only !== undefined) return joinedOutputs(section, expected);
  const others = section.typed === null ? registry : withoutProgramOf(section.typed, registry);
  const ownMemo = others.length === registry.length ? memo : lineMemo(others);
  const outputs = walk(section.lines, section.closed, choose, ownMemo);
  const isUnread = section.typed !== null && outputs.found.length === 0 && outputs.undecided.length === 0;
  return { ...outputs, unread: isUnread ? section.lines.filter(hasText) : [] };
}

/**
 * A command line that is none of the registry's shows something else of its program: `certutil -user -store my` are the certificates of
 * the user, `netsh advfirewall firewall show rule` are no connection security rules. `netsh -f FILE` may show anything.
 */
function withoutProgramOf(typed: string, registry: readonly Command[]): readonly Command[] {
  const [program, argument] = wordsOf(typed);
  if (argument === undefined || /^-[frc]$/.test(argument)) return registry;
  return registry.filter((command) => wordsOf(command.typed)[0] !== program);
}

const wordsOf = (typed: string): readonly string[] =>
  typed
    .toLowerCase()
    .split(/\s+/, 2)
    .map((word) => word.replace(/\.exe$/, ''));

interface Expected {
  readonly command: Command;
  readonly typed: string;
}

/** All that stands below a known command line is its output, up to its closing line; what follows that is looked at on its own. */
function typedOutput(section: Section, { command, typed }: Expected, choose: Choose, memo: LineMemo): SectionOutputs {
  const { lines, closed } = section;
  const isRedirected = /\s>{1,2}\s?\S|\|\s?(?:clip|out-file|set-content|export-)/i.test(typed);
  if (!lines.some(hasText) && (!closed || isRedirected)) return { found: [], undecided: [], unread: [] };
  const end = lines.findIndex((line) => command.ends(line));
  const own = end < 0 ? lines : lines.slice(0, end + 1);
  const rest = end < 0 ? [] : lines.slice(end + 1);
  const after = rest.some(hasText) ? walk(rest, closed, choose, memo) : NOTHING;
  const isFollowed = closed || after.found.length > 0 || after.undecided.length > 0;
  const at = section.at?.number ?? 1;
  return { ...after, found: [outputOf(command, own, typed, isFollowed, at), ...after.found] };
}

const NOTHING: SectionOutputs = { found: [], undecided: [], unread: [] };

/** `a & b`: the outputs follow each other in that order; one begins by its heading, or where the one before it has closed. */
function joinedOutputs(section: Section, expected: readonly Expected[]): SectionOutputs {
  const found: FoundOutput[] = [];
  let next = 0;
  let open: { readonly one: Expected; readonly from: number } | null = null;
  const close = (to: number, closed: boolean): void => {
    if (open === null) return;
    const lines = section.lines.slice(open.from, to);
    found.push(outputOf(open.one.command, lines, open.one.typed, closed, lines[0]?.number ?? 1));
    open = null;
  };
  section.lines.forEach((line, index) => {
    if (!hasText(line)) return;
    const starting = expected.findIndex(({ command }, place) => place >= next && command.begins(section.lines, index));
    const heading = expected[starting];
    if (heading !== undefined && heading !== open?.one && !open?.one.command.begins(section.lines, index)) {
      close(index, true);
      for (const one of expected.slice(next, starting).filter(saysNothingOfNothing)) {
        found.push(outputOf(one.command, [], one.typed, true, line.number));
      }
      open = { one: heading, from: index };
      next = starting + 1;
    } else if (open === null) {
      const one = expected[next];
      if (one === undefined) return;
      open = { one, from: index };
      next += 1;
    }
    if (open.one.command.ends(line)) close(index + 1, true);
  });
  close(section.lines.length, section.closed);
  return { found, undecided: [], unread: [] };
}

/** Whether a command prints nothing for an empty list: then silence before the next output is its whole answer. */
const saysNothingOfNothing = ({ command, typed }: Expected): boolean =>
  command.read({ lines: [], typed, closed: true }).complete;

/** Lines without a command line: outputs begin where a command says so, and end at their closing line or where another begins. */
function walk(lines: readonly Line[], closed: boolean, choose: Choose, memo: LineMemo): SectionOutputs {
  const found: FoundOutput[] = [];
  const undecided: Undecided[] = [];
  let open: { readonly command: Command; readonly from: number } | null = null;
  const close = (to: number, isFollowed: boolean): void => {
    if (open === null) return;
    const own = lines.slice(open.from, to);
    found.push(outputOf(open.command, own, null, isFollowed, own[0]?.number ?? 1));
    open = null;
  };
  lines.forEach((line, index) => {
    const { isBlank, opening, alone } = memo(line.text);
    if (isBlank) return;
    // The inside of JSON is indented, and names of its properties are no beginning of anything.
    const first = open === null ? '' : (lines[open.from]?.text ?? '');
    if (/^[[{]/.test(first) && /^(?:\s+["{}[\]]|[}\]])/.test(line.text)) return;
    // Inside an export of events every line begins with a tag, and no other output does.
    if (open !== null && /^\s*</.test(line.text)) {
      if (open.command.ends(line)) close(index + 1, closed);
      return;
    }
    const beginning = opening.length === 0 ? opening : opening.filter(({ begins }) => begins(lines, index));
    const goesOn: boolean = open !== null && beginning.includes(open.command) && open.command.once !== true;
    if (beginning.length > 0 && !goesOn) {
      const command = (beginning.length === 1 ? undefined : choose(beginning)) ?? beginning[0];
      close(index, true);
      if (command !== undefined) open = { command, from: index };
    }
    if (open?.command.ends(line)) {
      close(index + 1, closed || hasTextBelow(lines, index));
      return;
    }
    if (alone.length === 0 || open?.command.holds?.(line)) return;
    close(index, true);
    undecided.push({ line, candidates: alone });
  });
  close(lines.length, closed);
  return { found, undecided, unread: [] };
}

function hasTextBelow(lines: readonly Line[], index: number): boolean {
  for (let below = index + 1; below < lines.length; below += 1) {
    const line = lines[below];
    if (line !== undefined && hasText(line)) return true;
  }
  return false;
}

const hasText = ({ text }: Line): boolean => text.trim() !== '';

function outputOf(
  command: Command,
  lines: readonly Line[],
  typed: string | null,
  closed: boolean,
  at: number,
): FoundOutput {
  const from = lines.find(hasText)?.number ?? at;
  return { command, output: { lines, typed, closed }, from, to: lines.findLast(hasText)?.number ?? from };
}
