/** What a text names: hosts, domains, accounts, authorities, numbers of certificates, addresses. */
import { isNoDomain, isPublicAuthority, isPublicName, isTelling, isTellingPhrase, isTopLevel } from './kept-names';
import { type AddressStandIns } from './stand-in-addresses';
import { type NameKind, type NameStandIns } from './stand-in-names';
import { DISTINGUISHED, NAME_PATTERNS } from './text-patterns';
import { ADDRESS, addressIn, RUN } from './text-tokens';

/** Who takes what was found. */
export interface Learner {
  readonly names: NameStandIns;
  readonly addresses: AddressStandIns;
  readonly number: (digits: string) => void;
  readonly guid: (guid: string) => void;
}

/** In time that grows with the text. */
export function learnText(text: string, learner: Learner): void {
  for (const { pattern, kind } of NAME_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (kind === 'number') learner.number(value.replace(/ /g, ''));
      else if (kind === 'guid') learner.guid(value);
      else if (kind === 'account') learnAccount(value, lineAfter(text, match.index), learner.names);
      else if (kind === 'phrase') learnPhrase(value, 'name', learner.names);
      else learnName(value, kind, learner.names);
    }
  }
  for (const [, key = '', value = ''] of text.matchAll(DISTINGUISHED)) learnPart(key, value, learner.names);
  for (const [run] of text.matchAll(RUN)) {
    if (run.includes('.') && isTopLevel(lastLabel(run))) learnName(run, 'host', learner.names);
  }
  for (const [address] of text.matchAll(ADDRESS)) learner.addresses.note(addressIn(address).address);
}

/** How much of a line is looked at for a SID that says whose account it is. */
const MAX_LINE_CHARACTERS = 300;

function lineAfter(text: string, index: number): string {
  const line = text.slice(index, index + MAX_LINE_CHARACTERS);
  const end = line.search(/[\r\n]/);
  return end < 0 ? line : line.slice(0, end);
}

const lastLabel = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** A host, a domain or a user by one word, or a name of the DNS, of which every label is learnt. */
export function learnName(written: string, kind: NameKind, names: NameStandIns): void {
  const name = written.replace(/^[.*]+|\.+$/g, '');
  if (/^[\d.:]+$/.test(name) || isPublicName(name.toLowerCase()) || names.isStandIn(name)) return;
  if (!name.includes('.')) {
    if (isTelling(name)) names.learn(name, kind);
    return;
  }
  if (kind === 'user' && isTellingPhrase(name)) {
    names.learn(name, kind);
    return;
  }
  const labels = name.split('.');
  if (!labels.some((label) => isTelling(label))) return;
  for (const [index, label] of labels.entries()) {
    const isLast = index === labels.length - 1;
    if (isLast && isTopLevel(label.toLowerCase())) continue;
    if (isTelling(label) && !names.isStandIn(label)) {
      names.learn(label, index === 0 && kind !== 'domain' ? kind : 'domain');
    }
  }
}

/** `DOMAIN\user`, `DOMAIN\PC$`; an authority of Windows is told by its name, or by the SID behind it. */
export function learnAccount(account: string, line: string, names: NameStandIns): void {
  const [domain = '', user = ''] = account.split(/\\{1,2}/);
  if (isNoDomain(domain) || (/\bS-1-(?!5-21-|12-1-)\d/i.test(line) && !/\bS-1-(?:5-21|12-1)-/i.test(line))) return;
  if (!/^(?:azuread|microsoftaccount|workgroup)$/i.test(domain)) learnName(domain, 'domain', names);
  const isComputer = user.endsWith('$');
  learnName(user.replace(/\$$/, ''), isComputer ? 'host' : 'user', names);
}

/** A name of several words, as authorities and organisations have them. */
export function learnPhrase(written: string, kind: NameKind, names: NameStandIns): void {
  const phrase = plainPhrase(written);
  if (phrase === '' || isPublicAuthority(phrase) || names.isStandIn(phrase) || !isTellingPhrase(phrase)) return;
  if (phrase.includes(' ')) names.learn(phrase, kind);
  else learnName(phrase, kind, names);
}

/** Without quotes, with single blanks; those of an address of the web are written `%20`. */
export const plainPhrase = (written: string): string =>
  written.replace(/%20/g, ' ').replace(/^"|"$/g, '').trim().replace(/\s+/g, ' ');

const KINDS: Readonly<Record<string, NameKind>> = { CN: 'name', DC: 'domain', E: 'user' };

function learnPart(key: string, value: string, names: NameStandIns): void {
  // Two columns of blanks end a value as a comma does.
  const [own = ''] = value.split(/ {2,}|\t/);
  const isAuthority = key === 'CN' && /\bca\b|authority|root/i.test(own);
  learnPhrase(own, isAuthority ? 'authority' : (KINDS[key] ?? 'name'), names);
}
