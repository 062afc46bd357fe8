/** `Get-NetIPsecRule -PolicyStore RSOP` (the received rules), `ActiveStore` (the active ones), or without store (local ones only). */
import { type ConnectionSecurityRule, type ReadingData } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { listEntries, type PowershellRecord, propertyOf, valueOf } from '../grammars/powershell-list';
import { defineCommand, type Output } from './command';
import { readCmdletRecords } from './cmdlet-records';

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
  opens: (text) => /^(?:name|id|ipsecrulename|displayname)[ \t]*:/i.test(text),
  begins: (lines, index) => {
    const names = lines.slice(index, index + 20).map(({ text }) => propertyOf(text)?.name.toLowerCase() ?? '');
    const isOwn = names.includes('remotetunnelendpoint') || names.includes('outboundsecurity');
    return /^(?:name|id|ipsecrulename|displayname)$/.test(names[0] ?? '') && names.includes('displayname') && isOwn;
  },
  ends: () => false,
  named: (fileName) => /netipsecrule|rsop.{0,10}rules/i.test(fileName),
  read: (output) => {
    const { records, ...rest } = readCmdletRecords(output, 'rules', isWhole, PATHS);
    return { ...rest, data: { ...storeOf(output, records), rules: records.map(rule), strongCrlCheck: null } };
  },
});

const PATHS = {
  name: ['DisplayName'],
  enabled: ['Enabled'],
  profiles: ['Profile'],
  mode: ['Mode'],
  localTunnelEndpoint: ['LocalTunnelEndpoint'],
  remoteTunnelEndpoint: ['RemoteTunnelEndpoint'],
  action: ['OutboundSecurity'],
  applyAuthorization: ['RequireAuthorization'],
} as const;

/** A rule counts once something was printed below its remote endpoint. */
const isWhole = (record: PowershellRecord): boolean =>
  record.has('remotetunnelendpoint') && [...record.keys()].at(-1) !== 'remotetunnelendpoint';

/** The command line tells the store; without one, a rule of Group Policy is at least a received one. */
function storeOf(
  { typed, document }: Output,
  records: readonly PowershellRecord[],
): Pick<ReadingData['netsh-consec'], 'store' | 'source'> {
  const told = typed ?? document ?? '';
  if (/activestore/i.test(told)) return { store: 'active', source: 'monitor' };
  const isReceived =
    /\brsop\b/i.test(told) ||
    (typed === null && records.some((record) => valueOf(record, 'PolicyStoreSourceType') === 'GroupPolicy'));
  return { store: 'received', source: isReceived ? 'rsop' : 'persistent' };
}

const rule = (record: PowershellRecord): ConnectionSecurityRule => ({
  name: valueOf(record, 'DisplayName') ?? '',
  enabled: flag(valueOf(record, 'Enabled')),
  profiles: listEntries(valueOf(record, 'Profile') ?? '').map((profile) => profile.toLowerCase()),
  type: null,
  mode: valueOf(record, 'Mode'),
  localTunnelEndpoint: endpoint(valueOf(record, 'LocalTunnelEndpoint')),
  remoteTunnelEndpoint: endpoint(valueOf(record, 'RemoteTunnelEndpoint')),
  endpoint1: null,
  endpoint2: null,
  auth1: null,
  auth2: null,
  action: action(record),
  auth1CaName: null,
  auth1HealthCert: null,
  applyAuthorization: flag(valueOf(record, 'RequireAuthorization')),
});

function flag(value: string | null): boolean | null {
  if (value === null || !/^(?:true|false)$/i.test(value)) return null;
  return value.toLowerCase() === 'true';
}

/** `{2002:836b:3::836b:3}`, an address alone, or a word such as `Any`. */
function endpoint(value: string | null): string | null {
  const [first] = listEntries(value ?? '');
  return first === undefined ? null : (canonicalAddress(first) ?? first);
}

/** As netsh prints it: `RequireInRequireOut`, `RequestInRequestOut`. */
function action(record: PowershellRecord): string | null {
  const [inbound, outbound] = [valueOf(record, 'InboundSecurity'), valueOf(record, 'OutboundSecurity')];
  if (inbound === null || outbound === null) return null;
  return inbound === 'None' && outbound === 'None' ? 'NoAuthentication' : `${inbound}In${outbound}Out`;
}
