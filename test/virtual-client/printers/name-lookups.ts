/** `nslookup` and `Resolve-DnsName`: the one asks a DNS server, the other goes by the name table as programs do. */
import { type Deployment } from '../deployment';
import { tunnelState } from '../negotiation';
import { lines } from './layout';

const SERVER_ADDRESS = '203.0.113.5';

const publicHost = ({ server }: Deployment): string => new URL(server.url).hostname;

const isUnknown = (deployment: Deployment, name: string): boolean =>
  name !== publicHost(deployment) || deployment.client.publicNameUnknown === true;

/** It passes over the name table, so a name of split DNS is found. */
export function printNameLookup(deployment: Deployment, name: string): string {
  const asked = lines('Server:  fritz.box', 'Address:  192.168.178.1', '');
  if (isUnknown(deployment, name)) return `${asked}${lines(`*** fritz.box can't find ${name}: Non-existent domain`)}`;
  return `${asked}${lines('Non-authoritative answer:', `Name:    ${name}`, `Address:  ${SERVER_ADDRESS}`, '')}`;
}

export function printResolve(deployment: Deployment, name: string): string {
  const address = resolved(deployment, name);
  if (address === null) {
    return lines(
      `Resolve-DnsName : ${name} : DNS name does not exist`,
      'At line:1 char:1',
      `+ Resolve-DnsName ${name}`,
      `+ ${'~'.repeat(16 + name.length)}`,
      `    + CategoryInfo          : ResourceUnavailable: (${name}:String) [Resolve-DnsName], Win32Exception`,
      '    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName',
      '',
    );
  }
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd([46, 6, 5, 10][index] ?? 0)).join(' ');
  return lines(
    '',
    row('Name', 'Type', 'TTL', 'Section', 'IPAddress'),
    row('----', '----', '---', '-------', '---------'),
    row(name, address.includes(':') ? 'AAAA' : 'A', '1200', 'Answer', address),
    '',
    '',
  );
}

/** What lies in the intranet's namespace goes into the tunnel, unless the public DNS was left to answer it. */
function resolved(deployment: Deployment, name: string): string | null {
  const { client, domain, fileServer, dns64 } = deployment;
  if (client.fileServerOnInternet !== undefined && name.split('.')[0] === fileServer.split('.')[0]) {
    return client.fileServerOnInternet;
  }
  if (!name.endsWith(`.${domain}`) && name.includes('.')) return isUnknown(deployment, name) ? null : SERVER_ADDRESS;
  const isUp = tunnelState(deployment, 'infra').kind === 'up' && client.resolvesFileServer;
  return isUp ? `${dns64.split(/:\d+::/)[0] ?? ''}:7777::c0a8:a1e` : null;
}
