/** IPsec events of a client's log that are of no tunnel, or only inform: a VPN, dropped packets, a service that started. */
import { type Deployment } from '../deployment';

/** One audited event: the seconds before the clock at which it was written, and its data in the manifest's order. */
export interface LoggedEvent {
  readonly id: number;
  readonly task: number;
  readonly success: boolean;
  readonly secondsAgo: number;
  readonly data: readonly (readonly [string, string])[];
}

const MAIN_MODE = 12547;
const DRIVER = 12291;
const VPN_SERVER = '198.51.100.20';

/** What a laptop logs beside DirectAccess, the newest of it later than the tunnels. */
export function noiseOf({ client, endpoints }: Deployment): readonly LoggedEvent[] {
  const vpn: LoggedEvent['data'] = [
    ['LocalMMPrincipalName', '-'],
    ['RemoteMMPrincipalName', '-'],
    ['LocalAddress', client.ipv4],
    ['LocalKeyModPort', '4500'],
    ['RemoteAddress', VPN_SERVER],
    ['RemoteKeyModPort', '4500'],
    ['KeyModName', '%%8244'],
  ];
  const refusedVpn: LoggedEvent['data'] = [
    ...vpn,
    ['FailurePoint', '%%8199'],
    ['FailureReason', 'IKE authentication credentials are unacceptable.'],
    ['State', '%%8204'],
    ['Role', '%%8205'],
    ['InitiatorCookie', '77aa094b7e55a0d3'],
    ['ResponderCookie', '88bb719dd2c3f844'],
  ];
  const dropped: LoggedEvent['data'] = [
    ['RemoteAddress', endpoints.first],
    ['SPI', '2917336021'],
  ];
  return [
    { id: 4653, task: MAIN_MODE, success: false, secondsAgo: 3, data: refusedVpn },
    { id: 4651, task: MAIN_MODE, success: true, secondsAgo: 2, data: vpn },
    { id: 4961, task: DRIVER, success: true, secondsAgo: 10, data: dropped },
    { id: 4965, task: DRIVER, success: true, secondsAgo: 11, data: dropped },
    { id: 5478, task: DRIVER, success: true, secondsAgo: 7200, data: [] },
  ];
}
