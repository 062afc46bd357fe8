/** The headings that collecting scripts print above each output, as far as they name the command that follows. */
import { type LineText } from '../document';
import { firstSign } from '../grammars/first-sign';

/**
 * A heading of one to three lines: `first` and `last` are indexes, `command` the index of the line to quote. `typed` is empty for a title
 * that opens something else.
 */
export interface BundleHeading {
  readonly typed: string;
  readonly first: number;
  readonly last: number;
  readonly command: number;
}

/** The longest heading that is looked at. */
const MAX_HEADING_CHARACTERS = 1000;
/** The shortest rule that is taken for part of a heading; a rule may be off by this much from the command that it frames. */
const MIN_RULE_CHARACTERS = 5;
const MAX_RULE_DIFFERENCE = 1;

/**
 * The scripts and what they print. Layouts of TSS and SDP follow the published scripts (psSDP's `RunNetSH`, `RunPS` and `Heading`, TSS'
 * `RunCommands`, tss_DAclient-collector.ps1); those of gatherNetworkInfo.vbs were seen in two published folders of it.
 */
export function bundleHeading(lines: readonly LineText[], index: number): BundleHeading | null {
  const sign = firstSign(lines[index]?.text ?? '');
  const framed = sign === '-' || sign === '=' ? framedHeading(lines, index) : null;
  const marked = sign === '_' || sign === '=' ? markedHeading(lines, index) : null;
  return framed ?? marked ?? gatheredHeading(lines, index, sign);
}

/** Whether a heading can begin at a line of this text, whatever stands below it. */
export function opensBundleHeading(text: string): boolean {
  const sign = firstSign(text);
  if ((sign === '-' || sign === '=') && isRuleOf(sign, text.trim())) return true;
  if ((sign === '_' || sign === '=') && MARKED.test(text)) return true;
  return (BEGINS_STORE.includes(sign) && text.includes('...')) || endsTitle(text);
}

/**
 *     ---------------------------------               ======================================
 *     netsh namespace show effectivepolicy            20260824 10:21:04.123 : Netsh advfirewall monitor show mmsa
 *     ---------------------------------               ======================================
 *
 * A frame of dashes is as wide as its command; one of equals signs is a title (SDP) or has a time in front (TSS).
 */
function framedHeading(lines: readonly LineText[], index: number): BundleHeading | null {
  const above = trimmedAt(lines, index);
  const sign = above[0];
  if ((sign !== '-' && sign !== '=') || !isRuleOf(sign, above) || above !== trimmedAt(lines, index + 2)) return null;
  const text = trimmedAt(lines, index + 1);
  if (text === '' || text.length > MAX_HEADING_CHARACTERS || isRuleOf('-', text) || isRuleOf('=', text)) return null;
  const heading = { first: index, last: index + 2, command: index + 1 };
  if (sign === '=') return { ...heading, typed: withoutRedirection(TIMED.exec(text)?.[1] ?? '') };
  const fits = Math.abs(above.length - text.length) <= MAX_RULE_DIFFERENCE;
  return fits ? { ...heading, typed: withoutRedirection(text) } : null;
}

const trimmedAt = (lines: readonly LineText[], at: number): string => lines[at]?.text.trim() ?? '';
const TIMED = /^\d{8} \d{2}:\d{2}:\d{2}\.\d{3} : (.{1,900})$/;
const isRuleOf = (sign: string, text: string): boolean =>
  text.length >= MIN_RULE_CHARACTERS && text === sign.repeat(text.length);
/** What a script pipes its output into is no part of the question. */
const withoutRedirection = (typed: string): string =>
  typed.replace(/\s{0,20}(?:\|\s?Out-File\b|>>).{0,900}$/i, '').trim();

