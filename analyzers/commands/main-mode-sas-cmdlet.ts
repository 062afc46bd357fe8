/** `Get-NetIPsecMainModeSA`: the main mode SAs, with the identities of both sides instead of the methods that netsh prints. */
import { type MainModeSa } from '../diagnosis/reading-data';
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
} from './cmdlet-records';

/**
 * One record for each SA; a second identity that ends in `$` is the computer's account:
 *
 *     Name                 : 410
 *     LocalEndpoint        : 2001:db8:9:1001::21
 *     RemoteEndpoint       : 2001:db8:9:1000::1
 *     LocalFirstId         : CN=client1.corp.example.com
 *     LocalSecondId        : CORP\CLIENT1$
 */
export const mainModeSasCmdlet = defineCommand({
  id: 'netsh-mmsa',
  typed: 'Get-NetIPsecMainModeSA',
  shell: 'powershell',
  runOn: 'client',
  elevated: true,
  shows: 'The main mode SAs, with the identities of both sides instead of their methods.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netipsecmainmodesa\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /main-?mode.{0,10}(?:cmdlet|ps)/i.test(fileName),
  read: (output) => {
    const { records, complete, proofs, problems } = readCmdletRecords(output, SHAPE);
    return { complete, proofs, problems, data: { sas: records.map(association) } };
  },
});

const SHAPE: CmdletShape = {
  list: 'sas',
  isOwn: (names) =>
    names.includes('remoteendpoint') && names.some((name) => /^(?:local|remote)(?:first|second)id$/.test(name)),
  first: /^(?:name|localendpoint)$/,
  // An SA counts once something was printed below its second identity: a user's and a computer's account differ in their last letter.
  isWhole: printedBelow('remoteendpoint', 'localsecondid'),
  paths: {
    local: ['LocalEndpoint'],
    remote: ['RemoteEndpoint'],
    localFirstId: ['LocalFirstId'],
    localSecondId: ['LocalSecondId'],
    remoteFirstId: ['RemoteFirstId'],
    remoteSecondId: ['RemoteSecondId'],
  },
  needed: ['local', 'remote', 'localSecondId', 'remoteSecondId'],
};

const association = (record: PowershellRecord): MainModeSa => ({
  time: null,
  local: canonicalAddress(valueOf(record, 'LocalEndpoint') ?? ''),
  remote: canonicalAddress(valueOf(record, 'RemoteEndpoint') ?? ''),
  auth1: null,
  auth2: null,
  offer: offer(record),
  cookies: cookies(record),
  healthCert: null,
  localFirstId: valueOf(record, 'LocalFirstId'),
  localSecondId: valueOf(record, 'LocalSecondId'),
  remoteFirstId: valueOf(record, 'RemoteFirstId'),
  remoteSecondId: valueOf(record, 'RemoteSecondId'),
});

/** As netsh prints an offer: group, cipher, hash. */
function offer(record: PowershellRecord): string | null {
  const parts = ['GroupId', 'CipherAlgorithm', 'HashAlgorithm'].flatMap((name) => valueOf(record, name) ?? []);
  return parts.length < 3 ? null : parts.join('-');
}

function cookies(record: PowershellRecord): string | null {
  const [initiator, responder] = [valueOf(record, 'InitiatorCookie'), valueOf(record, 'ResponderCookie')];
  return initiator === null || responder === null ? null : `${initiator}:${responder}`;
}
