/** `Get-NetIPsecRule -PolicyStore RSOP` (the received rules), `ActiveStore` (the active ones), or without store (local ones only). */
import { type ConnectionSecurityRule, type ReadingData } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { listEntries, type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { defineCommand, type Output } from './command';
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

/**
 * One record for each rule; authentication is in sets of their own, so the methods are not printed:
 *
 *     DisplayName           : DirectAccess Policy-ClientToCorp
 *     Enabled               : True
 *     Profile               : Private, Public
 *     Mode                  : Tunnel
 *     InboundSecurity       : Require
 *     OutboundSecurity      : Require
 *     LocalTunnelEndpoint   :
 *     RemoteTunnelEndpoint  : 2002:836b:3::836b:3
 *     PolicyStoreSourceType : GroupPolicy
 *
 * Without `-PolicyStore` the cmdlet reads the persistent store, which never holds DirectAccess rules (Microsoft, Get-NetIPsecRule).
 */
export const connectionSecurityRulesCmdlet = defineCommand({
  id: 'netsh-consec',
  typed: 'Get-NetIPsecRule -PolicyStore RSOP',
  shell: 'powershell',
  runOn: 'client',
  elevated: true,
  shows:
    'The connection security rules: received (RSOP), active (ActiveStore), or the local ones alone where no store is named.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netipsecrule\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /netipsecrule|rsop.{0,10}rules/i.test(fileName),
  read: (output) => {
    const { records, complete, proofs, problems } = readCmdletRecords(output, SHAPE);
    return {
      complete,
      proofs,
      problems,
      data: { ...storeOf(output, records), rules: records.map(rule), strongCrlCheck: null },
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'rules',
  isOwn: (names) =>
    names.includes('displayname') &&
    names.some((name) => /^(?:remotetunnelendpoint|outboundsecurity|phase1authset)$/.test(name)),
  first: /^(?:name|id|ipsecrulename|displayname)$/,
  // A rule counts once something was printed below its remote endpoint.
  isWhole: printedBelow('remotetunnelendpoint'),
  paths: {
    name: ['DisplayName'],
    enabled: ['Enabled'],
    profiles: ['Profile'],
    mode: ['Mode'],
    localTunnelEndpoint: ['LocalTunnelEndpoint'],
    remoteTunnelEndpoint: ['RemoteTunnelEndpoint'],
    action: ['OutboundSecurity'],
    applyAuthorization: ['RequireAuthorization'],
  },
  needed: ['name', 'enabled'],
};

/** The numbers behind the words (MSFT_NetConSecRule), which JSON prints. */
const MODES = ['None', 'Transport', 'Tunnel'];
const SECURITY = ['None', 'Request', 'Require'];
const STORES = ['None', 'Local', 'GroupPolicy', 'Dynamic', 'Generated', 'Hardcoded'];
const PROFILE_BITS = ['domain', 'private', 'public'];

/** The command line tells the store; without one, a rule of Group Policy is at least a received one. */
function storeOf(
  { typed, document }: Output,
  records: readonly PowershellRecord[],
): Pick<ReadingData['netsh-consec'], 'store' | 'source'> {
  const told = typed ?? document ?? '';
  if (/activestore/i.test(told)) return { store: 'active', source: 'monitor' };
  const isReceived =
    /\brsop\b/i.test(told) ||
    (typed === null &&
      records.some((record) => wordOf(valueOf(record, 'PolicyStoreSourceType'), STORES) === 'GroupPolicy'));
  return { store: 'received', source: isReceived ? 'rsop' : 'persistent' };
}

const rule = (record: PowershellRecord): ConnectionSecurityRule => ({
  name: valueOf(record, 'DisplayName') ?? '',
  enabled: flagOf(valueOf(record, 'Enabled'), [null, true, false]),
  profiles: profiles(valueOf(record, 'Profile') ?? ''),
  type: null,
  mode: wordOf(valueOf(record, 'Mode'), MODES),
  localTunnelEndpoint: endpoint(valueOf(record, 'LocalTunnelEndpoint')),
  remoteTunnelEndpoint: endpoint(valueOf(record, 'RemoteTunnelEndpoint')),
  endpoint1: null,
  endpoint2: null,
  auth1: null,
  auth2: null,
  action: action(record),
  auth1CaName: null,
  auth1HealthCert: null,
  applyAuthorization: flagOf(valueOf(record, 'RequireAuthorization')),
});

/** `Private, Public`, or in JSON the sum of their bits; 0 is any profile. */
function profiles(value: string): readonly string[] {
  if (!/^\d{1,5}$/.test(value)) return listEntries(value).map((profile) => profile.toLowerCase());
  const bits = Number(value);
  return bits === 0 ? ['any'] : PROFILE_BITS.filter((_, place) => (bits >> place) % 2 === 1);
}

/** `{2002:836b:3::836b:3}`, an address alone, or a word such as `Any`. */
function endpoint(value: string | null): string | null {
  const [first] = listEntries(value ?? '');
  return first === undefined ? null : (canonicalAddress(first) ?? first);
}

/** As netsh prints it: `RequireInRequireOut`, `RequestInRequestOut`. */
function action(record: PowershellRecord): string | null {
  const [inbound, outbound] = ['InboundSecurity', 'OutboundSecurity'].map((name) =>
    wordOf(valueOf(record, name), SECURITY),
  );
  if (inbound == null || outbound == null) return null;
  return inbound === 'None' && outbound === 'None' ? 'NoAuthentication' : `${inbound}In${outbound}Out`;
}
