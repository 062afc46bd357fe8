/** How netsh lists rules of the Name Resolution Policy Table: a title with the names, dashes, labelled values, blank lines. */
import { type NrptRule } from '../diagnosis/reading-data';
import { type Line, type LineText } from '../document';
import { canonicalAddress } from './address';
import { keptWithLines } from './kept-with-lines';
import { field, isRuled } from './netsh';

/** A rule with the lines that show it. */
export interface NamespaceRule {
  readonly rule: NrptRule;
  readonly title: Line;
  /** The line of its DNS servers. */
  readonly servers: Line | null;
  /** Its servers were shown and more below them: nothing of them was cut off. */
  readonly whole: boolean;
}

/** `Settings for .corp.contoso.com`; in another language the last word of a title above dashes. */
const ENGLISH_TITLE = /^\s*Settings for (\S{1,255})\s*$/i;
const FIRST_LABEL = /^\s*DirectAccess ?[(（]/i;
/** The first label stands less than so many lines below the title. */
const MAX_TITLE_DISTANCE = 8;
/** Lines that one rule takes at most. */
const MAX_RULE_LINES = 60;
export const MAX_RULES = 2000;

/**
 * The rules of a table in order. `closed` says that another prompt follows the last, `cut` that a line was left out below it: what
 * stands above that line was printed whole.
 */
export function namespaceRules(lines: readonly Line[], closed: boolean, cut: boolean): readonly NamespaceRule[] {
  const starts = lines.flatMap((_line, index) => (startsNamespace(lines, index) ? [index] : [])).slice(0, MAX_RULES);
  return starts.flatMap((start, position) => {
    const next = starts[position + 1];
    const own = lines.slice(start, Math.min(next ?? lines.length, start + MAX_RULE_LINES));
    return readRule(own, next !== undefined || closed, cut && next === undefined);
  });
}

/** Whether the rule of a namespace begins at a line. */
export function startsNamespace(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (ENGLISH_TITLE.test(text)) return true;
  if (!isLabelledBelow(lines, index)) return false;
  const below = lines.slice(index + 1, index + MAX_TITLE_DISTANCE);
  const namespace = namespaceOf(lines, text);
  if (namespace === null || text.includes(' : ')) return false;
  if (isRuled(below[0]?.text ?? '')) return below.some((line) => FIRST_LABEL.test(line.text));
  // Without the dashes, addresses on a line of their own stand above such a label too.
  const first = below.find((line) => line.text.trim() !== '');
  return FIRST_LABEL.test(first?.text ?? '') && !FIRST_LABEL.test(text) && canonicalAddress(namespace) === null;
}

/** Asked of nearly every line: from one to the next a single line comes into sight, so the last label in it is kept with the lines. */
function isLabelledBelow(lines: readonly LineText[], index: number): boolean {
  const seen = SEEN.get(lines) ?? { next: 0, label: -1 };
  SEEN.set(lines, seen);
  const end = index + MAX_TITLE_DISTANCE;
  // Asked again for a line further up, it begins anew.
  if (seen.next > end) [seen.next, seen.label] = [0, -1];
  for (seen.next = Math.max(seen.next, index + 1); seen.next < end; seen.next += 1) {
    if (FIRST_LABEL.test(lines[seen.next]?.text ?? '')) seen.label = seen.next;
  }
  return seen.label > index;
}

const SEEN = new WeakMap<readonly LineText[], { next: number; label: number }>();

/** Whether the rule of a namespace can begin at a line of this text. */
export const opensNamespace = (text: string): boolean =>
  ENGLISH_TITLE.test(text) || (namespaceIn(text) !== null && !text.includes(' : '));

const namespaceOf = keptWithLines(namespaceIn);

function namespaceIn(text: string): string | null {
  const last = ENGLISH_TITLE.exec(text)?.[1] ?? text.trim().split(/\s+/).at(-1) ?? '';
  return /^[\w*.:/-]{1,255}$/.test(last) && /[.\w]/.test(last) ? last : null;
}

function readRule(lines: readonly Line[], isFollowed: boolean, cut: boolean): readonly NamespaceRule[] {
  const [title] = lines;
  const namespace = namespaceIn(title?.text ?? '');
  if (title === undefined || namespace === null) return [];
  const body = lines.slice(1);
  const place = body.findIndex(({ text }) => /^\s*DirectAccess\b/i.test(text) && /DNS/i.test(field(text)?.label ?? ''));
  const servers = body[place] ?? null;
  const dnsServers = servers === null ? [] : serversFrom(body.slice(place));
  const ownFields = body.filter(({ text }) => field(text) !== null && !isRuled(text));
  const lastField = ownFields.at(-1);
  const blankBelow = lastField !== undefined && body.at(-1) !== lastField;
  const isPastServers = servers !== null && (cut || body.slice(place + 1).some((line) => line.text.trim() !== ''));
  const whole = isFollowed || isPastServers || (blankBelow && (servers !== null || !isDirectAccess(ownFields)));
  return [{ rule: { namespace, dnsServers, exempt: dnsServers.length === 0 }, title, servers, whole }];
}

const isDirectAccess = (fields: readonly Line[]): boolean =>
  fields.some(({ text }) => /^\s*DirectAccess\b/i.test(text));

/** Addresses behind the label, parted by commas, semicolons or blanks, and on indented lines below. */
function serversFrom(lines: readonly Line[]): readonly string[] {
  const [first, ...below] = lines;
  const more = below.findIndex(({ text }) => !/^\s{10,}[0-9a-f.:%,;][0-9a-f.:%,; ]*$/i.test(text));
  const values = [
    field(first?.text ?? '')?.value ?? '',
    ...below.slice(0, more < 0 ? below.length : more).map(({ text }) => text),
  ];
  return values
    .join(' ')
    .split(/[\s,;]+/)
    .flatMap((value) => canonicalAddress(value) ?? []);
}
