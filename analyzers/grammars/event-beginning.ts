/** Where among the lines of a transcript an export of events begins: asked for every line, so most are turned away by one look. */
import { type LineText } from '../document';
import { type TextForm, textForm } from './event-forms';
import { keptWithLines } from './kept-with-lines';

/** How much of a line is looked at: one line may hold a whole log. */
const MAX_HEAD_CHARACTERS = 2000;

const LIST_LINES = 80;
const LIST_FIRST =
  /^(?:Message|Id|TimeCreated|ProviderName|RecordId|LogName|MachineName|Version|Index|EventID|InstanceId)\s*:\s/;
/** The number of an event of a list, or the end of the heading of a table of events, which may stand below. */
const LIST_SIGN = /^(?:Id|EventID|InstanceId)\b|\bMessage\s*$/;

/** What a first line looks like, and how many lines from it on tell the form. */
const BEGINNINGS: readonly (readonly [firstLine: RegExp, lines: number])[] = [
  [/^\s{0,8}(?:[-+]\s?)?<(?:\?xml|Events?|Objs|netEvents|wfpdiag)[\s>]/, 8],
  [/^Event\[\d{1,10}\]/, 2],
  // The first event of a list may have a long message before its number.
  [/^\s{0,8}(?:\[\s*)?\{?\s*(?:"\w+"\s*:|$)/, LIST_LINES],
  [LIST_FIRST, LIST_LINES],
  [/^#TYPE |(?:^|[,;|\t"])(?:Id|EventID|InstanceId)(?:$|[,;|\t"])/, 4],
  [/^(?:[^,\t]{2,80}[,\t]){4}[^,\t]{2,80}$/, 2],
  [/^\s*(?:TimeCreated|TimeGenerated|Index)\s.*\bMessage$/, 2],
];
/** Details copied from Event Viewer: the fourth line is the number of the event. */
const COPIED = /^[^:\s<][^:\t<]{1,40}:[ \t]*\S/;
const COPIED_NUMBER = /^[^:\s<][^:\t<]{1,40}:[ \t]*\d{1,10}[ \t]*$/;
const COPIED_LINES = 4;

/**
 * The form of the export that begins at a line; null where none does. `atLeast` so many lines are looked at, where more than the
 * form's name is asked for: a copied event may have its XML below its text.
 */
export function formAt(lines: readonly LineText[], index: number, atLeast = 0): TextForm | null {
  const known = ASKED_LAST.get(lines);
  if (known?.index === index && known.atLeast === atLeast) return known.form;
  const form = formFrom(lines, index, atLeast);
  ASKED_LAST.set(lines, { index, atLeast, form });
  return form;
}

/** Whoever looks for events of the Security log and whoever looks for net events ask the same of the same line. */
const ASKED_LAST = new WeakMap<
  readonly LineText[],
  { readonly index: number; readonly atLeast: number; readonly form: TextForm | null }
>();

function formFrom(lines: readonly LineText[], index: number, atLeast: number): TextForm | null {
  const first = headOf(lines[index]?.text ?? '');
  const shown = shownBy(lines, first).lines;
  const isOther = shown === LIST_LINES && !isListSeen(first, lines, index);
  const needed = (isOther ? undefined : shown) ?? copiedLines(first, lines, index);
  if (first === '' || needed === 0) return null;
  const below = lines.slice(index, index + Math.max(needed, atLeast));
  return textForm(below.map(({ text }) => headOf(text)).join('\n'));
}

/** A list of events has a line with a number in each of them. Other lists begin with such words too: certificates with their version. */
function isListSeen(first: string, lines: readonly LineText[], index: number): boolean {
  if (!LIST_FIRST.test(first) || /[,;|\t"]/.test(first)) return true;
  return lines.slice(index, index + LIST_LINES).some(({ text }) => shownBy(lines, headOf(text)).isListSign);
}

const headOf = (text: string): string =>
  text.length > MAX_HEAD_CHARACTERS ? text.slice(0, MAX_HEAD_CHARACTERS) : text;

/** How many lines from a first line of this text on tell the form, undefined where only a copied one can begin so; what it may be of that. */
const shownBy = keptWithLines((first) => ({
  lines: BEGINNINGS.find(([pattern]) => pattern.test(first))?.[1],
  isListSign: LIST_SIGN.test(first),
  isCopied: COPIED.test(first),
  isCopiedNumber: COPIED_NUMBER.test(first),
}));

/** Whether an export can begin at a line of this text. */
export function opensForm(text: string): boolean {
  const first = text.slice(0, MAX_HEAD_CHARACTERS);
  return COPIED.test(first) || BEGINNINGS.some(([pattern]) => pattern.test(first));
}

const copiedLines = (first: string, lines: readonly LineText[], index: number): number =>
  shownBy(lines, first).isCopied && shownBy(lines, lines[index + COPIED_LINES - 1]?.text ?? '').isCopiedNumber
    ? COPIED_LINES
    : 0;
