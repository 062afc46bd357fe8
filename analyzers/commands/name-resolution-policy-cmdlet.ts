/** `Get-DnsClientNrptPolicy [-Effective]` and `Get-DnsClientNrptRule`: the name resolution policy table. */
import { type NrptRule } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { listEntries, type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletEntries,
} from './cmdlet-records';

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
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /nrpt/i.test(fileName),
  read,
});

const SHAPE: CmdletShape = {
  list: 'rules',
  isOwn: (names) =>
    names.includes('namespace') &&
    names.some((name) => /^(?:directaccess|querypolicy$|ipseccarestriction$|nameservers$)/.test(name)),
  first: /^(?:name|namespace)$/,
  // The servers stand below the namespace, and something below them.
  isWhole: printedBelow('directaccessdnsservers'),
  paths: { namespace: ['Namespace'], dnsServers: ['DirectAccessDnsServers', 'NameServers'] },
  needed: ['namespace', 'dnsServers'],
};

function read(output: Output): Draft<'netsh-nrpt'> {
  const { records, entries, complete, proofs, problems } = readCmdletEntries(output, SHAPE, rulesOf);
  return { complete, proofs, problems, data: { effective: isEffective(output, records), rules: entries } };
}

/** The command line says it; without one, only the effective table fills in `QueryPolicy`. A rule is never the effective table. */
function isEffective({ typed }: Output, records: readonly PowershellRecord[]): boolean {
  if (typed !== null) return /\s-eff/i.test(typed);
  return records.some((record) => valueOf(record, 'QueryPolicy') !== null);
}

/** Get-DnsClientNrptRule puts several namespaces into one rule; a selection without the servers does not tell an exemption from a rule. */
function rulesOf(record: PowershellRecord): readonly NrptRule[] {
  if (!record.has('directaccessdnsservers') && !record.has('nameservers')) return [];
  const servers = listEntries(valueOf(record, 'DirectAccessDnsServers') ?? valueOf(record, 'NameServers') ?? '');
  const dnsServers = servers.flatMap((server) => canonicalAddress(server) ?? []);
  return listEntries(valueOf(record, 'Namespace') ?? '').map((namespace) => ({
    namespace,
    dnsServers,
    exempt: servers.length === 0,
  }));
}