/** ` _____ dnsclient State (Netsh dnsclient show state)`, of TSS' collector on the client. */
function markedHeading(lines: readonly LineText[], index: number): BundleHeading | null {
  const text = lines[index]?.text ?? '';
  if (text.length > MAX_HEADING_CHARACTERS || !MARKED.test(text)) return null;
  if (/^\s?={5,40}[A-Z][A-Za-z ]{1,60}={5,40}$/.test(text)) return oneLine('', index);
  const marked = /^\s?_{5} (?:.{1,120}\(([^()]{1,300})\)|=== .{1,120})$/.exec(text);
  return marked === null ? null : oneLine(marked[1] ?? '', index);
}

/** Either sign begins one; every line of a document is asked. */
const MARKED = /^\s?[=_]{5}/;

/** The script's own titles and the commands below them, in lower case. */
const GATHERED: Readonly<Record<string, string>> = {
  'current profiles': 'netsh advfirewall monitor show currentprofile',
  'firewall configuration': 'netsh advfirewall monitor show firewall',
  'connection security configuration': 'netsh advfirewall monitor show consec',
  'firewall rules': 'netsh advfirewall firewall show rule name=all verbose',
  'connection security rules': 'netsh advfirewall consec show rule name=all verbose',
  'firewall rules currently enforced': 'netsh advfirewall monitor show firewall rule name=all',
  'connection security rules currently enforced': 'netsh advfirewall monitor show consec rule name=all',
};
/** Of the certificate stores; the certificates of the user and of roots are not those of the computer. */
const STORES: Readonly<Record<string, string>> = {
  'machine certificates...': 'certutil -v -store -silent My',
  'user certificates...': 'certutil -v -user -store -silent My',
  'root certificates (machine store)...': 'certutil -v -store -silent root',
  'root certificates (enterprise store)...': 'certutil -v -enterprise -store -silent root',
  'root certificates (user store)...': 'certutil -v -user -store -silent root',
};
const BEGINS_STORE = 'mruMRU';
/** A title ends in its colon, in a copied window in blanks behind it. */
const ENDS_TITLE = /:\s{0,4}$/;
const [BLANK, COLON, LAST_OF_ASCII] = [0x20, 0x3a, 0x7f] as const;

/** The last sign of most lines tells that they are no title. */
function endsTitle(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (last === COLON || last <= BLANK || last > LAST_OF_ASCII) && ENDS_TITLE.test(text);
}
const COMMANDS_IN_CAPITALS: readonly (readonly [RegExp, string])[] = [
  [/^netsh namespace show effective$/i, 'netsh namespace show effectivepolicy'],
  [/^(?:NETSH|IPCONFIG|NBTSTAT|ARP|NET|ROUTE|SC)(?: [A-Z0-9/-]{1,20}){1,6}$/, ''],
];

/**
 *     Current Profiles:                                              NETSH NAMESPACE SHOW POLICY:
 *     ---------------------------------------------- (72 dashes)     Machine certificates...
 */
function gatheredHeading(lines: readonly LineText[], index: number, sign: string): BundleHeading | null {
  const text = lines[index]?.text ?? '';
  if (text.length > MAX_HEADING_CHARACTERS) return null;
  // Every title of a store ends in dots.
  const store = BEGINS_STORE.includes(sign) && text.includes('...') ? STORES[text.trim().toLowerCase()] : undefined;
  if (store !== undefined) return oneLine(store, index);
  if (!endsTitle(text) || !/^\S.{2,80}:\s{0,4}$/.test(text)) return null;
  const title = text.replace(/\s{0,4}:\s{0,4}$/, '').replace(/\s+/g, ' ');
  const isOver72Dashes = /^-{72}$/.test(lines[index + 1]?.text.trim() ?? '');
  const below = isOver72Dashes ? GATHERED[title.toLowerCase()] : undefined;
  if (below !== undefined) return { typed: below, first: index, last: index + 1, command: index };
  const inCapitals = COMMANDS_IN_CAPITALS.find(([pattern]) => pattern.test(title) && title === title.toUpperCase());
  return inCapitals === undefined ? null : oneLine(inCapitals[1] === '' ? title.toLowerCase() : inCapitals[1], index);
}

const oneLine = (typed: string, index: number): BundleHeading => ({ typed, first: index, last: index, command: index });
