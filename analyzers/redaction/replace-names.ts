/** Puts the stand-ins into a text, token by token, and keeps the columns of its tables. */
import { isPublicName, isTelling, isTopLevel, isWellKnownLabel } from './kept-names';
import { plainPhrase } from './learn-names';
import { type Registers } from './redaction-map';
import { type AddressStandIns } from './stand-in-addresses';
import { inCaseOf, type NameStandIns, numberOf, numeral, partsOf } from './stand-in-names';
import { addressIn, TOKENS } from './text-tokens';

export interface StandIns {
  readonly names: NameStandIns;
  readonly addresses: AddressStandIns;
  readonly registers: Registers;
}

/** In time that grows with the text. What has no stand-in stays as it is. */
export function replaceNames(text: string, standIns: StandIns): string {
  const parts: string[] = [];
  const tokens = new RegExp(TOKENS.source, TOKENS.flags);
  let done = 0;
  /** How much shorter the line has become since its last column; negative where it is longer. */
  let missing = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const { index } = match;
    const phrase = match.groups?.['run'] === undefined ? null : phraseAt(text, index, match[0], standIns.names);
    const original = phrase ?? match[0];
    const end = index + original.length;
    const replaced = phrase === null ? replaceToken(match, text, standIns) : replacePhrase(phrase, standIns.names);
    tokens.lastIndex = end;
    if (replaced === original) continue;
    const between = text.slice(done, index);
    if (between.includes('\n')) missing = 0;
    parts.push(aligned(between, missing));
    if (GAP.test(between)) missing = 0;
    parts.push(replaced);
    missing += original.length - replaced.length;
    const gap = BLANKS_AFTER.exec(text.slice(end, end + MAX_GAP))?.[0] ?? '';
    if (gap.length >= 2) {
      parts.push(' '.repeat(Math.max(1, gap.length + missing)));
      missing = 0;
    }
    done = end + (gap.length >= 2 ? gap.length : 0);
    tokens.lastIndex = done;
  }
  parts.push(aligned(text.slice(done), missing));
  return parts.join('');
}

/** The widest gap between two columns. */
const MAX_GAP = 200;
const BLANKS_AFTER = /^ +/;
const GAP = / {2,}/;

/** The first gap between columns makes up for what the names before it have lost or gained; none does beyond the end of the line. */
function aligned(between: string, missing: number): string {
  if (missing === 0) return between;
  const gap = GAP.exec(between);
  const lineEnd = between.search(/[\r\n]/);
  if (gap === null || (lineEnd >= 0 && lineEnd < gap.index)) return between;
  const blanks = ' '.repeat(Math.max(1, gap[0].length + missing));
  return between.slice(0, gap.index) + blanks + between.slice(gap.index + gap[0].length);
}

/** The longest name of several words that begins at a place. */
function phraseAt(text: string, index: number, run: string, names: NameStandIns): string | null {
  const phrases = names.phrasesFrom(run.split('.')[0] ?? run);
  const longest = phrases[0]?.length ?? 0;
  if (longest === 0) return null;
  // Blanks may be written with three characters, and be doubled.
  const written = /^[\p{L}\p{N}_.$&'()-]+(?:(?: {1,2}|%20|\r?\n {0,40})[\p{L}\p{N}_.$&'()-]+)*/u.exec(
    text.slice(index, index + longest * 3),
  )?.[0];
  if (written === undefined) return null;
  for (const phrase of phrases) {
    const found = writtenAs(phrase, written);
    if (found !== null) return found;
  }
  return null;
}

/** The part of the text that is the phrase; null where it is not, or where a word goes on. */
function writtenAs(phrase: string, written: string): string | null {
  let at = 0;
  for (const [index, word] of phrase.split(' ').entries()) {
    if (index > 0) {
      const blank = /^(?: {1,2}|%20|\r?\n {0,40})/.exec(written.slice(at))?.[0];
      if (blank === undefined) return null;
      at += blank.length;
    }
    if (written.slice(at, at + word.length).toLowerCase() !== word) return null;
    at += word.length;
  }
  return /^[\p{L}\p{N}_]/u.test(written.slice(at)) ? null : written.slice(0, at);
}

function replacePhrase(written: string, names: NameStandIns): string {
  const standIn = names.find(plainPhrase(written)) ?? written;
  return inCaseOf(written.replace(/%20/g, ' '), standIn);
}

function replaceToken(match: RegExpExecArray, text: string, { names, addresses, registers }: StandIns): string {
  const [token] = match;
  const { sid, guid, pairs, ipv6, ipv4, run } = match.groups ?? {};
  if (run !== undefined) return replaceRun(run, names, registers);
  if (ipv4 !== undefined) return isObjectId(text, match.index, token) ? token : (addresses.ipv4(token) ?? token);
  if (ipv6 !== undefined) return replaceIpv6(token, addresses);
  if (sid !== undefined) return replaceSid(token, registers);
  if (guid !== undefined) {
    const found = registers.guids.find(token.toLowerCase());
    return found === undefined ? token : inCaseOf(token, found);
  }
  return pairs === undefined ? token : replacePairs(pairs, addresses, registers);
}

/** `2.5.29.37: Flags = 0` and `(2.5.29.37)` number an extension of a certificate. */
const isObjectId = (text: string, index: number, token: string): boolean =>
  token.startsWith('2.5.29.') &&
  (text[index - 1] === '(' ||
    (text[index + token.length] === ':' && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - 40), index))));

