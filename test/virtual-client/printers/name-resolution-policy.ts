/** `netsh namespace show effectivepolicy` and `policy`, `netsh dnsclient show state`. */
import { type Deployment } from '../deployment';
import { isEditionSupported } from '../negotiation';
import { lines, RULE } from './layout';

/** The table that came by policy. */
export function printPolicy(deployment: Deployment): string {
  const title = 'DNS Name Resolution Policy Table Settings';
  return lines('', title, '', '', isReceived(deployment) ? entries(deployment) : []);
}

/** The table in force: empty where the client takes itself to be inside. */
export function printEffectivePolicy(deployment: Deployment): string {
  const { believesInside, prefersLocalNames } = deployment.client;
  const active = isReceived(deployment) && !believesInside && prefersLocalNames !== true;
  return lines(
    '',
    'DNS Effective Name Resolution Policy Table Settings',
    '',
    'Note: DirectAccess settings are inactive when this computer is inside a corporate network.',
    '',
    '',
    active ? entries(deployment) : [' '],
  );
}

const isReceived = (deployment: Deployment): boolean =>
  deployment.client.policyApplied && isEditionSupported(deployment);

function entries({ domain, dns64, rules }: Deployment): readonly string[] {
  const entry = (namespace: string, servers: string, proxy: string): readonly string[] => [
    `Settings for ${namespace}`,
    RULE,
    'DirectAccess (Certification Authority)  : ',
    'DirectAccess (IPsec)                    : disabled',
    `DirectAccess (DNS Servers)              : ${servers}`,
    `DirectAccess (Proxy Settings)           : ${proxy}`,
    '',
    '',
  ];
  return [
    ...entry(`nls.${domain}`, '', 'Use default browser settings'),
    ...entry(`.${domain}`, dns64, 'Bypass proxy'),
    ...(rules.forceTunnel === true ? entry('.', dns64, `proxy.${domain}:8080`) : []),
  ];
}

export function printDnsClientState(deployment: Deployment): string {
  const row = (label: string, value: string): readonly string[] => [`${label.padEnd(37)} : ${value}`, ''];
  const { believesInside, prefersLocalNames } = deployment.client;
  const settings = isReceived(deployment)
    ? `Configured and ${believesInside || prefersLocalNames === true ? 'Disabled' : 'Enabled'}`
    : 'Not Configured';
  return lines(
    '',
    'Name Resolution Policy Table Options',
    '-'.repeat(68),
    '',
    row('Query Failure Behavior', 'Always fall back to LLMNR and NetBIOS'),
    row('Query Resolution Behavior', 'Resolve only IPv6 addresses for names'),
    row('Network Location Behavior', 'Let Network ID determine when Direct Access settings are to be used'),
    row('Machine Location', believesInside ? 'Inside corporate network' : 'Outside corporate network'),
    row('Direct Access Settings', settings),
    row('DNSSEC Settings', 'Not Configured'),
    '',
  );
}
