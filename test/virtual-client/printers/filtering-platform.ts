/**
 * `netsh wfp show netevents` and `show state`: failed negotiations as the Windows Filtering Platform logs and counts them. The header of a
 * net event and the counters are laid out as in public files; the fields of a failure follow Microsoft's documentation alone.
 */
import { type Deployment } from '../deployment';
import { type TunnelId, type TunnelState, tunnelState } from '../negotiation';
import { ikeErrors } from '../../../analyzers/grammars/ike-code-table';
import { lines } from './layout';

type Side = 'client' | 'server';
type Failed = Extract<TunnelState, { readonly kind: 'failed' }>;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TUNNELS: readonly TunnelId[] = ['infra', 'intranet'];

/** The failures of the moment that one machine logs; the server logs none where no packet reached it. */
function failuresOf(
  deployment: Deployment,
  side: Side,
): readonly { readonly tunnel: TunnelId; readonly state: Failed }[] {
  return TUNNELS.flatMap((tunnel) => {
    const state = tunnelState(deployment, tunnel);
    return state.kind === 'failed' && (side === 'client' || state.answered) ? [{ tunnel, state }] : [];
  });
}

const SECONDS_IN_HOUR = 3600;

const timeOf = ({ moment, client }: Deployment, secondsAgo: number): string =>
  new Date(Date.parse(`${moment.clock}Z`) - (client.hoursFromUtc * SECONDS_IN_HOUR + secondsAgo) * 1000).toISOString();

const element = (depth: number, name: string, value: string): string => {
  const inside = value === '' ? `<${name}/>` : `<${name}>${value}</${name}>`;
  return `${'\t'.repeat(depth)}${inside}`;
};

function header(time: string, local: string, remote: string, port: number): readonly string[] {
  const flags = ['IP_PROTOCOL', 'LOCAL_ADDR', 'REMOTE_ADDR', 'LOCAL_PORT', 'REMOTE_PORT', 'IP_VERSION'];
  return [
    '\t\t<header>',
    element(3, 'timeStamp', time),
    `\t\t\t<flags numItems="${flags.length}">`,
    ...flags.map((flag) => element(4, 'item', `FWPM_NET_EVENT_FLAG_${flag}_SET`)),
    '\t\t\t</flags>',
    element(3, 'ipVersion', 'FWP_IP_VERSION_V6'),
    element(3, 'ipProtocol', '17'),
    element(3, 'localAddrV6.byteArray16', local),
    element(3, 'remoteAddrV6.byteArray16', remote),
    element(3, 'localPort', String(port)),
    element(3, 'remotePort', String(port)),
    element(3, 'scopeId', '0'),
    element(3, 'appId', ''),
    element(3, 'policyFlags', '0'),
    '\t\t</header>',
  ];
}

const item = (head: readonly string[], type: string, name: string, fields: readonly (readonly [string, string])[]) => [
  '\t<item>',
  ...head,
  element(2, 'type', `FWPM_NET_EVENT_TYPE_${type}`),
  `\t\t<${name}>`,
  ...fields.map(([field, value]) => element(3, field, value)),
  `\t\t</${name}>`,
  '\t\t<internalFields>',
  element(3, 'internalFlags', ''),
  '\t\t</internalFields>',
  '\t</item>',
];

/** A packet of something else that a filter dropped, as there are many. */
const dropped = (deployment: Deployment): readonly string[] =>
  item(
    header(timeOf(deployment, 300), deployment.tunnelAddress, '2001:db8:77::443', 443),
    'CLASSIFY_DROP',
    'classifyDrop',
    [
      ['filterId', '66241'],
      ['layerId', '50'],
      ['isLoopback', 'false'],
    ],
  );

function failed(deployment: Deployment, side: Side, tunnel: TunnelId, state: Failed): readonly string[] {
  const endpoint = tunnel === 'infra' ? deployment.endpoints.first : deployment.endpoints.second;
  const [local, remote] =
    side === 'client' ? [deployment.tunnelAddress, endpoint] : [endpoint, deployment.tunnelAddress];
  const head = header(timeOf(deployment, tunnel === 'infra' ? 65 : 40), local, remote, 500);
  const common: readonly (readonly [string, string])[] = [
    ['failureErrorCode', String(side === 'client' ? state.code : state.serverCode)],
    ['failurePoint', state.arose === side ? 'IPSEC_FAILURE_ME' : 'IPSEC_FAILURE_PEER'],
  ];
  const role = ['saRole', side === 'client' ? 'IKEEXT_SA_ROLE_INITIATOR' : 'IKEEXT_SA_ROLE_RESPONDER'] as const;
  const module = ['keyingModuleType', 'IKEEXT_KEY_MODULE_AUTHIP'] as const;
  const { client, rules } = deployment;
  const isComputer = tunnel === 'infra' && rules.kind === 'two-tunnels';
  const account = isComputer ? `${client.user.split('\\')[0] ?? ''}\\${client.name}$` : client.user;
  const names: readonly (readonly [string, string])[] = [
    ['localPrincipalNameForAuth', state.stage === 'extended' && side === 'client' ? account : ''],
    ['remotePrincipalNameForAuth', state.stage === 'extended' && side === 'server' ? account : ''],
  ];
  switch (state.stage) {
    case 'main':
      return item(head, 'IKEEXT_MM_FAILURE', 'ikeMmFailure', [
        ...common,
        ['flags', ''],
        module,
        ['mmState', state.answered ? 'IKEEXT_MM_SA_STATE_FINAL' : 'IKEEXT_MM_SA_STATE_SA_SENT'],
        role,
        ['mmAuthMethod', 'IKEEXT_CERTIFICATE'],
        ['endCertHash', '0'.repeat(40)],
        ['mmId', '0'],
        ['mmFilterId', '71004'],
        ...names,
      ]);
    case 'extended':
      return item(head, 'IKEEXT_EM_FAILURE', 'ikeEmFailure', [
        ...common,
        ['flags', ''],
        ['emState', 'IKEEXT_EM_SA_STATE_AUTH_COMPLETE'],
        role,
        ['emAuthMethod', isComputer ? 'IKEEXT_NTLM_V2' : 'IKEEXT_KERBEROS'],
        ['endCertHash', '0'.repeat(40)],
        ['mmId', '0'],
        ['qmFilterId', '71005'],
        ...names,
        ['saTrafficType', 'IPSEC_TRAFFIC_TYPE_TUNNEL'],
      ]);
    case 'quick':
      return item(head, 'IKEEXT_QM_FAILURE', 'ikeQmFailure', [
        ...common,
        module,
        ['qmState', 'IKEEXT_QM_SA_STATE_INITIAL'],
        role,
        ['saTrafficType', 'IPSEC_TRAFFIC_TYPE_TUNNEL'],
        ['qmFilterId', '71006'],
      ]);
  }
}

