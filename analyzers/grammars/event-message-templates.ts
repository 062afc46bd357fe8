/** Messages in other languages: their lines stand in the order of the English ones, so that a value is told by its place. */
import { canonicalAddress } from './address';
import { type MessageLine, type MessageValue } from './event-message-lines';

const ENDPOINTS =
  '# LocalMMPrincipalName LocalAddress LocalKeyModPort # RemoteMMPrincipalName RemoteAddress RemoteKeyModPort';
const ENDPOINTS_AND_CERTIFICATES =
  '# LocalMMPrincipalName LocalAddress LocalKeyModPort # LocalMMCertHash LocalMMIssuingCA LocalMMRootCA ' +
  '# RemoteMMPrincipalName RemoteAddress RemoteKeyModPort # RemoteMMCertHash RemoteMMIssuingCA RemoteMMRootCA';
const ADDITIONAL = '# KeyModName MMAuthMethod Role MMImpersonationState MMFilterID';
const FAILURE = '# FailurePoint FailureReason State InitiatorCookie ResponderCookie';
const SELECTORS =
  '# LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint ' +
  '# RemoteAddress RemoteAddressMask RemotePort RemoteTunnelEndpoint RemotePrivateAddress';
const QUICK_MODE_FAILURE = 'Mode Role QMFilterID MMSAID # State MessageID FailurePoint FailureReason';

/**
 * The names of the labelled lines of a message in their order (adtschema.dll; a message file is translated line by line). `#` is a
 * heading, `*` a value that is part of the text. Those of 4654 are without and with the lines that Windows 7 added.
 */
const TEMPLATES: Readonly<Record<number, readonly string[]>> = {
  4650: [`${ENDPOINTS} # MMLifetime QMLimit MMSAID # MMCipherAlg MMIntegrityAlg DHGroup ${ADDITIONAL}`],
  4651: [
    `${ENDPOINTS_AND_CERTIFICATES} # MMCipherAlg MMIntegrityAlg DHGroup # MMLifetime QMLimit MMSAID ${ADDITIONAL}`,
  ],
  4652: [`${ENDPOINTS_AND_CERTIFICATES} ${ADDITIONAL} ${FAILURE}`],
  4653: [`${ENDPOINTS} ${ADDITIONAL} ${FAILURE}`],
  4654: [
    `${SELECTORS} # Protocol KeyModName ${QUICK_MODE_FAILURE}`,
    `${SELECTORS} # Protocol KeyModName TunnelId TrafficSelectorId ${QUICK_MODE_FAILURE}`,
  ],
  4655: ['LocalAddress RemoteAddress KeyModName MMSAID'],
  4976: ['LocalAddress RemoteAddress KeyModName'],
  4977: ['LocalAddress RemoteAddress KeyModName'],
  4978: ['LocalAddress RemoteAddress KeyModName'],
  4984: [
    '# LocalEMPrincipalName LocalAddress LocalKeyModPort # RemoteEMPrincipalName RemoteAddress RemoteKeyModPort ' +
      '# * EMAuthMethod Role EMImpersonationState QMFilterID # FailurePoint FailureReason State',
  ],
};

/** What a value of a name looks like; other values may be any text. */
const SHAPES: readonly (readonly [name: RegExp, isOne: (value: string) => boolean])[] = [
  [/^#$/, (value) => value === ''],
  [/(?:Address|TunnelEndpoint)$/, (value) => canonicalAddress(value) !== null],
  [/(?:Port|ID|Id|Lifetime|QMLimit|Protocol)$/, (value) => /^\d+$/.test(value)],
  [/Cookie$/, (value) => /^[0-9a-f]{16}$/i.test(value)],
];

/**
 * The values by place, where the message has just the lines of this event, its headings at the same places, and addresses, numbers and
 * cookies where they belong: then no other reading of it is left. Null otherwise.
 */
export function templateValues(lines: readonly MessageLine[], eventId: number): readonly MessageValue[] | null {
  for (const template of TEMPLATES[eventId] ?? []) {
    const names = template.split(' ');
    const fits =
      names.length === lines.length && lines.every(({ value }, index) => hasShape(names[index] ?? '', value));
    if (!fits) continue;
    return lines.flatMap(({ value, at }, index) => {
      const name = names[index] ?? '#';
      return name === '#' || name === '*' ? [] : [{ name, value, at }];
    });
  }
  return null;
}

function hasShape(name: string, value: string): boolean {
  const isOne = SHAPES.find(([pattern]) => pattern.test(name))?.[1];
  if (isOne === undefined) return true;
  return isOne(value) || (name !== '#' && (value === '-' || value === ''));
}
