/** Which command printed which lines of a section: by the command line above them, else by how outputs begin and end. */
import { type LineText } from '../document';
import { keptByText } from '../grammars/kept-with-lines';
import { commandsOf } from '../intake/prompts';
import { type Section } from '../intake/sections';
import { type Command } from './command';
import { type LineMemo, lineMemo } from './line-memo';

/** Which lines of a document one command printed: those with an index from `start` up to before `end`. */
export interface FoundOutput {
  readonly command: Command;
  /** The command line above the output, or null where none was copied. */
  readonly typed: string | null;
  /** Another prompt or section follows, so nothing of this output is missing at its end. */
  readonly closed: boolean;
  readonly start: number;
  readonly end: number;
  /** The indexes of its first and its last line with text; where it has none, of where it would stand. */
  readonly from: number;
  readonly to: number;
}

/** A sentence that is all the output of a command, while several could have printed it. */
export interface Undecided {
  /** Its index in the document. */
  readonly at: number;
  readonly candidates: readonly Command[];
}

/** What one section falls into. */
export interface SectionOutputs {
  readonly found: readonly FoundOutput[];
  readonly undecided: readonly Undecided[];
  /** It has text below a command line that none of the commands can read. */
  readonly isUnread: boolean;
}

/** How several commands that an output could be of are told apart: the preferred one of them. */
export type Choose = (candidates: readonly Command[]) => Command | undefined;

/**
 * What finds the outputs of a section, in the order of its lines; for the sections of one document, because it remembers what their lines
 * and command lines tell.
 */
export function outputFinder(registry: readonly Command[], choose: Choose): (section: Section) => SectionOutputs {
  const memo = lineMemo(registry);
  const expectedOf = keptByText((typed) => expectedBelow(typed, registry));
  const memoOfOthers = keptByText((program) => lineMemo(withoutProgram(program, registry)), MAX_REMEMBERED_PROGRAMS);
  return (section) => {
    const { parts, expected } = section.typed === null ? NOTHING_TYPED : expectedOf(section.typed);
    const [only] = expected;
    if (only !== undefined && parts === 1) return typedOutput(section, only, choose, memo);
    if (only !== undefined) return joinedOutputs(section, expected);
    const program = section.typed === null ? null : ownProgram(section.typed);
    const outputs = walk(section, 0, choose, program === null ? memo : memoOfOthers(program));
    const isUnread = section.typed !== null && outputs.found.length === 0 && outputs.undecided.length === 0;
    return { ...outputs, isUnread: isUnread && section.lines.some(hasText) };
  };
}

/** Programs of which something unknown was typed: what their lines tell is remembered for each. */
const MAX_REMEMBERED_PROGRAMS = 5;

const NOTHING_TYPED = { parts: 0, expected: [] };

/** The known ones of the commands of a command line, and how many commands it has. */
function expectedBelow(line: string, registry: readonly Command[]) {
  const parts = commandsOf(line);
  const expected: readonly Expected[] = parts.flatMap((typed) => {
    const command = registry.find(({ runs }) => runs(typed));
    return command === undefined ? [] : [{ command, typed }];
  });
  return { parts: parts.length, expected };
}

/**
 * A command line that is none of the registry's shows something else of its program: `certutil -user -store my` are the certificates of
 * the user, `netsh advfirewall firewall show rule` are no connection security rules. `netsh -f FILE` may show
 * anything: null.
 */
function ownProgram(typed: string): string | null {
  const [program = '', argument] = wordsOf(typed);
  return argument === undefined || /^-[frc]$/.test(argument) ? null : program;
}

const withoutProgram = (program: string, registry: readonly Command[]): readonly Command[] =>
  registry.filter((command) => wordsOf(command.typed)[0] !== program);

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
  if (!lines.some(hasText) && (!closed || isRedirected(typed))) return NOTHING;
  const last = lines.findIndex(({ text }) => memo(text).ends(command));
  const end = last < 0 ? lines.length : last + 1;
  const after = hasTextFrom(lines, end) ? walk(section, end, choose, memo) : NOTHING;
  const isFollowed = closed || after.found.length > 0 || after.undecided.length > 0;
  const own = outputOf(section, command, { start: 0, end, typed, closed: isFollowed, at: section.at ?? 0 });
  return { ...after, found: [own, ...after.found] };
}

/** Whether a command line sends its output elsewhere than to the screen. */
const isRedirected = (typed: string): boolean =>
  /\s>{1,2}\s?\S|\|\s?(?:clip|out-file|set-content|export-)/i.test(typed);

const NOTHING: SectionOutputs = { found: [], undecided: [], isUnread: false };

