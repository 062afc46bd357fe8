/** `nltest /dsgetdc: /force`, `net view` and `ping -6`. */
import { type Deployment } from '../deployment';
import { findsDomainController, isTransitionUp, netViewStatus, tunnelState } from '../negotiation';
import { lines } from './layout';

export function printDomainController(deployment: Deployment, side: 'client' | 'server'): string {
  const found = side === 'server' ? deployment.server.findsDomainController : findsDomainController(deployment);
  if (!found) return lines('Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN');
  const { domain, domainController } = deployment;
  return lines(
    `           DC: \\\\${domainController.name}.${domain}`,
    `      Address: \\\\${domainController.address}`,
    '     Dom Guid: 0b7d94c3-5ed1-4f02-8c6a-9f31e06a7d45',
    `     Dom Name: ${domain}`,
    `  Forest Name: ${domain}`,
    ' Dc Site Name: Main',
    'Our Site Name: Main',
    '        Flags: GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE FULL_SECRET WS',
    'The command completed successfully',
  );
}

const SYSTEM_ERRORS: Readonly<Record<number, string>> = {
  53: 'The network path was not found.',
  1311: 'There are currently no logon servers available to service the logon request.',
};

export function printNetView(deployment: Deployment, server: string): string {
  const status = netViewStatus(deployment);
  if (status !== 0) return lines(`System error ${status} has occurred.`, '', SYSTEM_ERRORS[status] ?? '', '');
  return lines(
    `Shared resources at \\\\${server}`,
    '',
    '',
    '',
    'Share name  Type  Used as  Comment',
    '',
    '-'.repeat(79),
    'Projects    Disk           Project files',
    'Templates   Disk           ',
    'The command completed successfully.',
    '',
  );
}

/** A name needs the first tunnel to resolve; a tunnel endpoint answers where the way to it is free. */
export function printPing(deployment: Deployment, target: string): string {
  const isAddress = target.includes(':');
  const up = tunnelState(deployment, 'infra').kind === 'up';
  const resolved = isAddress || (up && deployment.client.resolvesFileServer);
  if (!resolved) {
    return lines(`Ping request could not find host ${target}. Please check the name and try again.`);
  }
  const address = isAddress ? target : `${deployment.dns64.split(/:\d+::/)[0] ?? ''}:7777::c0a8:a1e`;
  const answers = isTransitionUp(deployment) && deployment.server.answersPing;
  const reply = answers ? `Reply from ${address}: time=31ms ` : 'Request timed out.';
  const round = [
    'Approximate round trip times in milli-seconds:',
    '    Minimum = 31ms, Maximum = 31ms, Average = 31ms',
  ];
  return lines(
    '',
    `Pinging ${isAddress ? target : `${target} [${address}]`} with 32 bytes of data:`,
    ...Array.from({ length: 4 }, () => reply),
    '',
    `Ping statistics for ${address}:`,
    `    Packets: Sent = 4, Received = ${answers ? 4 : 0}, Lost = ${answers ? 0 : 4} (${answers ? 0 : 100}% loss),`,
    answers ? round : [],
  );
}
