/** `Get-NetIPsecMainModeSA`: the main mode SAs, with the identities of both sides instead of the methods that netsh prints. */
import { type MainModeSa } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { type PowershellRecord, propertyOf, valueOf } from '../grammars/powershell-list';
import { defineCommand } from './command';
import { readCmdletRecords } from './cmdlet-records';

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
  opens: (text) => /^(?:name|localendpoint)[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 6).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    return /^(?:name|localendpoint)$/.test(names[0] ?? '') && names.includes('localfirstid');
  },
  ends: () => false,
  named: (fileName) => /main-?mode.{0,10}(?:cmdlet|ps)/i.test(fileName),
  read: (output) => {
    const { records, ...rest } = readCmdletRecords(output, 'sas', isWhole, PATHS);
    return { ...rest, data: { sas: records.map(association) } };
  },
});

/** The properties behind each field of the data. */
const PATHS = {
  local: ['LocalEndpoint'],
  remote: ['RemoteEndpoint'],
  localFirstId: ['LocalFirstId'],
  localSecondId: ['LocalSecondId'],
  remoteFirstId: ['RemoteFirstId'],
  remoteSecondId: ['RemoteSecondId'],
} as const;

/** An SA counts once something was printed below its second identity: a user's and a computer's account differ in their last letter. */
const isWhole = (record: PowershellRecord): boolean =>
  record.has('remoteendpoint') && record.has('localsecondid') && [...record.keys()].at(-1) !== 'localsecondid';

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
