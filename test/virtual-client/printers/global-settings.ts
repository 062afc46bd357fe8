/** `netsh advfirewall show global`, and the same block at the head of the active rules. */
import { type Deployment } from '../deployment';
import { lines, RULE, setting } from './layout';

const LEVELS = ['0:Disabled', '1:Enabled', '2:Enabled'] as const;

/** By default the client checks no revocation, the server does. */
export function globalSettings({ server }: Deployment, side: 'client' | 'server'): readonly string[] {
  return [
    '',
    'Global Settings: ',
    RULE,
    'IPsec:',
    setting('StrongCRLCheck', side === 'client' ? LEVELS[0] : LEVELS[server.revocationCheck]),
    setting('SAIdleTimeMin', '5min'),
    setting('DefaultExemptions', 'NeighborDiscovery,DHCP'),
    setting('IPsecThroughNAT', 'Never'),
    setting('AuthzUserGrp', 'None'),
    setting('AuthzComputerGrp', 'None'),
    setting('AuthzUserGrpTransport', 'None'),
    setting('AuthzComputerGrpTransport', 'None'),
    '',
    setting('StatefulFTP', 'Enable'),
    setting('StatefulPPTP', 'Enable'),
    '',
    'Main Mode:',
    setting('KeyLifetime', '480min,0sess'),
    setting('SecMethods', 'DHGroup2-AES128-SHA1,DHGroup2-3DES-SHA1'),
    setting('ForceDH', 'No'),
    '',
    'Categories:',
    setting('BootTimeRuleCategory', 'Windows Firewall'),
    setting('FirewallRuleCategory', 'Windows Firewall'),
    setting('StealthRuleCategory', 'Windows Firewall'),
    setting('ConSecRuleCategory', 'Windows Firewall'),
    '',
  ];
}

export const printGlobalSettings = (deployment: Deployment, side: 'client' | 'server'): string =>
  lines(globalSettings(deployment, side), 'Ok.', '');
