/** `Get-NetIPConfiguration`, plain or `-Detailed`: the adapters as `ipconfig` reads them. */
import { type Adapter } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { adapterTitle } from '../grammars/adapter-titles';
import { canonicalAddress } from '../grammars/address';
import {
  endsRecord,
  listEntries,
  type PowershellRecord,
  powershellRecords,
  propertyOf,
  valueOf,
} from '../grammars/powershell-list';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/** What follows alias, index and description in this cmdlet; Test-NetConnection begins alike and goes on otherwise. */
const FOURTH = /^(?:netcompartment\.|netprofile\.|netadapter\.|ipv[46]|dnsserver)/;
const IPV6 = ['IPv6Address', 'IPv6TemporaryAddress', 'IPv6LinkLocalAddress'];

/**
 * One record for each adapter; several addresses stand in lines of their own:
 *
 *     InterfaceAlias       : Wi-Fi
 *     InterfaceIndex       : 13
 *     InterfaceDescription : Intel(R) Wireless-AC 9560 160MHz
 *     IPv6Address          : 2001:db8:1:2::5
 *     IPv4Address          : 10.0.0.47
 */
export const ipConfigurationCmdlet = defineCommand({
  id: 'ipconfig',
  typed: 'Get-NetIPConfiguration -Detailed',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'The adapters with their addresses.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netipconfiguration\b/i.test(commandLine),
  opens: (text) => /^(?:computername|interfacealias)[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 5).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    const own = names[0] === 'computername' ? names.slice(1) : names;
    return own[0] === 'interfacealias' && own[2] === 'interfacedescription' && FOURTH.test(own[3] ?? '');
  },
  ends: () => false,
  named: (fileName) => /netipconfig/i.test(fileName),
  read,
});

function read(output: Output): Draft<'ipconfig'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const records = powershellRecords(lines).filter((record) => record.has('interfacealias'));
  // The servers come last, and are not read.
  const isWhole = endsRecord(lines, records) || records.at(-1)?.has('dnsserver') === true;
  const complete = records.length > 0 && isKnownWhole(output, isWhole);
  const kept = complete || isWhole ? records : records.slice(0, -1);
  kept.forEach((record, index) => {
    const prove = (field: string, line: Line | undefined): void => {
      if (line !== undefined) proofs[`adapters[${index}].${field}`] = line.number;
    };
    prove('name', record.get('interfacealias')?.line);
    prove('ipv4', record.get('ipv4address')?.line);
    prove(
      'ipv6',
      IPV6.map((name) => record.get(name.toLowerCase())?.line).find((line) => line !== undefined),
    );
  });
  const hostName = records[0] === undefined ? null : valueOf(records[0], 'ComputerName');
  return {
    data: { adapters: kept.map(adapter), hostName, primarySuffix: null },
    complete,
    proofs,
    host: hostName,
  };
}

function adapter(record: PowershellRecord): Adapter {
  const name = valueOf(record, 'InterfaceAlias') ?? '';
  const description = valueOf(record, 'InterfaceDescription');
  const status = valueOf(record, 'NetAdapter.Status');
  const addresses = (...names: readonly string[]): readonly string[] =>
    names
      .flatMap((one) => listEntries(valueOf(record, one) ?? ''))
      .flatMap((address) => canonicalAddress(address) ?? []);
  return {
    name,
    description,
    kind: kindOf(name, description),
    connected: status === null ? true : status.toLowerCase() === 'up',
    ipv4: addresses('IPv4Address'),
    ipv6: addresses(...IPV6),
    suffix: null,
  };
}

/** The cmdlet prints no kind of adapter: drivers of transition adapters name themselves, others mostly do. */
function kindOf(name: string, description: string | null): string {
  const { kind } = adapterTitle(name, description);
  if (kind !== 'unknown') return kind;
  if (/wi-?fi|wireless|wlan/i.test(`${name} ${description ?? ''}`)) return 'wireless';
  return /ethernet|gigabit|gbe\b/i.test(`${name} ${description ?? ''}`) ? 'ethernet' : 'unknown';
}
