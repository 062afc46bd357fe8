/** Cmdlets of the path, in the four forms: a list, a table, CSV and JSON, as Windows PowerShell 5.1 lays them out. */
import { type Deployment } from '../deployment';
import { isIpHttpsUp, isTransitionUp, tunnelState } from '../negotiation';
import { lines } from './layout';

/** A value as text, with the number that JSON prints instead where it is an enumeration. */
type Value = string | boolean | { readonly word: string; readonly number: number };
type CmdletRecord = Readonly<Record<string, Value>>;

export type CmdletForm = 'list' | 'table' | 'csv' | 'json';

/** The form that the end of a command line asks for. */
export function formOf(pipe: string | undefined): CmdletForm {
  if (/convertto-json/i.test(pipe ?? '')) return 'json';
  if (/convertto-csv/i.test(pipe ?? '')) return 'csv';
  return /format-table|\bft\b/i.test(pipe ?? '') ? 'table' : 'list';
}

const words = (value: Value): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' ? (value ? 'True' : 'False') : value.word;

export function layOut(records: readonly CmdletRecord[], form: CmdletForm): string {
  const names = Object.keys(records[0] ?? {});
  if (names.length === 0) return '';
  switch (form) {
    case 'list':
      return asList(records, names);
    case 'table':
      return asTable(records, names);
    case 'csv':
      return lines(
        '#TYPE Microsoft.Management.Infrastructure.CimInstance',
        names.map((name) => `"${name}"`).join(','),
        ...records.map((record) => names.map((name) => `"${words(record[name] ?? '')}"`).join(',')),
      );
    case 'json':
      return asJson(records);
  }
}

function asList(records: readonly CmdletRecord[], names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length));
  return lines(
    '',
    '',
    ...records.flatMap((record) => [
      ...names.map((name) => `${name.padEnd(width)} : ${words(record[name] ?? '')}`.trimEnd()),
      '',
    ]),
    '',
    '',
  );
}

function asTable(records: readonly CmdletRecord[], names: readonly string[]): string {
  const widths = names.map((name) =>
    Math.max(name.length, ...records.map((record) => words(record[name] ?? '').length)),
  );
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join(' ')
      .trimEnd();
  return lines(
    '',
    row(names),
    row(names.map((name) => '-'.repeat(name.length))),
    ...records.map((record) => row(names.map((name) => words(record[name] ?? '')))),
    '',
    '',
  );
}

function asJson(records: readonly CmdletRecord[]): string {
  const object = (record: CmdletRecord, indent: string): string =>
    [
      `${indent}{`,
      Object.entries(record)
        .map(([name, value]) => {
          const printed = typeof value === 'object' ? String(value.number) : JSON.stringify(value);
          return `${indent}    "${name}":  ${printed}`;
        })
        .join(',\r\n'),
      `${indent}}`,
    ].join('\r\n');
  const [only] = records;
  if (records.length === 1 && only !== undefined) return `${object(only, '')}\r\n`;
  return `[\r\n${records.map((record) => object(record, '    ')).join(',\r\n')}\r\n]\r\n`;
}

export function connectionStatus(deployment: Deployment): readonly CmdletRecord[] {
  const { client } = deployment;
  const status = (word: string, number: number, substatus: string): readonly CmdletRecord[] => [
    { Status: { word, number }, Substatus: substatus },
  ];
  if (client.prefersLocalNames === true) return status('ActionableError', 3, 'LocalNamesPreferred');
  if (client.believesInside) return status('ConnectedLocally', 1, 'None');
  if (!isTransitionUp(deployment) || !deployment.server.answersPing) {
    return status('Error', 4, 'CouldNotContactDirectAccessServer');
  }
  if (tunnelState(deployment, 'infra').kind !== 'up') return status('Error', 4, 'NameResolutionFailure');
  if (tunnelState(deployment, 'intranet').kind === 'failed') {
    return status('Error', 4, 'RemoteNetworkAuthenticationFailure');
  }
  return status('ConnectedRemotely', 2, 'None');
}

/** PowerShell prints the code as a number, and nothing where no IP-HTTPS adapter is made. */
export const ipHttpsState = ({ client }: Deployment): readonly CmdletRecord[] => [
  {
    LastErrorCode: { word: String(client.ipHttps.code), number: client.ipHttps.code },
    InterfaceStatus: client.ipHttps.status,
  },
];

export const teredoState = ({ client }: Deployment): readonly CmdletRecord[] => [
  { State: client.teredo, Error: client.teredo === 'offline' ? 'primary server unreachable over UDP' : 'none' },
];

