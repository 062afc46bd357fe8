/** `netsh interface httpstunnel show interfaces`, `teredo show state`, `ipconfig /all` and `netsh winhttp show proxy`. */
import { type Deployment } from '../deployment';
import { isIpHttpsUp } from '../negotiation';
import { lines } from './layout';

export function printIpHttps({ client, server }: Deployment): string {
  return lines(
    '',
    'Interface IPHTTPSInterface (Group Policy)  Parameters',
    '-'.repeat(60),
    'Role                       : client',
    `URL                        : ${server.url}`,
    `Last Error Code            : 0x${client.ipHttps.code.toString(16)}`,
    `Interface Status           : ${client.ipHttps.status} `,
    '',
    '',
  );
}

export function printTeredo({ client, server }: Deployment): string {
  const host = new URL(server.url).hostname;
  return lines(
    'Teredo Parameters',
    '-'.repeat(45),
    'Type                    : enterpriseclient',
    `Server Name             : ${host} (Group Policy)`,
    'Client Refresh Interval : 30 seconds',
    'Client Port             : unspecified',
    `State                   : ${client.teredo}`,
    client.teredo === 'offline' ? 'Error                   : none' : 'Client Type             : teredo client',
    '',
    '',
  );
}

export function printWinHttpProxy({ client }: Deployment): string {
  const setting =
    client.proxy === null
      ? ['    Direct access (no proxy server).']
      : [`    Proxy Server(s) :  ${client.proxy}`, '    Bypass List     :  (none)'];
  return lines('', 'Current WinHTTP proxy settings:', '', setting, '');
}

/** `   Host Name . . . . . . . . . . . . : ` with the colon in column 37. */
function item(label: string, value: string): string {
  const start = `   ${label}${label.length % 2 === 0 ? ' ' : ''}`;
  return `${start.padEnd(36, ' .')} : ${value}`;
}

export function printIpConfiguration(deployment: Deployment): string {
  const { client, domain, tunnelAddress } = deployment;
  const heading = [
    '',
    'Windows IP Configuration',
    '',
    item('Host Name', client.name),
    item('Primary Dns Suffix', domain),
    item('Node Type', 'Hybrid'),
    item('IP Routing Enabled', 'No'),
    item('WINS Proxy Enabled', 'No'),
    item('DNS Suffix Search List', domain),
  ];
  const own = adapter('Ethernet adapter Local Area Connection', 'Intel(R) Ethernet Connection I217-LM', {
    suffix: client.inOffice ? domain : 'lan.example.net',
    ipv4: client.ipv4,
    ipv6: null,
  });
  const tunnel = (name: string, description: string, address: string | null): readonly string[] =>
    address === null
      ? disconnected(name, description)
      : adapter(name, description, { suffix: '', ipv4: null, ipv6: address });
  const up = isIpHttpsUp(client) && !client.stoppedServices.includes('iphlpsvc');
  const addressOver = up ? tunnelAddress : null;
  const teredo = client.teredo === 'qualified' ? '2001:0:cb00:7105:3cf2:1a88:4dff:9a2c' : null;
  return lines(
    heading,
    own,
    tunnel('Tunnel adapter iphttpsinterface', 'iphttpsinterface', addressOver),
    tunnel('Tunnel adapter Teredo Tunneling Pseudo-Interface', 'Teredo Tunneling Pseudo-Interface', teredo),
    tunnel('Tunnel adapter 6TO4 Adapter', 'Microsoft 6to4 Adapter', client.sixToFour),
  );
}

function adapter(
  title: string,
  description: string,
  { suffix, ipv4, ipv6 }: { readonly suffix: string; readonly ipv4: string | null; readonly ipv6: string | null },
): readonly string[] {
  const own =
    ipv4 === null
      ? []
      : [
          item('IPv4 Address', `${ipv4}(Preferred) `),
          item('Subnet Mask', '255.255.255.0'),
          item('Default Gateway', ipv4.replace(/\d+$/, '1')),
          item('DHCP Server', ipv4.replace(/\d+$/, '1')),
          item('DNS Servers', ipv4.replace(/\d+$/, '1')),
        ];
  return [
    '',
    `${title}:`,
    '',
    item('Connection-specific DNS Suffix', suffix),
    item('Description', description),
    item('Physical Address', '00-00-00-00-00-00-00-E0'),
    item('DHCP Enabled', ipv4 === null ? 'No' : 'Yes'),
    item('Autoconfiguration Enabled', 'Yes'),
    ...(ipv6 === null ? [] : [item('IPv6 Address', `${ipv6}(Preferred) `)]),
    item('Link-local IPv6 Address', 'fe80::71b2:9c0:4d1e:a3f6%14(Preferred) '),
    ...own,
    item('NetBIOS over Tcpip', ipv4 === null ? 'Disabled' : 'Enabled'),
  ];
}

const disconnected = (title: string, description: string): readonly string[] => [
  '',
  `${title}:`,
  '',
  item('Media State', 'Media disconnected'),
  item('Connection-specific DNS Suffix', ''),
  item('Description', description),
  item('Physical Address', '00-00-00-00-00-00-00-E0'),
  item('DHCP Enabled', 'No'),
  item('Autoconfiguration Enabled', 'Yes'),
];
