/**
 * The IPsec events of the Security log and of WFP traces, with what each says of a tunnel (Microsoft, Audit IPsec Main Mode, Quick Mode,
 * Extended Mode, Driver, Filtering Platform Policy Change; provider manifests). Long because it has a row for every event.
 */

import { type CauseId } from '../diagnosis/diagnosis';

export interface IpsecEvent {
  readonly ids: readonly number[];
  /** What Windows' message says, shortened. */
  readonly text: string;
  readonly meaning: string;
  readonly causes?: readonly CauseId[];
  /** The id of the question that tells more. */
  readonly ask?: string;
}

const PATH =
  'The packet was changed or damaged on the way: a proxy, NAT or load balancer, or a path that drops large packets.';
const LEGACY =
  'It is about an IPsec policy of the old kind, which stands beside the DirectAccess rules and may be in conflict with them.';
const NOISE =
  'It tells of a change in the filtering platform, seldom of a tunnel; compare its time with the first failure.';

export const ipsecEvents: readonly IpsecEvent[] = [
  {
    ids: [1005],
    text: 'A main mode failed (trace of the filtering platform).',
    meaning: 'It is the twin of 4652 and 4653 that carries the code of the failure as a number, in every language.',
    ask: 'events',
  },
  {
    ids: [1007],
    text: 'A quick mode failed (trace of the filtering platform).',
    meaning: 'It is the twin of 4654 that carries the code of the failure as a number, in every language.',
    ask: 'events',
  },
  {
    ids: [1009],
    text: 'An extended mode failed (trace of the filtering platform).',
    meaning: 'It is the twin of 4983 and 4984 that carries the code of the failure as a number, in every language.',
    ask: 'events',
  },
  {
    ids: [4646],
    text: 'IKE/AuthIP DoS prevention started or stopped.',
    meaning: 'The server defends itself against a flood of negotiations; new ones may be challenged or dropped.',
    ask: 'server-events',
  },
  {
    ids: [4650],
    text: 'A main mode SA was established without extended mode and without a certificate.',
    meaning: 'A DirectAccess client with certificates does not make one: another IPsec policy matched.',
    ask: 'rules',
  },
  {
    ids: [4651],
    text: 'A main mode SA was established without extended mode, with a certificate.',
    meaning:
      'It has no second authentication, so it proves no DirectAccess tunnel: a VPN, or a rule that lost its second authentication.',
    ask: 'rules',
  },
  {
    ids: [4652],
    text: 'A main mode negotiation failed, with certificates.',
    meaning:
      'The exchange of certificates was reached, in either tunnel. The event names the reason, and which certificate was picked on each side.',
    ask: 'client-certificates',
  },
  {
    ids: [4653],
    text: 'A main mode negotiation failed.',
    meaning:
      'It failed before certificates were exchanged, in either tunnel: a time-out, no policy, or no certificate. The event names the reason.',
    ask: 'endpoint',
  },
  {
    ids: [4654],
    text: 'A quick mode negotiation failed.',
    meaning:
      'The main mode SA is there; traffic selection or ciphers do not fit, or the peer deleted it. It is logged only where IPsec Quick Mode is audited.',
    ask: 'rules',
  },
  {
    ids: [4655],
    text: 'A main mode SA ended.',
    meaning: 'Many short ones mean that the transition adapter comes and goes.',
    ask: 'transition',
  },
  {
    ids: [4960],
    text: 'IPsec dropped an inbound packet that failed an integrity check.',
    meaning: PATH,
    ask: 'transition',
  },
  {
    ids: [4961, 4962],
    text: 'IPsec dropped an inbound packet that failed a replay check.',
    meaning: 'Packets came twice or out of order, as behind some load balancers.',
    ask: 'transition',
  },
  {
    ids: [4963],
    text: 'IPsec dropped an inbound clear text packet that should have been secured.',
    meaning: 'The peer sends outside of the tunnel: its rules are inactive, or those of both sides disagree.',
    ask: 'rules',
  },
  {
    ids: [4965],
    text: 'IPsec received a packet with an incorrect Security Parameter Index.',
    meaning:
      'The peer still uses an old SA, as after a restart or fail-over of the server. It ends when the SA is deleted or goes idle.',
    ask: 'sas',
  },
  {
    ids: [4976, 4977, 4978],
    text: 'An invalid negotiation packet was received (main, quick or extended mode).',
    meaning: PATH,
    ask: 'endpoint',
  },
  {
    ids: [4979],
    text: 'Main mode and extended mode SAs were established, without certificates.',
    meaning: 'This is the success of the one tunnel of a Kerberos proxy deployment.',
    ask: 'sas',
  },
  {
    ids: [4980],
    text: 'Main mode and extended mode SAs were established, the extended mode with a certificate.',
    meaning: 'It is a success under a rule whose second authentication is a certificate.',
    ask: 'sas',
  },
  {
    ids: [4981],
    text: 'Main mode and extended mode SAs were established, the main mode with a certificate.',
    meaning:
      'This is the normal success: NTLMv2 with the computer account is the infrastructure tunnel, Kerberos with the user the intranet tunnel.',
    ask: 'sas',
  },
  {
    ids: [4982],
    text: 'Main mode and extended mode SAs were established, both with certificates.',
    meaning: 'It is a success under a rule with a health or user certificate.',
    ask: 'sas',
  },
  {
    ids: [4983],
    text: 'An extended mode negotiation failed, with a certificate; the main mode SA was deleted.',
    meaning:
      'The second authentication failed (a health or user certificate). Its main mode SA goes with it, so the listing looks empty afterwards.',
    ask: 'events',
  },
  {
    ids: [4984],
    text: 'An extended mode negotiation failed; the main mode SA was deleted.',
    meaning:
      'The second authentication failed: with a computer account (PC$) that of the infrastructure tunnel, with a user that of the intranet tunnel. The listing of SAs looks empty afterwards.',
    ask: 'server-domain-controller',
  },
  {
    ids: [5040, 5041, 5042],
    text: 'An authentication set was added, modified or deleted.',
    meaning: 'The rules changed. Compare its time with the first failure.',
    ask: 'rules',
  },
  {
    ids: [5043, 5044, 5045],
    text: 'A connection security rule was added, modified or deleted.',
    meaning: 'The rules changed. Compare its time with the first failure.',
    ask: 'rules',
  },
  {
    ids: [5046, 5047, 5048],
    text: 'A crypto set was added, modified or deleted.',
    meaning: 'The proposals of the rules changed. Compare its time with the first failure.',
    ask: 'rules',
  },
  {
    ids: [5049],
    text: 'An IPsec SA was deleted.',
    meaning: 'An SA came to its end, or was deleted by a person or a script.',
    ask: 'sas',
  },
  {
    ids: [5440, 5441, 5442, 5443, 5444, 5446, 5448, 5449, 5450],
    text: 'A callout, filter, provider, context or sub-layer of the filtering platform was there or changed.',
    meaning: NOISE,
  },
  {
    ids: [5451],
    text: 'A quick mode SA was established.',
    meaning: 'The tunnel to its tunnel endpoint is up.',
    ask: 'sas',
  },
  {
    ids: [5452],
    text: 'A quick mode SA ended.',
    meaning: 'It is the end of a 5451. Many short ones mean that the transition adapter comes and goes.',
    ask: 'sas',
  },
  {
    ids: [5453],
    text: 'A negotiation failed because the IKE and AuthIP service (IKEEXT) is not started.',
    meaning: 'The service IKEEXT is stopped or disabled on this computer, so no tunnel can come up.',
    causes: ['service-stopped'],
    ask: 'firewall',
  },
  {
    ids: [5456, 5458, 5460],
    text: 'A legacy IPsec policy was applied (from Active Directory, its cache, or the registry).',
    meaning: LEGACY,
    ask: 'rules',
  },
  {
    ids: [5457, 5459, 5461, 5462],
    text: 'A legacy IPsec policy, or some of its rules, could not be applied.',
    meaning: LEGACY,
    ask: 'rules',
  },
  {
    ids: [5463, 5464, 5465, 5467, 5468],
    text: 'The legacy IPsec policy was looked for again, or loaded again.',
    meaning: `${LEGACY} Compare its time with the first failure.`,
    ask: 'rules',
  },
  {
    ids: [5466],
    text: 'Active Directory could not be reached for the legacy IPsec policy; the cached copy is used.',
    meaning: 'The computer did not reach a domain controller at that time.',
    ask: 'client-domain-controller',
  },
  {
    ids: [5471, 5472, 5473, 5474],
    text: 'The legacy IPsec policy was loaded from its store, or could not be.',
    meaning: LEGACY,
    ask: 'rules',
  },
  { ids: [5477], text: 'A quick mode filter could not be added.', meaning: 'Two rules are in conflict.', ask: 'rules' },
  {
    ids: [5478],
    text: 'The IPsec Policy Agent service started.',
    meaning: 'The service PolicyAgent runs.',
    ask: 'firewall',
  },
  {
    ids: [5479],
    text: 'The IPsec Policy Agent service stopped.',
    meaning: 'The service PolicyAgent is stopped; see that hardening did not disable it.',
    causes: ['service-stopped'],
    ask: 'firewall',
  },
  {
    ids: [5480, 5485],
    text: 'The IPsec Policy Agent could not list the network interfaces, or not use a new one.',
    meaning: 'An adapter came or went (docking, a dongle), and its filters are not complete.',
    ask: 'transition',
  },
  {
    ids: [5483, 5484],
    text: 'The IPsec Policy Agent could not start, or shut down after a critical failure.',
    meaning: 'The service PolicyAgent does not run, so no rule is active.',
    causes: ['service-stopped'],
    ask: 'firewall',
  },
];
