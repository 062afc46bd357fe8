/** `wevtutil qe Security …` as XML: what the Security log of one machine holds about IPsec. */
import { type Deployment, type ModelCertificate } from '../deployment';
import { areRulesActive, type TunnelId, type TunnelState, tunnelState } from '../negotiation';
import { lines } from './layout';
import { failureText } from './failure-texts';
import { type LoggedEvent, noiseOf } from './other-events';

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
  const { moment, server } = deployment;
  if (side === 'client' ? !moment.audited : !server.audited) return [];
  const audited = (event: LoggedEvent): boolean =>
    side === 'server' || moment.quickModeLeftOut !== true || event.task !== QUICK_MODE;
  return [...ofMoment(deployment, side), ...ofHistory(deployment, side)]
    .filter(audited)
    .sort((one, other) => one.secondsAgo - other.secondsAgo);
}

/** The task number of an event is its audit subcategory. */
const QUICK_MODE = 12549;

/** What was negotiated last; without IKEEXT only that it is not there. */
function ofMoment(deployment: Deployment, side: Side): readonly LoggedEvent[] {
  if (side === 'client' && deployment.client.stoppedServices.includes('IKEEXT') && areRulesActive(deployment))
    return [{ id: 5453, task: 12547, success: true, secondsAgo: 40, data: [] }];
  const tunnels: readonly TunnelId[] = ['intranet', 'infra'];
  return tunnels.flatMap((tunnel, place) => {
    const state = tunnelState(deployment, tunnel);
    const secondsAgo = 40 + place * 25;
    if (state.kind === 'up') return broughtUp(deployment, tunnel, side, secondsAgo);
    if (state.kind === 'failed' && state.stage === 'quick') {
      const mainMode = established(deployment, tunnel, side, secondsAgo + 1);
      return [refused(deployment, tunnel, side, state, secondsAgo), mainMode];
    }
    if (state.kind === 'failed' && !state.answered && side === 'server') return [];
    return state.kind === 'failed' ? [refused(deployment, tunnel, side, state, secondsAgo)] : [];
  });
}

/** A main mode with its second authentication, and the quick mode that rests on it. */
function broughtUp(deployment: Deployment, tunnel: TunnelId, side: Side, secondsAgo: number): readonly LoggedEvent[] {
  const mainMode = established(deployment, tunnel, side, secondsAgo + 1);
  return [quickModeEstablished(deployment, tunnel, side, secondsAgo), mainMode];
}

const SECONDS_SINCE_CLEARED = 1800;

/** Older and foreign events. */
function ofHistory(deployment: Deployment, side: Side): readonly LoggedEvent[] {
  const { clearedCode, otherClientCode, noise } = deployment.log ?? {};
  const tunnels: readonly TunnelId[] = ['infra', 'intranet'];
  const cleared =
    clearedCode === undefined
      ? []
      : tunnels.flatMap((tunnel) => {
          const state: Failed = {
            kind: 'failed',
            stage: tunnel === 'infra' ? 'main' : 'extended',
            code: clearedCode,
            serverCode: clearedCode,
            arose: 'server',
            answered: true,
          };
          return [
            refused(deployment, tunnel, side, state, SECONDS_IN_HOUR),
            ...broughtUp(deployment, tunnel, side, SECONDS_SINCE_CLEARED),
          ];
        });
  const foreign =
    otherClientCode === undefined || side === 'client' ? [] : [ofOtherClient(deployment, otherClientCode)];
  return [...cleared, ...foreign, ...(noise === true && side === 'client' ? noiseOf(deployment) : [])];
}

/** A laptop of a colleague, at the same server, a moment ago. */
function ofOtherClient(deployment: Deployment, code: number): LoggedEvent {
  const other: Deployment = {
    ...deployment,
    tunnelAddress: deployment.tunnelAddress.replace(/[0-9a-f]+$/i, 'beef'),
    client: { ...deployment.client, name: 'FAB-LT-099' },
  };
  const state: Failed = { kind: 'failed', stage: 'main', code, serverCode: code, arose: 'server', answered: true };
  return refused(other, 'infra', 'server', state, 5);
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
      ['MMSAID', saId(tunnel)],
      ['LocalEMPrincipalName', here],
      ['RemoteEMPrincipalName', there],
      ['EMAuthMethod', second.endsWith('$') ? '%%8225' : '%%8192'],
    ],
  };
}

function quickModeEstablished(deployment: Deployment, tunnel: TunnelId, side: Side, secondsAgo: number): LoggedEvent {
  const { local, remote } = ends(deployment, tunnel, side);
  return {
    id: 5451,
    task: QUICK_MODE,
    success: true,
    secondsAgo,
    data: [
      ['LocalAddress', local],
      ['LocalAddressMask', '128'],
      ['LocalPort', '0'],
      ['LocalTunnelEndpoint', local],
      ['RemoteAddress', `${remote.split('::')[0] ?? ''}:1::`],
      ['RemoteAddressMask', '64'],
      ['RemotePort', '0'],
      ['PeerPrivateAddress', '-'],
      ['RemoteTunnelEndpoint', remote],
      ['IpProtocol', '0'],
      ['KeyingModuleName', '%%8223'],
      ['Mode', '%%16404'],
      ['Role', side === 'client' ? '%%16406' : '%%16405'],
      ['MainModeSaId', saId(tunnel)],
      ['QuickModeSaId', `9${saId(tunnel)}`],
      ['TunnelId', '0'],
      ['TrafficSelectorId', '0'],
    ],
  };
}

const saId = (tunnel: TunnelId): string => (tunnel === 'infra' ? '3127' : '3128');

function refused(deployment: Deployment, tunnel: TunnelId, side: Side, state: Failed, secondsAgo: number): LoggedEvent {
  const { local, remote } = ends(deployment, tunnel, side);
  const code = side === 'client' ? state.code : state.serverCode;
  const failed: readonly (readonly [string, string])[] = [
    ['FailurePoint', state.arose === side ? '%%8199' : '%%8200'],
    ['FailureReason', failureText(code, side === 'client' ? deployment.client.failureLanguage : 'en')],
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
    case 'main': {
      const picked = state.answered && state.arose !== side ? deployment[side].certificates[0] : undefined;
      return event(picked === undefined ? 4653 : 4652, 12547, [
        ['LocalMMPrincipalName', picked?.subject ?? '-'],
        ...certificateOf(picked),
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
    }
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
        ['MMSAID', saId(tunnel)],
        ['TunnelId', '0'],
        ['TrafficSelectorId', '0'],
      ]);
  }
}

/** Event 4652 names the certificate that was picked; 4653 has no such columns. */
function certificateOf(picked: ModelCertificate | undefined): LoggedEvent['data'] {
  if (picked === undefined) return [];
  return [
    ['LocalMMCertHash', picked.thumbprint],
    ['LocalMMIssuingCA', picked.issuer],
    ['LocalMMRootCA', picked.issuer],
  ];
}

function eventXml(
  { id, task, success, secondsAgo, data }: LoggedEvent,
  index: number,
  computer: string,
  { moment, client }: Deployment,
  rendered: boolean,
): string {
  const now = Date.parse(`${moment.clock}Z`) - client.hoursFromUtc * SECONDS_IN_HOUR * 1000;
  const time = new Date(now - secondsAgo * 1000).toISOString().replace('Z', '412800Z');
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
