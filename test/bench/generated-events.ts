/** Events of a busy Security log, without end and the same for the same seed: logons, processes, connections, and rarely IPsec. */
import { seededRandom, type SeededRandom } from '../support/seeded-random';

export type FieldType = 'text' | 'uint32' | 'uint64' | 'hex32' | 'hex64' | 'sid' | 'guid';

/** A value of EventData as XML shows it, and the type it is stored as. */
export interface GeneratedField {
  readonly name: string;
  readonly type: FieldType;
  readonly value: string;
}

export interface GeneratedEvent {
  readonly eventId: number;
  readonly version: number;
  readonly recordId: number;
  /** ISO 8601 in UTC with seven digits. */
  readonly time: string;
  readonly provider: string;
  readonly channel: string;
  readonly computer: string;
  readonly isFailure: boolean;
  readonly data: readonly GeneratedField[];
}

/** The IPsec events among them. */
export const GENERATED_IPSEC_IDS: readonly number[] = [4650, 4652, 4653, 4654, 4655, 4984, 5451];

export interface GeneratorOptions {
  readonly seed?: number;
  /** IPsec events among 10,000. */
  readonly ipsecPer10000?: number;
}

/** IPsec events that come close to each other, on average. */
const MEAN_BURST = 6;
const FIRST_TIME = Date.UTC(2026, 2, 4, 7, 30);
const PROVIDER = 'Microsoft-Windows-Security-Auditing';
const COMPUTER = 'DA1.corp.example';
const USERS = ['SYSTEM', 'DA1$', 'LOCAL SERVICE', 'NETWORK SERVICE', 'a.meyer', 'j.smith', 'svc-backup', 'm.tanaka'];
const PROGRAMS = [
  'svchost.exe',
  'lsass.exe',
  'services.exe',
  'conhost.exe',
  'backgroundTaskHost.exe',
  'powershell.exe',
];
const NONE = '00000000-0000-0000-0000-000000000000';

export function* generatedEvents({ seed = 1, ipsecPer10000 = 68 }: GeneratorOptions = {}): Generator<GeneratedEvent> {
  const random = seededRandom(seed);
  let ticks = 0;
  let burst = 0;
  for (let recordId = 1; ; recordId += 1) {
    ticks += random.below(9_000_000);
    // A client whose tunnel fails tries again at once: its events come in bursts, among others.
    if (random.below(10_000 * MEAN_BURST) < ipsecPer10000) burst = 1 + random.below(2 * MEAN_BURST - 1);
    const isIpsec = burst > 0 && random.below(2) === 0;
    if (isIpsec) burst -= 1;
    const kind = isIpsec ? random.pick(IPSEC) : OTHERS[random.pick(MIX)]!;
    yield {
      eventId: kind.eventId,
      version: kind.version,
      recordId,
      time: `${new Date(FIRST_TIME + Math.floor(ticks / 10_000)).toISOString().slice(0, 20)}${String(ticks % 10_000_000).padStart(7, '0')}Z`,
      provider: PROVIDER,
      channel: 'Security',
      computer: COMPUTER,
      isFailure: kind.isFailure === true,
      data: kind.data(random),
    };
  }
}

interface Kind {
  readonly eventId: number;
  readonly version: number;
  readonly isFailure?: boolean;
  readonly data: (random: SeededRandom) => readonly GeneratedField[];
}

const field =
  (type: FieldType) =>
  (name: string, value: string | number): GeneratedField => ({ name, type, value: String(value) });
const text = field('text');
const uint32 = field('uint32');
const uint64 = field('uint64');
const sid = field('sid');
const guid = field('guid');
const hex64 = (name: string, value: number): GeneratedField => field('hex64')(name, `0x${value.toString(16)}`);
const hex32 = (name: string, value: number): GeneratedField => field('hex32')(name, `0x${value.toString(16)}`);

const sidOf = (random: SeededRandom): string =>
  random.below(2) === 0 ? 'S-1-5-18' : `S-1-5-21-4230534742-2542757381-3142984815-${1100 + random.below(40)}`;
