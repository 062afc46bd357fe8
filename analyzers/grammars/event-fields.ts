/**
 * The names of the values of IPsec events, in the order of the provider's manifest (Microsoft-Windows-Security-Auditing, the same from
 * Windows 7 to 11): CLIXML and the JSON of PowerShell 7 give values by position alone.
 */

/** Numbers of events, and what their versions hold from the oldest on, as names with a blank in between. */
const LAYOUTS: readonly (readonly [eventIds: readonly number[], versions: readonly string[]])[] = [
  [[4646], ['notification']],
  [
    [4650],
    [
      'LocalMMPrincipalName RemoteMMPrincipalName LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort KeyModName MMAuthMethod MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID',
    ],
  ],
  [
    [4651],
    [
      'LocalMMPrincipalName LocalMMCertHash LocalMMIssuingCA LocalMMRootCA RemoteMMPrincipalName RemoteMMCertHash RemoteMMIssuingCA RemoteMMRootCA LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort KeyModName MMAuthMethod MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID',
    ],
  ],
  [
    [4652],
    [
      'LocalMMPrincipalName LocalMMCertHash LocalMMIssuingCA LocalMMRootCA RemoteMMPrincipalName RemoteMMCertHash RemoteMMIssuingCA RemoteMMRootCA LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort KeyModName FailurePoint FailureReason MMAuthMethod State Role MMImpersonationState MMFilterID InitiatorCookie ResponderCookie',
    ],
  ],
  [
    [4653],
    [
      'LocalMMPrincipalName RemoteMMPrincipalName LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort KeyModName FailurePoint FailureReason MMAuthMethod State Role MMImpersonationState MMFilterID InitiatorCookie ResponderCookie',
    ],
  ],
  [
    [4654],
    [
      'LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint RemoteAddress RemoteAddressMask RemotePort RemoteTunnelEndpoint Protocol RemotePrivateAddress KeyModName FailurePoint FailureReason Mode State Role MessageID QMFilterID MMSAID',
      'LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint RemoteAddress RemoteAddressMask RemotePort RemoteTunnelEndpoint Protocol RemotePrivateAddress KeyModName FailurePoint FailureReason Mode State Role MessageID QMFilterID MMSAID TunnelId TrafficSelectorId',
    ],
  ],
  [[4655], ['LocalAddress RemoteAddress KeyModName MMSAID']],
  [[4960, 4961, 4962, 4963, 4965], ['RemoteAddress SPI']],
  [[4976, 4977, 4978], ['LocalAddress RemoteAddress KeyModName']],
  [
    [4979],
    [
      'LocalMMPrincipalName RemoteMMPrincipalName LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort MMAuthMethod MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID LocalEMPrincipalName RemoteEMPrincipalName EMAuthMethod EMImpersonationState QMFilterID',
    ],
  ],
  [
    [4980],
    [
      'LocalMMPrincipalName RemoteMMPrincipalName LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort MMAuthMethod MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID LocalEMPrincipalName LocalEMCertHash LocalEMIssuingCA LocalEMRootCA RemoteEMPrincipalName RemoteEMCertHash RemoteEMIssuingCA RemoteEMRootCA EMImpersonationState QMFilterID',
    ],
  ],
  [
    [4981],
    [
      'LocalMMPrincipalName LocalMMCertHash LocalMMIssuingCA LocalMMRootCA RemoteMMPrincipalName RemoteMMCertHash RemoteMMIssuingCA RemoteMMRootCA LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID LocalEMPrincipalName RemoteEMPrincipalName EMAuthMethod EMImpersonationState QMFilterID',
    ],
  ],
  [
    [4982],
    [
      'LocalMMPrincipalName LocalMMCertHash LocalMMIssuingCA LocalMMRootCA RemoteMMPrincipalName RemoteMMCertHash RemoteMMIssuingCA RemoteMMRootCA LocalKeyModPort RemoteAddress RemoteKeyModPort MMCipherAlg MMIntegrityAlg DHGroup MMLifetime QMLimit Role MMImpersonationState MMFilterID MMSAID LocalEMPrincipalName LocalEMCertHash LocalEMIssuingCA LocalEMRootCA RemoteEMPrincipalName RemoteEMCertHash RemoteEMIssuingCA RemoteEMRootCA EMImpersonationState QMFilterID',
    ],
  ],
  [
    [4983],
    [
      'LocalEMPrincipalName LocalEMCertHash LocalEMIssuingCA LocalEMRootCA RemoteEMPrincipalName RemoteEMCertHash RemoteEMIssuingCA RemoteEMRootCA LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort FailurePoint FailureReason State Role EMImpersonationState QMFilterID',
    ],
  ],
  [
    [4984],
    [
      'LocalEMPrincipalName RemoteEMPrincipalName LocalAddress LocalKeyModPort RemoteAddress RemoteKeyModPort FailurePoint FailureReason EMAuthMethod State Role EMImpersonationState QMFilterID',
    ],
  ],
  [[5049], ['ProfileChanged IpSecSecurityAssociationId IpSecSecurityAssociationName']],
  [
    [5451],
    [
      'LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint RemoteAddress RemoteAddressMask RemotePort PeerPrivateAddress RemoteTunnelEndpoint IpProtocol KeyingModuleName AhAuthType EspAuthType CipherType LifetimeSeconds LifetimeKilobytes LifetimePackets Mode Role TransportFilterId MainModeSaId QuickModeSaId InboundSpi OutboundSpi',
      'LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint RemoteAddress RemoteAddressMask RemotePort PeerPrivateAddress RemoteTunnelEndpoint IpProtocol KeyingModuleName AhAuthType EspAuthType CipherType LifetimeSeconds LifetimeKilobytes LifetimePackets Mode Role TransportFilterId MainModeSaId QuickModeSaId InboundSpi OutboundSpi TunnelId TrafficSelectorId',
    ],
  ],
  [
    [5452],
    [
      'LocalAddress LocalPort LocalTunnelEndpoint RemoteAddress RemotePort RemoteTunnelEndpoint IpProtocol QuickModeSaId',
      'LocalAddress LocalPort LocalTunnelEndpoint RemoteAddress RemotePort RemoteTunnelEndpoint IpProtocol QuickModeSaId TunnelId TrafficSelectorId',
      'LocalAddress LocalAddressMask LocalPort LocalTunnelEndpoint RemoteAddress RemoteAddressMask RemotePort RemoteTunnelEndpoint IpProtocol QuickModeSaId TunnelId TrafficSelectorId',
    ],
  ],
  [[5453, 5463, 5464, 5465, 5466, 5467, 5468, 5478, 5479, 5480, 5485], ['']],
  [[5456, 5458, 5460, 5471, 5473], ['Policy']],
  [[5457, 5459, 5461, 5462, 5472, 5474], ['Policy Error']],
  [[5477], ['QuickModeFilter Error']],
  [[5483, 5484], ['Error']],
];

/** By number and count of values. Version 1 of 5452 has two layouts: Windows 8 put the masks in. No two of one number are equally long. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  LAYOUTS.flatMap(([eventIds, versions]) =>
    versions.flatMap((version) => {
      const names = version.split(' ').filter((name) => name !== '');
      return eventIds.map((eventId) => [`${eventId} ${names.length}`, names] as const);
    }),
  ),
);

/** The names of so many values of an event, in their order; null where no version of it has as many. */
export const fieldNames = (eventId: number, count: number): readonly string[] | null =>
  NAMES.get(`${eventId} ${count}`) ?? null;
