/** How the card names a reading: in the words of a person, not as the analyzers file it. */
import { type CommandId } from '../analyzers/diagnosis/reading-data';

const NAMES: Readonly<Record<CommandId, string>> = {
  'netsh-mmsa': 'main mode SAs',
  'netsh-qmsa': 'quick mode SAs',
  'netsh-consec': 'connection security rules',
  'netsh-currentprofile': 'current firewall profile',
  'netsh-nrpt': 'name resolution policy',
  'netsh-httpstunnel': 'IP-HTTPS interface',
  'netsh-teredo': 'Teredo state',
  'nltest-dsgetdc': 'nltest /dsgetdc',
  'net-view': 'net view',
  'certutil-store': 'certutil -store',
  'netsh-global': 'firewall settings',
  'certutil-urlcache': 'certutil -urlcache',
  'certutil-verify': 'certutil -verify',
  auditpol: 'auditpol',
  systeminfo: 'systeminfo',
  ipconfig: 'ipconfig',
  gpresult: 'gpresult',
  'whoami-groups': 'whoami /groups',
  'security-events': 'Security events',
  'netsh-wfp-netevents': 'net events',
  'netsh-wfp-state': 'IPsec counters',
  'netsh-firewall-state': 'firewall state',
  'sc-query': 'sc query',
  'netsh-dnsclient': 'DNS client state',
  'ping-6': 'ping -6',
  'netsh-winhttp-proxy': 'proxy settings',
  'da-connection-status': 'Get-DAConnectionStatus',
  'da-client-experience': 'DirectAccess client settings',
  'da-server': 'DirectAccess server settings',
  'test-netconnection': 'Test-NetConnection',
  'resolve-dnsname': 'Resolve-DnsName',
  nslookup: 'nslookup',
  'reg-disabled-components': 'DisabledComponents',
  'netsh-ipv6-interface': 'IPv6 interface',
  'netsh-ipv6-route': 'IPv6 routes',
};

/** What the reading shows, or the command itself where that is short; an id that is not known here stays as it is. */
export function commandName(id: string): string {
  return Object.entries(NAMES).find(([known]) => known === id)?.[1] ?? id;
}
