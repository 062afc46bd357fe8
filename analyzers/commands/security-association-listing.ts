/** What the listings of main and quick mode SAs share: their end, their empty answer, and the lines behind their values. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line, type LineText } from '../document';
import { isOk, needsElevation, nothingFound } from '../grammars/netsh';
import { type Association, associations, type Mode, type Part } from '../grammars/security-associations';
import { keptByText, keptWithLines } from '../grammars/kept-with-lines';
import { dateOrder, isAmbiguousDate, readWindowsDate } from '../grammars/windows-date';
import { type Draft } from '../reading';
import { type Output } from './command';
import { notElevated } from './output-problems';
import { wholeLines } from './whole-lines';

/** The busiest server has some thousands of clients; an endless list is cut here, and counts as one that is not whole. */
export const MAX_ASSOCIATIONS = 10_000;

type Shared = Omit<Draft<'netsh-mmsa'>, 'data'>;

interface ReadListing extends Shared {
  /** The associations that were printed whole, each with its time in ISO 8601. */
  readonly found: readonly (readonly [Association, string | null])[];
}

/** The associations of one mode in an output. `paths` says under which name each value stands in `data`. */
export function readAssociations(
  output: Output,
  mode: Mode,
  paths: Readonly<Partial<Record<Part, string>>>,
): ReadListing {
  const closing = output.lines.find(({ text }) => closesListing(output.lines, text));
  const lines = wholeLines(output);
  const all = associations(lines, output.closed || lines.length < output.lines.length, MAX_ASSOCIATIONS + 1);
  const isEndless = all.length > MAX_ASSOCIATIONS;
  const listed = all.slice(0, MAX_ASSOCIATIONS);
  const dates = output.dates ?? dateOrder(output.lines, null);
  const whole = listed.filter((one) => one.whole && one.mode === mode && one.parts.remote !== undefined);
  const timeIn = keptByText((text) => readWindowsDate(text, dates.order));
  const found = whole.map((one) => [one, timeIn(one.title?.text ?? '')] as const);
  const denied = closing !== undefined && needsElevation(closing.text);
  const unsure = dates.decided ? undefined : whole.find(({ title }) => isAmbiguousDate(title?.text ?? ''))?.title;
  const strange = listed.length > whole.length && closing !== undefined && !denied;
  return {
    found,
    complete: closing !== undefined && !denied && !strange && !isEndless,
    at: found.find(([, time]) => time !== null)?.[1] ?? null,
    problems: [
      ...(denied ? [notElevated(closing.number)] : []),
      ...(unsure == null ? [] : [ambiguousDate(unsure)]),
      ...(strange ? [oddAssociation(listed, whole)] : []),
      ...(isEndless ? [endless(listed)] : []),
    ],
    proofs: proofsOf(whole, closing, paths),
  };
}

/** Whether a line closes a listing: the closing word, the sentence of an empty list, or the refusal. */
export const endsListing = ({ text }: LineText): boolean => isClosing(text);

const isClosing = (text: string): boolean =>
  isOk(text) || nothingFound(text) === 'associations' || needsElevation(text);

/** An endless listing has no closing word in half a million lines, which are of a few texts. */
const closesListing = keptWithLines(isClosing);

/** A sentence that either listing may consist of. */
export const isAloneAnswer = ({ text }: LineText): boolean =>
  nothingFound(text) === 'associations' || (needsElevation(text) && nothingFound(text) !== 'rules');

/** How far above an association the heading of a rule listing may stand. */
const MAX_HEADING_DISTANCE = 400;

/** `monitor show consec` repeats the SAs below its heading `Security Associations:`; they are no listing of their own. */
export function isInsideRules(lines: readonly LineText[], index: number): boolean {
  const seen = SEEN.get(lines) ?? { next: 0, heading: -1, end: -1 };
  SEEN.set(lines, seen);
  // Asked again for a line further up, it begins anew.
  if (seen.next > index) [seen.next, seen.heading, seen.end] = [Math.max(0, index - MAX_HEADING_DISTANCE), -1, -1];
  for (; seen.next < index; seen.next += 1) {
    const text = lines[seen.next]?.text ?? '';
    if (isOk(text)) seen.end = seen.next;
    else if (/^\s*security associations:/i.test(text)) seen.heading = seen.next;
  }
  return seen.heading > seen.end && seen.heading >= index - MAX_HEADING_DISTANCE;
}

/** The last heading and the last closing word above a line, found in one pass: a listing asks for each of its associations. */
const SEEN = new WeakMap<readonly LineText[], { next: number; heading: number; end: number }>();

function proofsOf(
  whole: readonly Association[],
  closing: Line | undefined,
  paths: Readonly<Partial<Record<Part, string>>>,
): Readonly<Record<string, number>> {
  const proofs: Record<string, number> = {};
  whole.forEach(({ title, parts }, index) => {
    const path = `sas[${index}]`;
    if (title !== null) [proofs[path], proofs[`${path}.time`]] = [title.number, title.number];
    for (const part of Object.keys(parts) as Part[]) {
      // the keys of `parts` are parts by its type, which Object.keys forgets
      const [name, line] = [paths[part], parts[part]?.line];
      if (name === undefined || line === undefined) continue;
      proofs[path] ??= line.number;
      proofs[`${path}.${name}`] = line.number;
    }
  });
  if (closing !== undefined) proofs['closing'] = closing.number;
  return proofs;
}

const ambiguousDate = (title: Line): Problem => ({
  code: 'ambiguous-date',
  message: `The date in "${title.text.trim()}" may have the day or the month first; the month was taken.`,
  line: title.number,
});

function endless(listed: readonly Association[]): Problem {
  const line = listed.at(-1)?.title?.number;
  return {
    code: 'too-many',
    message: `Only the first ${MAX_ASSOCIATIONS} security associations were read. Send a listing of this client alone: run the command on the client.`,
    ...(line === undefined ? {} : { line }),
  };
}

function oddAssociation(listed: readonly Association[], whole: readonly Association[]): Problem {
  const read = new Set(whole);
  const odd = listed.find((one) => !read.has(one));
  const line = odd?.title?.number;
  return {
    code: 'malformed',
    message: `${listed.length - whole.length} of ${listed.length} security associations could not be read. Copy the listing again, as text and unchanged.`,
    ...(line === undefined ? {} : { line }),
  };
}
