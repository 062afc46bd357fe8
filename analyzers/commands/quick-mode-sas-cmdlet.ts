/** `Get-NetIPsecQuickModeSA`: the quick mode SAs. */
import { type QuickModeSa } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { defineCommand } from './command';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletRecords,
  wordOf,
} from './cmdlet-records';

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
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /quick-?mode.{0,10}(?:cmdlet|ps)/i.test(fileName),
  read: (output) => {
    const { records, complete, proofs, problems } = readCmdletRecords(output, SHAPE);
    return { complete, proofs, problems, data: { sas: records.map(association) } };
  },
});

const SHAPE: CmdletShape = {
  list: 'sas',
  isOwn: (names) =>
    names.includes('remoteendpoint') &&
    names.some((name) => /^(?:encapsulationmode|quickmodefilterid|mmsaid|idledurationseconds)$/.test(name)),
  first: /^(?:name|localendpoint)$/,
  // An SA counts once something was printed below its remote endpoint.
  isWhole: printedBelow('remoteendpoint'),
  paths: {
    local: ['LocalEndpoint'],
    remote: ['RemoteEndpoint'],
    localPort: ['LocalPort'],
    remotePort: ['RemotePort'],
    protocol: ['IpProtocol', 'Protocol'],
    direction: ['Direction'],
  },
  needed: ['local', 'remote'],
};

/** MSFT_NetQuickModeSA prints the direction as a word; JSON prints the number behind it. */
const DIRECTIONS = ['', 'Inbound', 'Outbound'];

const association = (record: PowershellRecord): QuickModeSa => ({
  time: null,
  local: canonicalAddress(valueOf(record, 'LocalEndpoint') ?? ''),
  remote: canonicalAddress(valueOf(record, 'RemoteEndpoint') ?? ''),
  localPort: valueOf(record, 'LocalPort'),
  remotePort: valueOf(record, 'RemotePort'),
  protocol: valueOf(record, 'IpProtocol', 'Protocol'),
  direction: wordOf(valueOf(record, 'Direction'), DIRECTIONS),
  offer: null,
  pfs: valueOf(record, 'PfsGroup', 'PerfectForwardSecrecyGroup'),
});
