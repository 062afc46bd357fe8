/** The English message of an IPsec event: its labels, and the names of the same values in the XML form. */
import { type MessageLine, messageLines, type MessageValue } from './event-message-lines';
import { templateValues } from './event-message-templates';

const SECTION =
  /^\s*(?:(Main Mode|Extended Mode) )?(?:(Local|Remote) (?:Endpoint|Certificate)|(?:Additional|Failure|Cryptographic|Security Association|SA)? ?Information|Security Association|Deleted SA):$/i;

/** Names that do not depend on side or mode. */
const NAMES: Readonly<Record<string, string>> = {
  role: 'Role',
  state: 'State',
  mode: 'Mode',
  'failure point': 'FailurePoint',
  'failure reason': 'FailureReason',
  'message id': 'MessageID',
  'initiator cookie': 'InitiatorCookie',
  'responder cookie': 'ResponderCookie',
  'cipher algorithm': 'MMCipherAlg',
  'integrity algorithm': 'MMIntegrityAlg',
  'diffie-hellman group': 'DHGroup',
  'lifetime (minutes)': 'MMLifetime',
  'quick mode limit': 'QMLimit',
  'main mode filter id': 'MMFilterID',
  'quick mode filter id': 'QMFilterID',
  'main mode sa id': 'MMSAID',
  'keying module name': 'KeyModName',
  protocol: 'Protocol',
  'virtual interface tunnel id': 'TunnelId',
  'traffic selector id': 'TrafficSelectorId',
  'inbound sa spi': 'SPI',
  'local network address': 'LocalAddress',
  'remote network address': 'RemoteAddress',
};

/** Names with the side in front: `LocalAddress`, `RemoteTunnelEndpoint`. */
const OF_SIDE: Readonly<Record<string, string>> = {
  'network address': 'Address',
  'keying module port': 'KeyModPort',
  'network address mask': 'AddressMask',
  'address mask': 'AddressMask',
  port: 'Port',
  'tunnel endpoint': 'TunnelEndpoint',
  'private address': 'PrivateAddress',
};

/** Names with side and mode in front: `LocalMMPrincipalName`, `RemoteEMRootCA`. */
const OF_SIDE_AND_MODE: Readonly<Record<string, string>> = {
  'principal name': 'PrincipalName',
  'sha thumbprint': 'CertHash',
  'issuing ca': 'IssuingCA',
  'root ca': 'RootCA',
};

/** The same value has another name in events of established and ended quick mode SAs. */
const OF_QUICK_MODE_SA: Readonly<Record<string, string>> = {
  Protocol: 'IpProtocol',
  KeyModName: 'KeyingModuleName',
  RemotePrivateAddress: 'PeerPrivateAddress',
  QMFilterID: 'TransportFilterId',
  MMSAID: 'MainModeSaId',
};

/**
 * The values of a message, named as the XML form of this event does: by the English labels, else by the places of the lines in the
 * message of this event, which are the same in every language. What neither tells is left out.
 */
export function messageValues(message: string, eventId: number): readonly MessageValue[] {
  const lines = messageLines(message);
  const named = namedValues(lines, eventId);
  return named.isEnglish ? named.values : (templateValues(lines, eventId) ?? []);
}

function namedValues(
  lines: readonly MessageLine[],
  eventId: number,
): { readonly isEnglish: boolean; readonly values: readonly MessageValue[] } {
  const values: MessageValue[] = [];
  const ofMessage = eventId === 4983 || eventId === 4984 ? 'EM' : 'MM';
  let [side, mode] = ['', ofMessage];
  let known = 0;
  for (const { text, label, value, at } of lines) {
    const section = SECTION.exec(text);
    if (section !== null) {
      known += 1;
      side = capitalised(section[2] ?? '');
      mode = section[1] === undefined ? ofMessage : section[1].toLowerCase() === 'extended mode' ? 'EM' : 'MM';
      continue;
    }
    const name = nameOf(label.toLowerCase(), side, mode, eventId);
    if (name === null) continue;
    known += 1;
    values.push({ name, value, at });
  }
  // Single words of other languages are labels too (`Port:`); most of them are only in English.
  return { isEnglish: known * 2 >= lines.length, values };
}

function nameOf(label: string, side: string, mode: string, eventId: number): string | null {
  const ownSide = /^(local|remote) principal name$/.exec(label)?.[1];
  if (ownSide !== undefined) return `${capitalised(ownSide)}${mode}PrincipalName`;
  const plain = label.replace(/^certificate /, '');
  const [ofSide, ofBoth] = [OF_SIDE[plain], OF_SIDE_AND_MODE[plain]];
  if (side !== '' && ofBoth !== undefined) return `${side}${mode}${ofBoth}`;
  const name = side !== '' && ofSide !== undefined ? `${side}${ofSide}` : ofMode(label, mode, eventId);
  const isQuickModeSa = eventId === 5451 || eventId === 5452;
  return name === null || !isQuickModeSa ? name : (OF_QUICK_MODE_SA[name] ?? name);
}

/** Events of extended mode (4979 to 4984) print "AuthIP" as part of their text: it is no value of theirs. */
function ofMode(label: string, mode: string, eventId: number): string | null {
  if (label === 'authentication method') return eventId === 4983 ? null : `${mode}AuthMethod`;
  if (label === 'impersonation state') return `${mode}ImpersonationState`;
  if (label === 'keying module name' && eventId >= 4979 && eventId <= 4984) return null;
  return NAMES[label] ?? null;
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
