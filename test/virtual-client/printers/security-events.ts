/** `wevtutil qe Security …` as XML: what the Security log of one machine holds about IPsec. */
import { type Deployment } from '../deployment';
import { type TunnelId, type TunnelState, tunnelState } from '../negotiation';
import { lines } from './layout';
import { failureText } from './failure-texts';

/** One audited event: the seconds before the clock at which it was written, and its data in the manifest's order. */
interface LoggedEvent {
  readonly id: number;
  readonly task: number;
  readonly success: boolean;
  readonly secondsAgo: number;
  readonly data: readonly (readonly [string, string])[];
}

const SECONDS_IN_HOUR = 3600;

type Side = 'client' | 'server';
type Failed = Extract<TunnelState, { readonly kind: 'failed' }>;

/** `rendered` adds the words beside the raw data, as `/f:RenderedXml` does. The newest event comes first. */
export function printSecurityEvents(deployment: Deployment, side: Side, rendered: boolean): string {
  const computer = `${deployment[side].name}.${deployment.domain}`;
  return lines(
    ...eventsOf(deployment, side).map((event, index) => eventXml(event, index, computer, deployment, rendered)),
  );
}

function eventsOf(deployment: Deployment, side: Side): readonly LoggedEvent[] {
  if (side === 'client' ? !deployment.moment.audited : !deployment.server.audited) return [];
  const tunnels: readonly TunnelId[] = ['intranet', 'infra'];
  return tunnels.flatMap((tunnel, place) => {
    const state = tunnelState(deployment, tunnel);
    const secondsAgo = 40 + place * 25;
    if (state.kind === 'up') return [established(deployment, tunnel, side, secondsAgo)];
    if (state.kind === 'failed' && !state.answered && side === 'server') return [];
    return state.kind === 'failed' ? [refused(deployment, tunnel, side, state, secondsAgo)] : [];
  });
}

/** The addresses as one machine sees them. */
function ends(deployment: Deployment, tunnel: TunnelId, side: Side) {
  const endpoint = tunnel === 'infra' ? deployment.endpoints.first : deployment.endpoints.second;
  const [local, remote] =
    side === 'client' ? [deployment.tunnelAddress, endpoint] : [endpoint, deployment.tunnelAddress];
  return { local, remote };
}

/** The account of the second authentication: the computer's in the first tunnel, the user's in the second. */
function account({ client, rules }: Deployment, tunnel: TunnelId): string {
  if (tunnel === 'intranet' || rules.kind === 'kerberos-proxy') return client.user;
  return `${client.user.split('\\')[0] ?? ''}\\${client.name}$`;
}

function established(deployment: Deployment, tunnel: TunnelId, side: Side, secondsAgo: number): LoggedEvent {
  const { local, remote } = ends(deployment, tunnel, side);
  const { client, server, domain, rules } = deployment;
  const [own, other] = side === 'client' ? [client, server] : [server, client];
  const second = account(deployment, tunnel);
  const [here, there] = side === 'client' ? [second, '-'] : ['-', second];
  const single = rules.kind === 'kerberos-proxy';
  return {
    id: single ? 4979 : 4981,
    task: 12550,
    success: true,
    secondsAgo,
    data: [
      ['LocalMMPrincipalName', `CN=${own.name}.${domain}`],
      ['RemoteMMPrincipalName', `CN=${other.name}.${domain}`],
      ['LocalAddress', local],
      ['LocalKeyModPort', '500'],
      ['RemoteAddress', remote],
      ['RemoteKeyModPort', '500'],
      ['Role', side === 'client' ? '%%8205' : '%%8206'],
      ['MMSAID', '3127'],
      ['LocalEMPrincipalName', here],
      ['RemoteEMPrincipalName', there],
      ['EMAuthMethod', second.endsWith('$') ? '%%8225' : '%%8192'],
    ],
  };
}