/** `a & b`: the outputs follow each other in that order; one begins by its heading, or where the one before it has closed. */
function joinedOutputs(section: Section, expected: readonly Expected[]): SectionOutputs {
  const found: FoundOutput[] = [];
  let next = 0;
  let open: { readonly one: Expected; readonly from: number } | null = null;
  const close = (to: number, closed: boolean): void => {
    if (open === null) return;
    const { one, from: start } = open;
    found.push(outputOf(section, one.command, { start, end: to, typed: one.typed, closed, at: section.from + start }));
    open = null;
  };
  section.lines.forEach((line, index) => {
    if (!hasText(line)) return;
    const starting = expected.findIndex(({ command }, place) => place >= next && command.begins(section.lines, index));
    const heading = expected[starting];
    if (heading !== undefined && heading !== open?.one && !open?.one.command.begins(section.lines, index)) {
      close(index, true);
      for (const one of expected.slice(next, starting).filter(saysNothingOfNothing)) {
        const nothing = { start: index, end: index, typed: one.typed, closed: true, at: section.from + index };
        found.push(outputOf(section, one.command, nothing));
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
  const end = section.lines.length;
  close(end, section.closed);
  // What was typed and has not come was cut away whole: what it may have shown is not to be taken for what it did not show.
  const missing = section.closed || found.length === 0 ? [] : expected.slice(next);
  for (const { command, typed } of missing.filter(({ typed }) => !isRedirected(typed))) {
    found.push(outputOf(section, command, { start: end, end, typed, closed: false, at: section.at ?? section.from }));
  }
  return { found, undecided: [], isUnread: false };
}

/** Whether a command prints nothing for an empty list: then silence before the next output is its whole answer. */
const saysNothingOfNothing = ({ command, typed }: Expected): boolean =>
  command.read({ lines: [], typed, closed: true }).complete;

/**
 * Lines of a section, from one on, without a command line: outputs begin where a command says so, and end at their closing line or where
 * another begins.
 */
function walk(section: Section, first: number, choose: Choose, memo: LineMemo): SectionOutputs {
  const { closed } = section;
  const lines = first === 0 ? section.lines : section.lines.slice(first);
  const found: FoundOutput[] = [];
  const undecided: Undecided[] = [];
  let open: Open | null = null;
  let wasBlank = true;
  const close = (to: number, isFollowed: boolean): void => {
    if (open === null) return;
    const [start, end] = [first + open.from, first + to];
    const at = section.from + start;
    found.push(outputOf(section, open.command, { start, end, typed: null, closed: isFollowed, at }));
    open = null;
  };
  lines.forEach((line, index) => {
    const meaning = memo(line.text);
    const isBlankAbove = wasBlank;
    wasBlank = meaning.isBlank;
    if (wasBlank) return;
    // The inside of JSON is indented, and names of its properties are no beginning of anything.
    if (open?.isJson === true && /^(?:\s+["{}[\]]|[}\]])/.test(line.text)) return;
    // Inside an export of events every line begins with a tag, and no other output does.
    if (open !== null && meaning.isTag) {
      if (meaning.ends(open.command)) close(index + 1, closed);
      return;
    }
    const { alone } = meaning;
    const beside = { isBlankAbove, below: lines[index + 1]?.text ?? '' };
    const opening = meaning.openingBeside(beside);
    const beginning = opening.length === 0 ? opening : opening.filter(({ begins }) => begins(lines, index));
    const goesOn: boolean = open !== null && beginning.includes(open.command) && open.command.once !== true;
    if (beginning.length > 0 && !goesOn) {
      const command = (beginning.length === 1 ? undefined : choose(beginning)) ?? beginning[0];
      close(index, true);
      if (command !== undefined) open = { command, from: index, isJson: /^[[{]/.test(line.text) };
    }
    if (open !== null && meaning.ends(open.command)) {
      close(index + 1, closed || hasTextFrom(lines, index + 1));
      return;
    }
    if (alone.length === 0 || open?.command.holds?.(line)) return;
    close(index, true);
    undecided.push({ at: section.from + first + index, candidates: alone });
  });
  close(lines.length, closed);
  return { found, undecided, isUnread: false };
}

/** An output whose end was not seen yet. */
interface Open {
  readonly command: Command;
  readonly from: number;
  readonly isJson: boolean;
}

function hasTextFrom(lines: readonly LineText[], from: number): boolean {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line !== undefined && hasText(line)) return true;
  }
  return false;
}

const hasText = ({ text }: LineText): boolean => text.trim() !== '';

/** `start` and `end` are indexes in the section, `at` is one in the document. */
function outputOf(
  { lines, from }: Section,
  command: Command,
  { start, end, at, ...said }: Pick<FoundOutput, 'start' | 'end' | 'typed' | 'closed'> & { readonly at: number },
): FoundOutput {
  let [first, last] = [start, end - 1];
  while (first < end && !hasText(lines[first] ?? BLANK)) first += 1;
  while (last > first && !hasText(lines[last] ?? BLANK)) last -= 1;
  const place = { start: from + start, end: from + end, from: first < end ? from + first : at };
  return { command, ...said, ...place, to: first < end ? from + last : at };
}

const BLANK: LineText = { text: '', raw: '' };
