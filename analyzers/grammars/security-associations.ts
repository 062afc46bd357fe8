/** How netsh lists security associations of either mode: a title with a time, dashes, and one labelled value a line. */
import { type Line, type LineText } from '../document';
import { canonicalAddress } from './address';
import { keptWithLines } from './kept-with-lines';
import { field, isOk, isRuled, nothingFound } from './netsh';
import { readWindowsDate } from './windows-date';

/** The phase of IKE: main mode authenticates the peers, quick mode protects their traffic. */
export type Mode = 'main' | 'quick';

/** What a value of an association is. */
export type Part =
  | 'local'
  | 'remote'
  | 'auth1'
  | 'auth2'
  | 'mainOffer'
  | 'cookies'
  | 'health'
  | 'localPort'
  | 'remotePort'
  | 'protocol'
  | 'direction'
  | 'quickOffer'
  | 'pfs';

/** One association: its values by what they are, each with its line. */
export interface Association {
  readonly mode: Mode | null;
  /** The line `Main Mode SA at …`; null where the listing begins below it. */
  readonly title: Line | null;
  readonly parts: Readonly<Partial<Record<Part, { readonly value: string; readonly line: Line }>>>;
  /** A later line of the association, another one, or the closing word was seen: what decides was not cut. */
  readonly whole: boolean;
}

/** Labels since Vista (`First Auth`, `Health Pair`) and of later Windows (`Auth1`, `Health Cert`). */
const LABELS: Readonly<Record<string, Part>> = {
  'local ip address': 'local',
  'remote ip address': 'remote',
  auth1: 'auth1',
  'first auth': 'auth1',
  auth2: 'auth2',
  'second auth': 'auth2',
  'mm offer': 'mainOffer',
  'cookie pair': 'cookies',
  'health cert': 'health',
  'health pair': 'health',
  'local port': 'localPort',
  'remote port': 'remotePort',
  protocol: 'protocol',
  direction: 'direction',
  'qm offer': 'quickOffer',
  pfs: 'pfs',
};
/** The order in which the values are printed: it decides where the labels are translated. */
const ORDER: Readonly<Record<Mode, readonly Part[]>> = {
  main: ['local', 'remote', 'auth1', 'auth2', 'mainOffer', 'cookies', 'health'],
  quick: ['local', 'remote', 'localPort', 'remotePort', 'protocol', 'direction', 'quickOffer', 'pfs'],
};
/** Authentication methods are never translated. */
const AUTHENTICATION = /^(?:Computer|User)(?:Cert|Kerb|NTLM|PSK|NegoEx)\w*$|^Anonymous$/;
const QUICK_OFFER = /^(?:ESP|AH)[:+]/;
const COOKIES = /^[0-9a-f]{1,16}:[0-9a-f]{1,16}$/i;
/** Lines that one association takes at most, blank ones and unknown labels included. */
const MAX_ASSOCIATION_LINES = 40;

/** The first `most` associations of a listing, in order; half ones at its end are marked as not whole. `cut`: a last line that was left out. */
export function associations(lines: readonly Line[], cut: boolean, most: number): readonly Association[] {
  const starts: number[] = [];
  for (let index = 0; index < lines.length && starts.length < most; index += 1) {
    if (startsAssociation(lines, index)) starts.push(index);
  }
  return starts.map((start, position) => {
    const next = starts[position + 1];
    return readAssociation(lines, start, next, cut);
  });
}

/**
 * Whether an association begins at a line: at its title (a line with date and time), or, where no title was copied, at its first
 * address.
 */
export function startsAssociation(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const { isTitled, part } = shownBy(lines, text);
  if (isTitled) return (TITLE_WORDS.test(text) || isAboveAddresses(lines, index)) && modeOf(lines, index) !== null;
  return part === 'local' && !isBelowTitle(lines, index);
}

/** Whether the first line with text above a line, but for dashes, is a title. */
function isBelowTitle(lines: readonly LineText[], index: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 5); above -= 1) {
    const text = lines[above]?.text ?? '';
    if (text.trim() !== '' && !isRuled(text)) return shownBy(lines, text).isTitled;
  }
  return false;
}

/** Whether an association can begin at a line of this text. */
export const opensAssociation = (text: string): boolean => isTitle(text) || labelOf(text) === 'local';

const TITLE_WORDS = /(?:main|quick) mode SA\b/i;

/** Other lines with a date and a time (`Datum: …` of a copied event, rows of a table) have no two addresses right below them. */
function isAboveAddresses(lines: readonly LineText[], index: number): boolean {
  const below = lines.slice(index + 1, index + 7).filter(({ text }) => text.trim() !== '' && !isRuled(text));
  const values = below.slice(0, 2).map(({ text }) => canonicalAddress(field(text)?.value ?? ''));
  return values.length === 2 && !values.includes(null);
}