function refused(deployment: Deployment, tunnel: TunnelId, side: Side, state: Failed, secondsAgo: number): LoggedEvent {
  const { local, remote } = ends(deployment, tunnel, side);
  const code = side === 'client' ? state.code : state.serverCode;
  const failed: readonly (readonly [string, string])[] = [
    ['FailurePoint', state.arose === side ? '%%8199' : '%%8200'],
    ['FailureReason', failureText(code)],
  ];
  const role = ['Role', side === 'client' ? '%%8205' : '%%8206'] as const;
  const addresses: readonly (readonly [string, string])[] = [
    ['LocalAddress', local],
    ['LocalKeyModPort', '500'],
    ['RemoteAddress', remote],
    ['RemoteKeyModPort', '500'],
  ];
  const event = (id: number, task: number, data: LoggedEvent['data']): LoggedEvent => ({
    id,
    task,
    success: false,
    secondsAgo,
    data,
  });
  switch (state.stage) {
    case 'main':
      return event(4653, 12547, [
        ['LocalMMPrincipalName', '-'],
        ['RemoteMMPrincipalName', '-'],
        ...addresses,
        ['KeyModName', '%%8223'],
        ...failed,
        ['MMAuthMethod', '%%8194'],
        ['State', state.answered ? '%%8204' : '%%8202'],
        role,
        ['MMImpersonationState', '%%8217'],
        ['MMFilterID', '71004'],
        ['InitiatorCookie', 'c2f1094b7e55a0d3'],
        ['ResponderCookie', state.answered ? '0be7719dd2c3f844' : '0000000000000000'],
      ]);
    case 'extended': {
      const name = account(deployment, tunnel);
      return event(4984, 12550, [
        ['LocalEMPrincipalName', side === 'client' ? name : '-'],
        ['RemoteEMPrincipalName', side === 'client' ? '-' : name],
        ...addresses,
        ...failed,
        ['EMAuthMethod', name.endsWith('$') ? '%%8225' : '%%8192'],
        ['State', '%%8221'],
        role,
        ['EMImpersonationState', '%%8217'],
        ['QMFilterID', '71005'],
      ]);
    }
    case 'quick':
      return event(4654, 12549, [
        ['LocalAddress', local],
        ['LocalAddressMask', '0'],
        ['LocalPort', '0'],
        ['LocalTunnelEndpoint', local],
        ['RemoteAddress', `${remote.split('::')[0] ?? ''}:1::`],
        ['RemoteAddressMask', '64'],
        ['RemotePort', '0'],
        ['RemoteTunnelEndpoint', remote],
        ['Protocol', '0'],
        ['RemotePrivateAddress', '-'],
        ['KeyModName', '%%8223'],
        ...failed,
        ['Mode', '%%8213'],
        ['State', '%%8208'],
        role,
        ['MessageID', '1'],
        ['QMFilterID', '71006'],
        ['MMSAID', '3127'],
        ['TunnelId', '0'],
        ['TrafficSelectorId', '0'],
      ]);
  }
}

function eventXml(
  { id, task, success, secondsAgo, data }: LoggedEvent,
  index: number,
  computer: string,
  { moment, client }: Deployment,
  rendered: boolean,
): string {
  const now = Date.parse(`${moment.clock}Z`) - client.hoursFromUtc * SECONDS_IN_HOUR * 1000;
  const time = new Date(now - secondsAgo * 1000).toISOString().replace('Z', '4128100Z');
  const system =
    `<System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{54849625-5478-4994-a5ba-3e3b0328c30d}'/>` +
    `<EventID>${id}</EventID><Version>${id === 4654 ? 1 : 0}</Version><Level>0</Level><Task>${task}</Task><Opcode>0</Opcode>` +
    `<Keywords>0x${success ? '8020' : '8010'}000000000000</Keywords><TimeCreated SystemTime='${time}'/>` +
    `<EventRecordID>${Math.floor(now / 60000) - index}</EventRecordID><Correlation/>` +
    `<Execution ProcessID='612' ThreadID='3316'/><Channel>Security</Channel><Computer>${computer}</Computer><Security/></System>`;
  const values = data.map(([name, value]) => `<Data Name='${name}'>${value}</Data>`).join('');
  const words = rendered
    ? `<RenderingInfo Culture='en-US'><Message>An IPsec ${success ? 'security association was established' : 'negotiation failed'}.</Message>` +
      `<Level>Information</Level><Channel>Security</Channel></RenderingInfo>`
    : '';
  return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${system}<EventData>${values}</EventData>${words}</Event>`;
}
