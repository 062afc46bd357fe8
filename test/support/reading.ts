/** Readings for tests of facts and steps: data as a reader would give it, with a line behind every value. */
import { type CommandId, type ReadingData } from '../../analyzers/diagnosis/reading-data';
import { type Quote } from '../../analyzers/diagnosis/diagnosis';
import { type Facts } from '../../analyzers/facts/facts';
import { type Reading, type ReadingOf } from '../../analyzers/reading';

type Options = Partial<Omit<ReadingOf<CommandId>, 'command' | 'data' | 'proofs'>>;

export function reading<Id extends CommandId>(command: Id, data: ReadingData[Id], options: Options = {}): Reading {
  const upload = options.upload ?? `${command}.txt`;
  const built = {
    command,
    data,
    upload,
    origin: 'client',
    originFrom: 'name',
    host: null,
    firstLine: 1,
    lastLine: 20,
    complete: true,
    at: null,
    modified: null,
    call: 1,
    proofs: { ...proofsOf(data, upload), closing: { upload, line: 20, text: 'Ok.' } },
    problems: [],
    ...options,
  };
  return built as unknown as Reading; // the command and its data belong together by the signature, which a spread cannot show
}

function proofsOf(value: unknown, upload: string, path = ''): Record<string, Quote> {
  if (value === null) return {};
  if (typeof value !== 'object') return { [path]: { upload, line: 2, text: `${path} ${JSON.stringify(value)}` } };
  const here = path === '' ? {} : { [path]: { upload, line: 2, text: path } };
  const entries = Array.isArray(value)
    ? value.map((item: unknown, index): [unknown, string] => [item, `${path}[${index}]`])
    : Object.entries(value).map(([key, item]): [unknown, string] => [item, path === '' ? key : `${path}.${key}`]);
  return entries.reduce<Record<string, Quote>>(
    (all, [item, place]) => ({ ...all, ...proofsOf(item, upload, place) }),
    here,
  );
}

export function factsOf(readings: readonly Reading[], more: Partial<Facts> = {}): Facts {
  return { at: '2026-11-23T12:00:00Z', readings, serverIpv4: null, serverIpv4Second: null, setAside: [], ...more };
}

const FIRST = '2002:836b:2::836b:2';
const SECOND = '2002:836b:3::836b:3';

export function mainModeSa(remote: string, auth2: string, auth1 = 'ComputerCert') {
  return { time: null, local: '2001:db8::1', remote, auth1, auth2, offer: null, cookies: null, healthCert: false };
}

export function quickModeSa(remote: string) {
  return {
    time: null,
    local: '2001:db8::1',
    remote,
    localPort: 'Any',
    remotePort: 'Any',
    protocol: 'Any',
    direction: 'Both',
    offer: null,
    pfs: null,
  };
}

export const bothMainModes = { sas: [mainModeSa(FIRST, 'UserNTLM'), mainModeSa(SECOND, 'UserKerb')] };
export const bothQuickModes = { sas: [quickModeSa(FIRST), quickModeSa(SECOND)] };

export function rule(name: string, remoteTunnelEndpoint: string, auth2: string, auth1 = 'ComputerCert') {
  return {
    name: `DirectAccess Policy-${name}`,
    enabled: true,
    profiles: ['private', 'public'],
    type: 'Static',
    mode: 'Tunnel',
    localTunnelEndpoint: 'Any',
    remoteTunnelEndpoint,
    endpoint1: 'Any',
    endpoint2: 'Any',
    auth1,
    auth2,
    action: 'RequireInRequireOut',
    auth1CaName: 'DC=com, DC=contoso, DC=corp, CN=corp-CA1-CA',
    auth1HealthCert: false,
    applyAuthorization: false,
  };
}

export const activeRules: ReadingData['netsh-consec'] = {
  store: 'active',
  source: 'monitor',
  rules: [rule('ClientToDnsDc', FIRST, 'UserNTLM'), rule('ClientToCorp', SECOND, 'UserKerb')],
  strongCrlCheck: 0,
};

export function failureEvent(
  eventId: number,
  reason: string,
  data: Readonly<Record<string, string>> = {},
  time = '2026-11-23T11:00:00.0000000Z',
) {
  return {
    provider: 'Microsoft-Windows-Security-Auditing',
    channel: 'Security',
    eventId,
    version: 0,
    recordId: '4711',
    time,
    computer: 'CLIENT1',
    data: {
      RemoteAddress: FIRST,
      LocalAddress: '2001:db8::1',
      FailureReason: reason,
      FailurePoint: '%%8199',
      ResponderCookie: '5d08820d77e113b2',
      ...data,
    },
  };
}

export const eventsOf = (...events: ReturnType<typeof failureEvent>[]): ReadingData['security-events'] => ({
  total: 400,
  matched: events.length,
  events,
});
