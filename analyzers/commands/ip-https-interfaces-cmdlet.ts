/** `Get-NetIPHttpsState`: the last error and the status of the IP-HTTPS adapter, as netsh reads them; the cmdlet prints no address. */
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletEntries,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record; nothing is printed where IP-HTTPS is not active (Microsoft, Get-NetIPHttpsState):
 *
 *     LastErrorCode   : 10060
 *     InterfaceStatus : Failed to connect to the IPHTTPS server; waiting to reconnect
 *
 * The code is a number of 32 bits, printed as decimal or hexadecimal.
 */
export const ipHttpsInterfacesCmdlet = defineCommand({
  id: 'netsh-httpstunnel',
  typed: 'Get-NetIPHttpsState',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'The IP-HTTPS interface: its last error and its state.',
  sources: ['ipHttps', 'powershell'],
  runs: (commandLine) => /^get-netiphttpsstate\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /iphttpsstate/i.test(fileName),
  read: (output) => {
    const { entries, complete, proofs, problems } = readCmdletEntries(output, SHAPE, ipHttpsInterface);
    return { complete, proofs, problems, data: { interfaces: entries } };
  },
});

const SHAPE: CmdletShape = {
  list: 'interfaces',
  isOwn: (names) => names.includes('lasterrorcode') && names.includes('interfacestatus'),
  first: /^(?:lasterrorcode|interfacestatus)$/,
  isWhole: printedBelow('lasterrorcode', 'interfacestatus'),
  paths: { lastErrorCode: ['LastErrorCode'], status: ['InterfaceStatus'] },
  needed: ['lastErrorCode', 'status'],
};

function ipHttpsInterface(record: PowershellRecord) {
  const printed = valueOf(record, 'LastErrorCode') ?? '';
  const isNumber = /^(?:0x[0-9a-f]{1,8}|-?\d{1,10})$/i.test(printed);
  if (!isNumber) return [];
  return [{ role: null, url: null, lastErrorCode: Number(printed) >>> 0, status: valueOf(record, 'InterfaceStatus') }];
}