/** The mode of the association that begins at a line; null where none does, or nothing tells its mode. */
export function modeStarting(lines: readonly LineText[], start: number): Mode | null {
  const known = ASKED_LAST.get(lines);
  if (known?.start === start) return known.mode;
  const mode = startsAssociation(lines, start) ? modeOf(lines, start) : null;
  ASKED_LAST.set(lines, { start, mode });
  return mode;
}

/** Whoever looks for main mode and whoever looks for quick mode ask the same of the same line. */
const ASKED_LAST = new WeakMap<readonly LineText[], { readonly start: number; readonly mode: Mode | null }>();

/** By its values, else by its labels, else by the title. */
const modeOf = (lines: readonly LineText[], start: number): Mode | null =>
  modeBelow(lines, start + 1, Math.min(lines.length, start + MAX_ASSOCIATION_LINES), lines[start]?.text ?? '');

function modeBelow(lines: readonly LineText[], from: number, to: number, title: string): Mode | null {
  let labelled: Mode | null = null;
  for (let index = from; index < to; index += 1) {
    const shown = shownBy(lines, lines[index]?.text ?? '');
    if (shown.isTitled || shown.closes) break;
    if (shown.decides !== null) return shown.decides;
    labelled ??= LABELLED[shown.part ?? 'local'] ?? null;
  }
  if (labelled !== null) return labelled;
  if (/quick mode/i.test(title)) return 'quick';
  return /main mode/i.test(title) ? 'main' : null;
}

/** What a line says by itself of the association that it stands in. */
interface Shown {
  readonly isTitled: boolean;
  readonly closes: boolean;
  /** The mode that its value tells. */
  readonly decides: Mode | null;
  readonly part: Part | null;
  /** What stands behind its label; null where it has none, or is a rule. */
  readonly value: string | null;
  /** It is the closing word, or a sentence in the place of a list. */
  readonly isEnd: boolean;
}

const shownBy = keptWithLines((text): Shown => {
  const found = field(text);
  const value = found?.value ?? '';
  const closes = isOk(text);
  const isMain = AUTHENTICATION.test(value) || COOKIES.test(value);
  return {
    isTitled: isTitle(text),
    closes,
    decides: isMain ? 'main' : QUICK_OFFER.test(value) ? 'quick' : null,
    part: LABELS[found?.label.toLowerCase() ?? ''] ?? null,
    value: found === null || isRuled(text) ? null : value,
    isEnd: closes || nothingFound(text) !== null,
  };
});

/** The mode that a label tells where no value does. */
const LABELLED: Readonly<Partial<Record<Part, Mode>>> = {
  auth1: 'main',
  mainOffer: 'main',
  localPort: 'quick',
  direction: 'quick',
  quickOffer: 'quick',
};

const isTitle = (text: string): boolean =>
  text.length < 120 &&
  /\d[:.]\d\d/.test(text) &&
  !/[";]/.test(text) &&
  (readWindowsDate(text, 'month-first')?.includes('T') ?? false);

function labelOf(text: string): Part | null {
  return LABELS[field(text)?.label.toLowerCase() ?? ''] ?? null;
}

/** The association that begins at a line, with another at `next`. */
function readAssociation(lines: readonly Line[], start: number, next: number | undefined, cut: boolean): Association {
  const most = Math.min(next ?? lines.length, start + MAX_ASSOCIATION_LINES);
  const title = shownBy(lines, lines[start]?.text ?? '').isTitled ? (lines[start] ?? null) : null;
  const from = title === null ? start : start + 1;
  const mode = modeBelow(
    lines,
    from,
    title === null ? Math.min(most, start + MAX_ASSOCIATION_LINES - 1) : most,
    title?.text ?? '',
  );
  const values: { readonly part: Part | null; readonly value: string; readonly line: Line }[] = [];
  let isEnded = false;
  for (let index = start; index < most && !isEnded; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const { part, value, isEnd } = shownBy(lines, line.text);
    isEnded = isEnd;
    if (!isEnd && value !== null && line !== title) values.push({ part, value, line });
  }
  // Some labels are the same in every language (Auth1, PFS): the addresses' tell whether all are known.
  const labelled = values.some(({ part }) => part === 'remote');
  const parts: Partial<Record<Part, { value: string; line: Line }>> = {};
  values.forEach(({ part, value, line }, index) => {
    const found = labelled ? part : mode === null ? null : (ORDER[mode][index] ?? null);
    if (found !== null && value !== '') parts[found] ??= { value, line };
  });
  const deciding = mode === 'main' ? parts.auth2 : parts.remote;
  const isLast = deciding === undefined || values.at(-1)?.line === deciding.line;
  const whole = next !== undefined || isEnded || (deciding !== undefined && (!isLast || cut));
  return { mode, title, parts: plausible(parts) ? parts : {}, whole };
}

/** Values that were taken by their place are what their place asks for: addresses first. */
function plausible(parts: Readonly<Partial<Record<Part, { readonly value: string }>>>): boolean {
  return [parts.local, parts.remote].every((one) => one === undefined || canonicalAddress(one.value) !== null);
}