/** `Reply from 2002:…::1: time` ends in a colon of the sentence, `C:2002:…` begins with a letter that is none of the address. */
function replaceIpv6(token: string, addresses: AddressStandIns): string {
  const { before, address, after } = addressIn(token);
  const standIn = addresses.ipv6(address);
  return standIn === null ? token : before + standIn + after;
}

/** Well-known SIDs stay, and the well-known accounts of a domain keep their last number. */
const FIRST_OWN_ACCOUNT = 1000;

function replaceSid(sid: string, { domainSids, accountIds }: Registers): string {
  const found = /^(S-1-(?:5-21|12-1))-(\d+-\d+-\d+)(?:-(\d+))?(-[\d-]+)?$/i.exec(sid);
  if (found === null) return sid;
  const [, authority = '', domain = '', account, rest = ''] = found;
  const standIn = domainSids.standIn(domain, (number) => partsOf(domain, number), domain.replace(/\d/g, '0'));
  if (account === undefined) return `${authority}-${standIn}${rest}`;
  const isOwn = Number(account) >= FIRST_OWN_ACCOUNT || authority.endsWith('12-1');
  const key = `${domain}-${account}`;
  // Of a domain that is a stand-in already the accounts are, too.
  if (!isOwn || standIn === domain) return `${authority}-${standIn}-${account}${rest}`;
  const number = accountIds.standIn(key, (count) => numeral(account.length, count), String(account.length));
  return `${authority}-${standIn}-${number}${rest}`;
}

/** Pairs of digits are a hardware address, the identifier of a DHCP client, or a number of a certificate. */
function replacePairs(pairs: string, addresses: AddressStandIns, { numbers }: Registers): string {
  const digits = pairs.replace(/[ :-]/g, '').toLowerCase();
  const separator = pairs.charAt(2);
  let standIn: string | undefined;
  if (digits.length === 12 && separator !== ' ') standIn = addresses.hardware(digits);
  else if (/^0*(?:e0)?$/.test(digits))
    return pairs; // adapters of tunnels
  else if (separator !== ' ' || FINGERPRINT_DIGITS.has(digits.length)) standIn = numberStandIn(digits, numbers);
  else standIn = numbers.find(digits);
  return standIn === undefined ? pairs : inCaseOf(pairs, (standIn.match(/../g) ?? []).join(separator));
}

/** MD5, SHA-1 and SHA-256. */
const FINGERPRINT_DIGITS = new Set([32, 40, 64]);

/** The stand-in of a number in hexadecimal digits, lower case. */
export const numberStandIn = (digits: string, numbers: Registers['numbers']): string =>
  /^(?:0+|f+)$/.test(digits)
    ? digits
    : numbers.standIn(digits, (number) => numberOf(digits.length, number), String(digits.length));

/** A run of letters, digits, dots and hyphens: a name as a whole, a name of the DNS, or names joined by signs. */
function replaceRun(run: string, names: NameStandIns, registers: Registers): string {
  const known = wordStandIn(run, names, registers);
  if (known !== undefined) return known;
  if (run.includes('.')) {
    const labels = run.split('.');
    const last = labels.at(-1)?.toLowerCase() ?? '';
    const isName = isTopLevel(last) && labels.some((label) => isTelling(label) || names.isStandIn(label));
    if (isName && isPublicName(run.toLowerCase())) return run;
    return labels
      .map((label, index) =>
        isName ? labelStandIn(label, index === labels.length - 1, names) : replaceRun(label, names, registers),
      )
      .join('.');
  }
  return /[-_]/.test(run) ? replaceJoined(run, names, registers) : run;
}

function wordStandIn(word: string, names: NameStandIns, { numbers }: Registers): string | undefined {
  if (/^[0-9a-f]+$/i.test(word)) {
    const digits = word.toLowerCase();
    const number = FINGERPRINT_DIGITS.has(digits.length) ? numberStandIn(digits, numbers) : numbers.find(digits);
    if (number !== undefined) return inCaseOf(word, number);
  }
  return isTelling(word) ? names.find(word) : undefined;
}

/** Within a name of the DNS also a label that is a word of Windows tells something. */
function labelStandIn(label: string, isLast: boolean, names: NameStandIns): string {
  const lower = label.toLowerCase();
  if (label === '' || isLast || isWellKnownLabel(lower) || names.isStandIn(lower)) return label;
  return names.find(label) ?? names.standIn(label, 'name');
}

/** Names within a name of a file or an account: more parts than these are left together. */
const MAX_JOINED = 12;

/** The longest known names of which the parts between hyphens and underscores are made. */
function replaceJoined(run: string, names: NameStandIns, registers: Registers): string {
  const pieces = run.split(/([-_])/);
  if (pieces.length > MAX_JOINED * 2) return run;
  const replaced: string[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    let standIn: string | undefined;
    let to = pieces.length;
    for (; to > from && standIn === undefined; to -= 1) {
      const isWhole = to - from === pieces.length;
      const part = pieces.slice(from, to).join('');
      if (!isWhole && from % 2 === 0 && (to - from) % 2 === 1) standIn = wordStandIn(part, names, registers);
    }
    replaced.push(standIn ?? pieces[from] ?? '');
    if (standIn !== undefined) from = to;
  }
  return replaced.join('');
}