/** Whatever is audited; the log is a ring of some hundred events, out of which dropped packets may push a failure. */
export function printNetEvents(deployment: Deployment, side: Side): string {
  const failures = deployment.moment.netEventsOverrun === true ? [] : failuresOf(deployment, side);
  const events = [dropped(deployment), ...failures.map(({ tunnel, state }) => failed(deployment, side, tunnel, state))];
  return lines(DECLARATION, `<netEvents numItems="${events.length}">`, ...events, '</netEvents>');
}

/** A client that retries its tunnel for an hour. */
const ATTEMPTS = 14;

const COUNTERS = ['Main', 'Quick', 'Extended'].flatMap((mode) => [
  `total${mode}ModesStarted`,
  `totalSuccessful${mode}Modes`,
  `totalFailed${mode}Modes`,
]);

export function printFilteringState(deployment: Deployment, side: Side): string {
  const failures = failuresOf(deployment, side);
  const up = TUNNELS.filter((tunnel) => tunnelState(deployment, tunnel).kind === 'up').length;
  const counted = new Map<string, number>();
  const add = (counter: string, count: number): void => {
    counted.set(counter, (counted.get(counter) ?? 0) + count);
  };
  for (const mode of ['Main', 'Quick', 'Extended']) {
    add(`total${mode}ModesStarted`, up);
    add(`totalSuccessful${mode}Modes`, up);
  }
  for (const { state } of failures) {
    const mode = `${state.stage.charAt(0).toUpperCase()}${state.stage.slice(1)}`;
    add('totalMainModesStarted', ATTEMPTS);
    add(`totalFailed${mode}Modes`, ATTEMPTS);
    if (mode !== 'Main') {
      add('totalSuccessfulMainModes', ATTEMPTS);
      add(`total${mode}ModesStarted`, ATTEMPTS);
    }
  }
  const codes = new Map(
    failures.map(({ state }) => [side === 'client' ? state.code : state.serverCode, ATTEMPTS] as const),
  );
  const sas =
    up === 0
      ? ['\t<ikeextSas/>']
      : [
          `\t<ikeextSas numItems="${up}">`,
          ...Array.from({ length: up }, () => '\t\t<item>\n\t\t</item>'.split('\n')).flat(),
          '\t</ikeextSas>',
        ];
  return lines(
    DECLARATION,
    '<wfpstate>',
    element(1, 'timeStamp', timeOf(deployment, 0)),
    sas,
    '\t<ipsecSaContexts/>',
    '\t<ikeextStatistics>',
    statistics('ikeStatistics', new Map(), new Map()),
    statistics('authipStatistics', counted, codes),
    statistics('ikeV2Statistics', new Map(), new Map()),
    '\t</ikeextStatistics>',
    '</wfpstate>',
  );
}

function statistics(
  name: string,
  counted: ReadonlyMap<string, number>,
  codes: ReadonlyMap<number, number>,
): readonly string[] {
  const version = (tag: string, values: ReadonlyMap<string, number>): readonly string[] => [
    `\t\t\t<${tag}>`,
    ...COUNTERS.map((counter) => element(4, counter, String(values.get(counter) ?? 0))),
    `\t\t\t</${tag}>`,
  ];
  return [
    `\t\t<${name}>`,
    ...version('v4Statistics', new Map()),
    ...version('v6Statistics', counted),
    `\t\t\t<errorFrequencyTable numItems="${ikeErrors.length}">`,
    ...ikeErrors.flatMap(({ code, name: error }) => [
      '\t\t\t\t<item>',
      element(5, 'error', error),
      element(5, 'frequency', String(codes.get(code) ?? 0)),
      '\t\t\t\t</item>',
    ]),
    '\t\t\t</errorFrequencyTable>',
    `\t\t</${name}>`,
  ];
}