const CATEGORIES = {
  public: { word: 'Public', number: 0 },
  private: { word: 'Private', number: 1 },
  domain: { word: 'DomainAuthenticated', number: 2 },
} as const;

export const connectionProfiles = ({ client }: Deployment): readonly CmdletRecord[] =>
  client.networks.map(({ name, profile }, index) => ({
    Name: name,
    InterfaceAlias: index === 0 ? 'Wi-Fi' : `Ethernet ${index}`,
    InterfaceIndex: { word: String(5 + index), number: 5 + index },
    NetworkCategory: CATEGORIES[profile],
    IPv4Connectivity: { word: 'Internet', number: 4 },
    IPv6Connectivity: { word: 'NoTraffic', number: 1 },
  }));

export const firewallProfiles = ({ client }: Deployment): readonly CmdletRecord[] =>
  (['domain', 'private', 'public'] as const).map((profile) => ({
    Name: `${profile.charAt(0).toUpperCase()}${profile.slice(1)}`,
    Enabled: client.firewall[profile] ? { word: 'True', number: 1 } : { word: 'False', number: 0 },
    DefaultInboundAction: { word: 'NotConfigured', number: 0 },
    AllowLocalIPsecRules: { word: 'NotConfigured', number: 2 },
    LogMaxSizeKilobytes: { word: '4096', number: 4096 },
  }));

export const firewallSetting = ({ server }: Deployment): readonly CmdletRecord[] => [
  {
    Name: 'MSFT|FW|FirewallSetting',
    Exemptions: { word: 'NeighborDiscovery, Icmp, Dhcp', number: 11 },
    RemoteUserTunnelAuthorizationList: 'None',
    RemoteMachineTunnelAuthorizationList: 'None',
    CertValidationLevel: {
      word: ['None', 'AttemptCrlCheck', 'RequireCrlCheck'][server.revocationCheck] ?? 'None',
      number: server.revocationCheck,
    },
    MaxSAIdleTimeSeconds: '300',
    KeyEncoding: { word: 'UTF8', number: 1 },
  },
];

export const clientExperience = ({ client, endpoints, domain }: Deployment): readonly CmdletRecord[] => {
  const shown = [...new Set([endpoints.first, endpoints.second])].map((address) => `PING:${address}`);
  return [
    {
      Description: '',
      CorporateResources: client.policyApplied ? `{HTTP:http://directaccess-WebProbeHost.${domain}}` : '',
      FriendlyName: client.policyApplied ? 'Workplace Connection' : '',
      IPsecTunnelEndpoints: client.policyApplied ? `{${shown.join(', ')}}` : '',
      PreferLocalNamesAllowed: false,
      UserInterface: client.policyApplied,
    },
  ];
};

export const serverConfiguration = ({ rules, server }: Deployment): readonly CmdletRecord[] => [
  {
    DAInstallType: 'FullInstall',
    ConnectToAddress: new URL(server.url).hostname,
    UserAuthentication: rules.authorization ? 'TwoFactor' : 'UserPasswd',
    ComputerCertAuthentication: rules.kind === 'kerberos-proxy' ? 'Disabled' : 'Enabled',
    TeredoState: 'Disabled',
    IsSingleNic: true,
    IsNatDeployed: true,
    HealthCheck: rules.healthCertificate ? 'Enabled' : 'Disabled',
  },
];

/** With a proxy TCP still passes: what fails is the way that IP-HTTPS takes. */
export const connectionTest = ({ client, server }: Deployment): readonly CmdletRecord[] => {
  // Where only the proxy or a name keeps IP-HTTPS from connecting, TCP passes.
  const answers = isIpHttpsUp(client) || client.proxy !== null || client.ipHttps.code === 0x2af9;
  return [
    {
      ComputerName: new URL(server.url).hostname,
      RemoteAddress: '203.0.113.5',
      RemotePort: { word: '443', number: 443 },
      InterfaceAlias: 'Wi-Fi',
      SourceAddress: client.ipv4,
      TcpTestSucceeded: answers,
    },
  ];
};

/** Without a port it pings the tunnel endpoint. */
export const endpointTest = (deployment: Deployment): readonly CmdletRecord[] => [
  {
    ComputerName: deployment.endpoints.first,
    RemoteAddress: deployment.endpoints.first,
    InterfaceAlias: 'iphttpsinterface',
    SourceAddress: deployment.tunnelAddress,
    PingSucceeded: isTransitionUp(deployment) && deployment.server.answersPing,
  },
];
