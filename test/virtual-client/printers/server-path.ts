/** The server's side of the way to its clients, and the registry value that disables IPv6 on a client. */
import { type Deployment } from '../deployment';
import { lines } from './layout';

/** `netsh interface ipv6 show interface IPHTTPSInterface`. */
export function printIpv6Interface({ server }: Deployment): string {
  const row = (label: string, value: string): string => `${label.padEnd(34)} : ${value}`;
  return lines(
    '',
    'Interface IPHTTPSInterface Parameters',
    '-'.repeat(46),
    row('IfLuid', 'tunnel_8'),
    row('IfIndex', '14'),
    row('State', 'connected'),
    row('Metric', '50'),
    row('Link MTU', '1280 bytes'),
    row('Reachable Time', '32500 ms'),
    row('Base Reachable Time', '30000 ms'),
    row('Retransmission Interval', '1000 ms'),
    row('DAD Transmits', '1'),
    row('Site Prefix Length', '64'),
    row('Site Id', '1'),
    row('Forwarding', server.routing === 'not-forwarding' ? 'disabled' : 'enabled'),
    row('Advertising', 'enabled'),
    row('Neighbor Discovery', 'enabled'),
    row('Neighbor Unreachability Detection', 'enabled'),
    row('Router Discovery', 'disabled'),
    row('Managed Address Configuration', 'disabled'),
    row('Advertise Default Route', 'disabled'),
    row('Directed MAC Wake up patterns', 'disabled'),
    '',
  );
}

/** `netsh interface ipv6 show route`. */
export function printIpv6Routes({ server, tunnelAddress }: Deployment): string {
  const prefix = `${tunnelAddress.split(':').slice(0, 4).join(':')}::/64`;
  const row = (publish: string, type: string, route: string, index: string, via: string): string =>
    `${publish.padEnd(9)}${type.padEnd(10)}${'256'.padEnd(5)}${route.padEnd(26)}${index.padStart(3)}  ${via}`;
  return lines(
    '',
    'Publish  Type      Met  Prefix                    Idx  Gateway/Interface Name',
    '-------  --------  ---  ------------------------  ---  ------------------------',
    row('No', 'System', '::1/128', '1', 'Loopback Pseudo-Interface 1'),
    row(server.routing === 'unpublished' ? 'No' : 'Yes', 'Manual', prefix, '14', 'IPHTTPSInterface'),
    row('No', 'System', 'fe80::/64', '14', 'IPHTTPSInterface'),
    row('No', 'System', 'ff00::/8', '14', 'IPHTTPSInterface'),
    '',
  );
}

/** `reg query …\Tcpip6\Parameters /v DisabledComponents`. */
export function printDisabledComponents({ client }: Deployment): string {
  if (client.disabledComponents === undefined) {
    return lines('', '', 'ERROR: The system was unable to find the specified registry key or value.');
  }
  return lines(
    '',
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters',
    `    DisabledComponents    REG_DWORD    0x${client.disabledComponents.toString(16)}`,
    '',
  );
}