const address = (random: SeededRandom): string =>
  random.below(2) === 0
    ? `10.${random.below(4)}.${random.below(256)}.${1 + random.below(254)}`
    : `2001:db8::${(1 + random.below(0xffff)).toString(16)}`;
const guidOf = (random: SeededRandom): string => {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.below(16).toString(16).toUpperCase()).join('');
  return [8, 4, 4, 4, 12].map(digits).join('-');
};
const path = (random: SeededRandom): string => `C:\\Windows\\System32\\${random.pick(PROGRAMS)}`;

function account(random: SeededRandom, role: string): readonly GeneratedField[] {
  return [
    sid(`${role}UserSid`, sidOf(random)),
    text(`${role}UserName`, random.pick(USERS)),
    text(`${role}DomainName`, 'CORP'),
    hex64(`${role}LogonId`, random.below(0xffffff)),
  ];
}

const OTHERS: readonly Kind[] = [
  {
    eventId: 4624,
    version: 2,
    data: (random) => [
      ...account(random, 'Subject'),
      ...account(random, 'Target'),
      uint32('LogonType', random.pick([2, 3, 5, 7])),
      text('LogonProcessName', 'Kerberos'),
      text('AuthenticationPackageName', 'Negotiate'),
      text('WorkstationName', `CL${random.below(900)}`),
      guid('LogonGuid', random.below(2) === 0 ? NONE : guidOf(random)),
      text('TransmittedServices', '-'),
      text('LmPackageName', '-'),
      uint32('KeyLength', 0),
      hex64('ProcessId', 4 + 4 * random.below(3000)),
      text('ProcessName', path(random)),
      text('IpAddress', address(random)),
      text('IpPort', 49_152 + random.below(16_000)),
      text('ImpersonationLevel', '%%1833'),
      text('RestrictedAdminMode', '-'),
      text('TargetOutboundUserName', '-'),
      text('TargetOutboundDomainName', '-'),
      text('VirtualAccount', '%%1843'),
      hex64('TargetLinkedLogonId', 0),
      text('ElevatedToken', '%%1842'),
    ],
  },
  {
    eventId: 4634,
    version: 0,
    data: (random) => [...account(random, 'Target'), uint32('LogonType', random.pick([3, 5]))],
  },
  {
    eventId: 4672,
    version: 0,
    data: (random) => [
      ...account(random, 'Subject'),
      text('PrivilegeList', 'SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege'),
    ],
  },
  {
    eventId: 4688,
    version: 2,
    data: (random) => [
      ...account(random, 'Subject'),
      hex64('NewProcessId', 4 * random.below(9000)),
      text('NewProcessName', path(random)),
      text('TokenElevationType', '%%1936'),
      hex64('ProcessId', 4 * random.below(9000)),
      text('CommandLine', `"${path(random)}" -k netsvcs -p -s ${random.below(1000)}`),
      ...account(random, 'Target'),
      text('ParentProcessName', path(random)),
      sid('MandatoryLabel', 'S-1-16-16384'),
    ],
  },
  {
    eventId: 4689,
    version: 0,
    data: (random) => [
      ...account(random, 'Subject'),
      hex32('Status', 0),
      hex64('ProcessId', 4 * random.below(9000)),
      text('ProcessName', path(random)),
    ],
  },
  {
    eventId: 4769,
    version: 0,
    data: (random) => [
      text('TargetUserName', `${random.pick(USERS)}@CORP.EXAMPLE`),
      text('TargetDomainName', 'CORP.EXAMPLE'),
      text('ServiceName', `CL${random.below(900)}$`),
      sid('ServiceSid', sidOf(random)),
      hex32('TicketOptions', 0x40810000),
      hex32('TicketEncryptionType', 0x12),
      text('IpAddress', `::ffff:${address(random)}`),
      text('IpPort', 49_152 + random.below(16_000)),
      hex32('Status', 0),
      guid('LogonGuid', guidOf(random)),
      text('TransmittedServices', '-'),
    ],
  },
  {
    eventId: 5156,
    version: 1,
    data: (random) => [
      uint64('ProcessID', 4 * random.below(9000)),
      text('Application', `\\device\\harddiskvolume2\\windows\\system32\\${random.pick(PROGRAMS)}`),
      text('Direction', random.pick(['%%14592', '%%14593'])),
      text('SourceAddress', address(random)),
      text('SourcePort', random.below(65_536)),
      text('DestAddress', address(random)),
      text('DestPort', random.pick([53, 88, 135, 389, 443, 445])),
      uint32('Protocol', random.pick([6, 17])),
      uint64('FilterRTID', random.below(100_000)),
      text('LayerName', '%%14611'),
      uint64('LayerRTID', 48),
      sid('RemoteUserID', 'S-1-0-0'),
      sid('RemoteMachineID', 'S-1-0-0'),
    ],
  },
];

