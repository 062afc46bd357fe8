/** `Get-NetIPInterface -AddressFamily IPv6`: forwarding and advertising of each interface, as netsh reads them. */
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  flagOf,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletRecords,
  wordOf,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record for each interface; the default table does not print forwarding:
 *
 *     InterfaceAlias                  : IPHTTPSInterface
 *     ConnectionState                 : Connected
 *     Forwarding                      : Enabled
 *     Advertising                     : Enabled
 */
export const ipv6InterfaceCmdlet = defineCommand({
  id: 'netsh-ipv6-interface',
  typed: 'Get-NetIPInterface -AddressFamily IPv6 | Format-List',
  shell: 'powershell',
  runOn: 'server',
  elevated: false,
  shows: 'Whether an IPv6 interface of the server forwards and advertises.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netipinterface\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /netipinterface/i.test(fileName),
  read: (output) => {
    const { records, complete, proofs, problems } = readCmdletRecords(output, SHAPE);
    return { complete, proofs, problems, data: { interfaces: records.map(ipv6Interface) } };
  },
});

const SHAPE: CmdletShape = {
  list: 'interfaces',
  isOwn: (names) => ['interfacealias', 'forwarding', 'advertising'].every((name) => names.includes(name)),
  isWhole: printedBelow('advertising'),
  paths: {
    name: ['InterfaceAlias'],
    state: ['ConnectionState'],
    forwarding: ['Forwarding'],
    advertising: ['Advertising'],
  },
  needed: ['name', 'forwarding', 'advertising'],
};

/** MSFT_NetIPInterface: Disconnected 0, Connected 1; Disabled 0, Enabled 1. */
const STATES = ['Disconnected', 'Connected'];

function ipv6Interface(record: PowershellRecord) {
  const state = wordOf(valueOf(record, 'ConnectionState'), STATES);
  return {
    name: valueOf(record, 'InterfaceAlias') ?? '',
    connected: state === null ? null : /^connected$/i.test(state),
    forwarding: flagOf(valueOf(record, 'Forwarding')),
    advertising: flagOf(valueOf(record, 'Advertising')),
  };
}
