/** `Get-NetConnectionProfile`: which attached networks are in the domain, private or public profile. */
import { type Line } from '../document';
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  readCmdletRecords,
  wordOf,
} from './cmdlet-records';
import { defineCommand, type Output } from './command';

/** Values of NetworkCategory; they are not translated, the names of networks are whatever people chose. */
const CATEGORIES = { domainauthenticated: 'domain', private: 'private', public: 'public' } as const;
type Profile = (typeof CATEGORIES)[keyof typeof CATEGORIES];
/** The numbers behind them (MSFT_NetConnectionProfile), which JSON prints. */
const NUMBERS = ['Public', 'Private', 'DomainAuthenticated'];

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
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /connectionprofile/i.test(fileName),
  read,
});

const SHAPE: CmdletShape = {
  list: 'networks',
  isOwn: (names) =>
    names.includes('networkcategory') && names.some((name) => /^(?:name|interfacealias|interfaceindex)$/.test(name)),
  first: /^name$/,
  isWhole: (record) => record.has('ipv6connectivity'),
  paths: { name: ['Name'], category: ['NetworkCategory'] },
  needed: ['category'],
};

function read(output: Output): Draft<'netsh-currentprofile'> {
  const { records, complete, problems, isEmpty } = readCmdletRecords(output, SHAPE);
  const proofs: Record<string, number> = {};
  const found = new Map<Profile, { readonly networks: string[]; readonly line: Line }>();
  for (const record of records) {
    const category = record.get('networkcategory');
    const profile = profileOf(record);
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
  const allTold = records.every((record) => profileOf(record) !== null);
  return {
    data: { profiles: [...found].map(([profile, { networks }]) => ({ profile, networks })) },
    complete: isEmpty || (complete && allTold),
    problems,
    proofs,
  };
}

function profileOf(record: PowershellRecord): Profile | null {
  const name = wordOf(valueOf(record, 'NetworkCategory'), NUMBERS)?.toLowerCase();
  return name === 'domainauthenticated' || name === 'private' || name === 'public' ? CATEGORIES[name] : null;
}
