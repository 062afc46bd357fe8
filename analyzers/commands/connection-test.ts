/** `Test-NetConnection NAME -Port 443`: whether a name resolves, and whether a TCP port or a ping answers. */
import { canonicalAddress } from '../grammars/address';
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  flagOf,
  opensRecord,
  opensRecordBeside,
  readCmdletRecord,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record, with warnings above it where something failed:
 *
 *     WARNING: TCP connect to (198.51.100.7 : 443) failed
 *
 *     ComputerName           : da.example.com
 *     RemoteAddress          : 198.51.100.7
 *     RemotePort             : 443
 *     InterfaceAlias         : Wi-Fi
 *     SourceAddress          : 192.168.1.23
 *     PingSucceeded          : True
 *     PingReplyDetails (RTT) : 21 ms
 *     TcpTestSucceeded       : False
 */
export const connectionTest = defineCommand({
  id: 'test-netconnection',
  typed: 'Test-NetConnection <PUBLIC NAME> -Port 443',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows:
    'Whether TCP 443 to the public name answers from where the client is; a proxy on the way of IP-HTTPS it does not see.',
  sources: ['powershell'],
  runs: (commandLine) => /^(?:test-netconnection|tnc)\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /test-?netconnection|\btnc\b/i.test(fileName),
  read: (output) => {
    const { record, complete, proofs, problems } = readCmdletRecord(output, SHAPE);
    return {
      data: record === null ? NOTHING : test(record),
      complete,
      problems,
      proofs,
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'tests',
  isOwn: (names) =>
    names.includes('computername') &&
    names.includes('remoteaddress') &&
    names.some((name) => /^(?:tcptestsucceeded|pingsucceeded|remoteport|interfacealias|sourceaddress)$/.test(name)),
  first: /^computername$/,
  isWhole: () => false,
  paths: {
    target: ['ComputerName'],
    address: ['RemoteAddress'],
    port: ['RemotePort'],
    tcpAnswered: ['TcpTestSucceeded'],
    pingAnswered: ['PingSucceeded'],
    interface: ['InterfaceAlias'],
  },
  needed: ['target', 'tcpAnswered', 'pingAnswered'],
};

const NOTHING = { target: null, address: null, port: null, tcpAnswered: null, pingAnswered: null, interface: null };

/** With `-Detailed` a ping prints port 0 and that no TCP connection was made, though none was tried. */
function test(record: PowershellRecord) {
  const port = Number(/^\d{1,5}$/.exec(valueOf(record, 'RemotePort') ?? '')?.[0] ?? 0);
  const address = valueOf(record, 'RemoteAddress');
  const isTcp = port > 0;
  return {
    target: valueOf(record, 'ComputerName'),
    address: address === null ? null : canonicalAddress(address),
    port: isTcp ? port : null,
    tcpAnswered: isTcp ? flagOf(valueOf(record, 'TcpTestSucceeded')) : null,
    pingAnswered: flagOf(valueOf(record, 'PingSucceeded')),
    interface: valueOf(record, 'InterfaceAlias'),
  };
}