/** How often each comes, by its place above: logons and processes most, for records of 700 bytes on average. */
const MIX: readonly number[] = [0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 4, 5, 6];

const REASONS = [
  'No policy configured\r\n',
  'IKE authentication credentials are unacceptable\r\n',
  'Negotiation timed out\r\n',
];

const IPSEC: readonly Kind[] = [
  {
    eventId: 4653,
    version: 0,
    isFailure: true,
    data: (random) => [
      text('LocalMMPrincipalName', '-'),
      text('RemoteMMPrincipalName', '-'),
      text('LocalAddress', '2001:db8::1'),
      uint32('LocalKeyModPort', 500),
      text('RemoteAddress', address(random)),
      uint32('RemoteKeyModPort', 500),
      text('KeyModName', '%%8223'),
      text('FailurePoint', '%%8199'),
      text('FailureReason', random.pick(REASONS)),
      text('MMAuthMethod', '%%8194'),
      text('State', '%%8202'),
      text('Role', '%%8206'),
      text('MMImpersonationState', '%%8217'),
      uint64('MMFilterID', random.below(0x7fffffff)),
      text('InitiatorCookie', guidOf(random).slice(0, 8).repeat(2)),
      text('ResponderCookie', '0000000000000000'),
    ],
  },
  {
    eventId: 4652,
    version: 0,
    isFailure: true,
    data: (random) => [
      text('LocalMMPrincipalName', 'CN=DA1.corp.example'),
      text('LocalMMCertHash', guidOf(random).replace(/-/g, '')),
      text('LocalMMIssuingCA', 'CN=Corp Issuing CA'),
      text('LocalMMRootCA', 'CN=Corp Root CA'),
      text('RemoteMMPrincipalName', `CN=CL${random.below(900)}.corp.example`),
      text('RemoteMMCertHash', guidOf(random).replace(/-/g, '')),
      text('RemoteMMIssuingCA', 'CN=Corp Issuing CA'),
      text('RemoteMMRootCA', 'CN=Corp Root CA'),
      text('LocalAddress', '2001:db8::1'),
      uint32('LocalKeyModPort', 500),
      text('RemoteAddress', address(random)),
      uint32('RemoteKeyModPort', 500),
      text('KeyModName', '%%8223'),
      text('FailurePoint', '%%8199'),
      text('FailureReason', random.pick(REASONS)),
      text('MMAuthMethod', '%%8194'),
      text('State', '%%8202'),
      text('Role', '%%8206'),
      text('MMImpersonationState', '%%8217'),
      uint64('MMFilterID', random.below(0x7fffffff)),
      text('InitiatorCookie', guidOf(random).slice(0, 8).repeat(2)),
      text('ResponderCookie', '0000000000000000'),
    ],
  },
  {
    eventId: 4650,
    version: 0,
    data: (random) => [
      text('LocalMMPrincipalName', 'CORP\\DA1$'),
      text('RemoteMMPrincipalName', `CORP\\CL${random.below(900)}$`),
      text('LocalAddress', '2001:db8::1'),
      uint32('LocalKeyModPort', 500),
      text('RemoteAddress', address(random)),
      uint32('RemoteKeyModPort', 500),
      text('KeyModName', '%%8223'),
      text('MMAuthMethod', '%%8194'),
      text('MMCipherAlg', '%%8235'),
      text('MMIntegrityAlg', '%%8198'),
      text('DHGroup', '%%8234'),
      uint32('MMLifetime', 480),
      uint32('QMLimit', 0),
      text('Role', '%%8206'),
      text('MMImpersonationState', '%%8216'),
      uint64('MMFilterID', random.below(0x7fffffff)),
      uint64('MMSAID', random.below(0x7fffffff)),
    ],
  },
  {
    eventId: 4654,
    version: 1,
    isFailure: true,
    data: (random) => [
      text('LocalAddress', '2001:db8::1'),
      text('LocalAddressMask', '128'),
      uint32('LocalPort', 0),
      text('LocalTunnelEndpoint', '2001:db8::1'),
      text('RemoteAddress', address(random)),
      text('RemoteAddressMask', '128'),
      uint32('RemotePort', 0),
      text('RemoteTunnelEndpoint', address(random)),
      uint32('Protocol', 0),
      text('RemotePrivateAddress', '-'),
      text('KeyModName', '%%8223'),
      text('FailurePoint', '%%8199'),
      text('FailureReason', random.pick(REASONS)),
      text('Mode', '%%8213'),
      text('State', '%%8208'),
      text('Role', '%%8206'),
      uint32('MessageID', random.below(0x7fffffff)),
      uint64('QMFilterID', random.below(0x7fffffff)),
      uint64('MMSAID', random.below(0x7fffffff)),
      uint64('TunnelId', random.below(0x7fffffff)),
      uint64('TrafficSelectorId', random.below(0x7fffffff)),
    ],
  },
  {
    eventId: 4655,
    version: 0,
    data: (random) => [
      text('LocalAddress', '2001:db8::1'),
      text('RemoteAddress', address(random)),
      text('KeyModName', '%%8223'),
      uint64('MMSAID', random.below(0x7fffffff)),
    ],
  },
  {
    eventId: 4984,
    version: 0,
    isFailure: true,
    data: (random) => [
      text('LocalEMPrincipalName', 'CORP\\DA1$'),
      text('RemoteEMPrincipalName', `CORP\\${random.pick(USERS)}`),
      text('LocalAddress', '2001:db8::1'),
      uint32('LocalKeyModPort', 500),
      text('RemoteAddress', address(random)),
      uint32('RemoteKeyModPort', 500),
      text('FailurePoint', '%%8199'),
      text('FailureReason', random.pick(REASONS)),
      text('EMAuthMethod', '%%8247'),
      text('State', '%%8220'),
      text('Role', '%%8206'),
      text('EMImpersonationState', '%%8217'),
      uint64('QMFilterID', random.below(0x7fffffff)),
    ],
  },
  {
    eventId: 5451,
    version: 0,
    data: (random) => [
      text('LocalAddress', '2001:db8::1'),
      text('LocalAddressMask', '128'),
      uint32('LocalPort', 0),
      text('LocalTunnelEndpoint', '2001:db8::1'),
      text('RemoteAddress', address(random)),
      text('RemoteAddressMask', '128'),
      uint32('RemotePort', 0),
      text('PeerPrivateAddress', '-'),
      text('RemoteTunnelEndpoint', address(random)),
      uint32('IpProtocol', 0),
      text('KeyingModuleName', '%%8223'),
      text('AhAuthType', '%%16409'),
      text('EspAuthType', '%%16412'),
      text('CipherType', '%%16400'),
      uint32('LifetimeSeconds', 3600),
      uint32('LifetimeKilobytes', 100_000),
      uint32('LifetimePackets', 2_147_483_647),
      text('Mode', '%%16404'),
      text('Role', '%%16406'),
      uint64('TransportFilterId', random.below(0x7fffffff)),
      uint64('MainModeSaId', random.below(0x7fffffff)),
      uint64('QuickModeSaId', random.below(0x7fffffff)),
      uint64('InboundSpi', random.below(0x7fffffff)),
      uint64('OutboundSpi', random.below(0x7fffffff)),
    ],
  },
];
