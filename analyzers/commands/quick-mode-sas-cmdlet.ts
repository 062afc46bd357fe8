/** `Get-NetIPsecQuickModeSA`: the quick mode SAs. */
import { type QuickModeSa } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { type PowershellRecord, propertyOf, valueOf } from '../grammars/powershell-list';
import { defineCommand } from './command';
import { readCmdletRecords } from './cmdlet-records';

/**
 * One record for each SA:
 *
 *     Name                 : 410
 *     LocalEndpoint        : 2001:db8:9:1001::21
 *     RemoteEndpoint       : 2001:db8:9:1000::1
 *     EncapsulationMode    : Tunnel
 *     IpProtocol           : Any
 */
export const quickModeSasCmdlet = defineCommand({
  id: 'netsh-qmsa',
  typed: 'Get-NetIPsecQuickModeSA',
  shell: 'powershell',
  runOn: 'client',
  elevated: true,
  shows: 'The quick mode SAs.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netipsecquickmodesa\b/i.test(commandLine),
  opens: (text) => /^(?:name|localendpoint)[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 8).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    const isOwn = names.includes('encapsulationmode') || names.includes('quickmodefilterid');
    return /^(?:name|localendpoint)$/.test(names[0] ?? '') && names.includes('remoteendpoint') && isOwn;
  },
  ends: () => false,
  named: (fileName) => /quick-?mode.{0,10}(?:cmdlet|ps)/i.test(fileName),
  read: (output) => {
    const { records, ...rest } = readCmdletRecords(output, 'sas', isWhole, PATHS);
    return { ...rest, data: { sas: records.map(association) } };
  },
});

const PATHS = {
  local: ['LocalEndpoint'],
  remote: ['RemoteEndpoint'],
  localPort: ['LocalPort'],
  remotePort: ['RemotePort'],
  protocol: ['IpProtocol', 'Protocol'],
  direction: ['Direction'],
} as const;

/** An SA counts once something was printed below its remote endpoint. */
const isWhole = (record: PowershellRecord): boolean =>
  record.has('remoteendpoint') && [...record.keys()].at(-1) !== 'remoteendpoint';

const association = (record: PowershellRecord): QuickModeSa => ({
  time: null,
  local: canonicalAddress(valueOf(record, 'LocalEndpoint') ?? ''),
  remote: canonicalAddress(valueOf(record, 'RemoteEndpoint') ?? ''),
  localPort: valueOf(record, 'LocalPort'),
  remotePort: valueOf(record, 'RemotePort'),
  protocol: valueOf(record, 'IpProtocol', 'Protocol'),
  direction: valueOf(record, 'Direction'),
  offer: null,
  pfs: valueOf(record, 'PfsGroup', 'PerfectForwardSecrecyGroup'),
});
