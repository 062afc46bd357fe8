/** `Get-NetConnectionProfile`: which attached networks are in the domain, private or public profile. */
import { type Line } from '../document';
import { endsRecord, powershellRecords, propertyOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isBlank, isKnownWhole, wholeLines } from './whole-lines';

/** Values of NetworkCategory; they are not translated, the names of networks are whatever people chose. */
const CATEGORIES = { domainauthenticated: 'domain', private: 'private', public: 'public' } as const;
type Profile = (typeof CATEGORIES)[keyof typeof CATEGORIES];

/**
 * One record for each attached network:
 *
 *     Name             : corp.example.com
 *     InterfaceAlias   : Ethernet
 *     InterfaceIndex   : 5
 *     NetworkCategory  : DomainAuthenticated
 *     IPv4Connectivity : Internet
 *     IPv6Connectivity : NoTraffic
 */
export const connectionProfileCmdlet = defineCommand({
  id: 'netsh-currentprofile',
  typed: 'Get-NetConnectionProfile',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'Which attached networks are in the domain, private or public profile.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netconnectionprofile\b/i.test(commandLine),
  opens: (text) => /^name[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 6).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    return names[0] === 'name' && names.includes('networkcategory');
  },
  ends: () => false,
  named: (fileName) => /connectionprofile/i.test(fileName),
  read,
});

function read(output: Output): Draft<'netsh-currentprofile'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const all = powershellRecords(lines);
  const records = all.filter((record) => record.has('networkcategory'));
  const found = new Map<Profile, { readonly networks: string[]; readonly line: Line }>();
  for (const record of records) {
    const category = record.get('networkcategory');
    const profile = profileOf(category?.value ?? '');
    if (category === undefined || profile === null) continue;
    const known = found.get(profile) ?? { networks: [], line: category.line };
    found.set(profile, known);
    const index = [...found.keys()].indexOf(profile);
    const name = record.get('name');
    if (name !== undefined) proofs[`profiles[${index}].networks[${known.networks.length}]`] = name.line.number;
    known.networks.push(name?.value ?? '');
    proofs[`profiles[${index}].profile`] = known.line.number;
  }
  // A last record without its category was cut, even where the one above it is whole.
  const last = all.at(-1);
  const isWhole = last?.has('networkcategory') === true && (endsRecord(lines, all) || last.has('ipv6connectivity'));
  const isEmpty = lines.every(isBlank) && output.closed && output.typed !== null;
  return {
    data: { profiles: [...found].map(([profile, { networks }]) => ({ profile, networks })) },
    complete: isEmpty || (records.length > 0 && isKnownWhole(output, isWhole)),
    proofs,
  };
}

function profileOf(category: string): Profile | null {
  const name = category.toLowerCase();
  return name === 'domainauthenticated' || name === 'private' || name === 'public' ? CATEGORIES[name] : null;
}
