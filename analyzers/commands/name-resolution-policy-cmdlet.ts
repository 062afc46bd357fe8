/** `Get-DnsClientNrptPolicy [-Effective]` and `Get-DnsClientNrptRule`: the name resolution policy table. */
import { type NrptRule } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { listEntries, type PowershellRecord, propertyOf, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { readCmdletRecords } from './cmdlet-records';

/**
 * One record for each rule; several servers stand in braces and may go on in the next line:
 *
 *     Namespace                        : .corp.example.com
 *     QueryPolicy                      :
 *     SecureNameQueryFallback          :
 *     DirectAccessDnsServers           : {2001:db8:1::2, 2001:db8:2::20}
 *     DirectAccessEnabled              :
 *
 * A rule without servers exempts its names (Microsoft, Get-DnsClientNrptPolicy).
 */
export const nameResolutionPolicyCmdlet = defineCommand({
  id: 'netsh-nrpt',
  typed: 'Get-DnsClientNrptPolicy -Effective',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'The name resolution policy table.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-dnsclientnrpt(?:policy|rule)\b/i.test(commandLine),
  opens: (text) => /^(?:name|namespace)[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 8).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    const isOwn = names.some((name) => /^(?:directaccess|querypolicy$|ipseccarestriction$)/.test(name));
    return /^(?:name|namespace)$/.test(names[0] ?? '') && names.includes('namespace') && isOwn;
  },
  ends: () => false,
  named: (fileName) => /nrpt/i.test(fileName),
  read,
});

const PATHS = { namespace: ['Namespace'], dnsServers: ['DirectAccessDnsServers', 'NameServers'] } as const;

function read(output: Output): Draft<'netsh-nrpt'> {
  const { records, ...rest } = readCmdletRecords(output, 'rules', isWhole, PATHS);
  return { ...rest, data: { effective: isEffective(output, records), rules: records.flatMap(rule) } };
}

/** The servers stand below the namespace, and something below them. */
const isWhole = (record: PowershellRecord): boolean =>
  record.has('directaccessdnsservers') && [...record.keys()].at(-1) !== 'directaccessdnsservers';

/** The command line says it; without one, only the effective table fills in `QueryPolicy`. A rule is never the effective table. */
function isEffective({ typed }: Output, records: readonly PowershellRecord[]): boolean {
  if (typed !== null) return /\s-eff/i.test(typed);
  return records.some((record) => valueOf(record, 'QueryPolicy') !== null);
}

/** Get-DnsClientNrptRule puts several namespaces into one rule. */
function rule(record: PowershellRecord): readonly NrptRule[] {
  const servers = listEntries(valueOf(record, 'DirectAccessDnsServers') ?? valueOf(record, 'NameServers') ?? '');
  const dnsServers = servers.flatMap((server) => canonicalAddress(server) ?? []);
  return listEntries(valueOf(record, 'Namespace') ?? '').map((namespace) => ({
    namespace,
    dnsServers,
    exempt: servers.length === 0,
  }));
}
