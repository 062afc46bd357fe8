/** Stories of the causes before the tunnels that only a reading of their own can tell: registry, local names, the server's routes. */
import {
  controllerOnInternet,
  ipHttpsError,
  localNamesPreferred,
  serverNotRouting,
  tunnelAdaptersDisabled,
  withFault,
} from '../faults';
import { deploymentBehindNat, healthyDeployment, kerberosProxyDeployment } from '../healthy-deployments';
import { failed, MMSA, pasted, saved, type Story } from './story';

const WAITING = 'Failed to connect to the IPHTTPS server; waiting to reconnect';
const IP_HTTPS = 'netsh interface httpstunnel show interfaces';

/** Every further code of the table of IP-HTTPS errors, with the status that Windows shows beside it. */
const CODES: readonly (readonly [number, Parameters<typeof ipHttpsError>[0] & string, string])[] = [
  [0x102, 'ip-https-unreachable', WAITING],
  [0x274d, 'ip-https-unreachable', WAITING],
  [0x4c9, 'ip-https-unreachable', WAITING],
  [0x4be, 'ip-https-name', 'Invalid IPHTTPS URL specified'],
  [0x103, 'ip-https-name', 'No usable certificate found'],
  [0x800b010f, 'ip-https-name', WAITING],
  [0x800b010a, 'ip-https-certificate-untrusted', WAITING],
  [0x80092010, 'ip-https-revocation', WAITING],
  [0x80092013, 'ip-https-revocation', WAITING],
  [0x80090326, 'ip-https-tls', WAITING],
  [0x90320, 'ip-https-tls', WAITING],
  [0x2746, 'ip-https-tls', WAITING],
  [0x80190197, 'ip-https-proxy', WAITING],
];

export const beforeTunnelStories: readonly Story[] = [
  {
    title: 'DisabledComponents is 0xff, and the IP-HTTPS adapter could not be made',
    deployment: withFault(deploymentBehindNat(), tunnelAdaptersDisabled('Interface creation failure')),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ipv6-disabled'),
  },
  {
    title: 'DisabledComponents is 0xff on Windows 7; the error of the adapter comes first',
    deployment: withFault(healthyDeployment(), tunnelAdaptersDisabled('Interface creation failure')),
    start: [saved('httpstunnel.txt', IP_HTTPS)],
    expect: failed('client.transition', 'ipv6-disabled'),
  },
  {
    title: 'A stale adapter keeps IP-HTTPS from being made, and nothing is disabled',
    deployment: withFault(
      deploymentBehindNat(),
      ipHttpsError('no-transition', 0x643, 'Fatal error during installation'),
    ),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'no-transition'),
  },
  {
    title: 'The user chose Disconnect, so local names are preferred and no tunnel is tried',
    deployment: withFault(deploymentBehindNat(), localNamesPreferred),
    start: [pasted(MMSA)],
    expect: failed('client.location', 'local-names-preferred'),
  },
  {
    title: 'Local names are preferred; the status of the connection comes first',
    deployment: withFault(deploymentBehindNat(), localNamesPreferred),
    start: [pasted('Get-DAConnectionStatus', { shell: 'powershell' })],
    expect: failed('client.location', 'local-names-preferred'),
  },
  {
    title: 'The server does not forward on its IP-HTTPS adapter',
    deployment: withFault(deploymentBehindNat(), serverNotRouting('not-forwarding')),
    start: [pasted(MMSA)],
    expect: failed('client.endpoint', 'server-routing'),
  },
  {
    title: 'The server does not publish the route of its clients',
    deployment: withFault(kerberosProxyDeployment(), serverNotRouting('unpublished')),
    start: [pasted(MMSA)],
    expect: failed('client.endpoint', 'server-routing'),
  },
  ...CODES.map(([code, cause, status]): Story => ({
    title: `IP-HTTPS reports 0x${code.toString(16)}`,
    deployment: withFault(deploymentBehindNat(), ipHttpsError(cause, code, status)),
    start: [saved('httpstunnel.txt', IP_HTTPS)],
    expect: failed('client.transition', cause),
  })),
  {
    title: 'A domain controller answers on the Internet; the profiles come first',
    deployment: withFault(healthyDeployment(), controllerOnInternet),
    start: [pasted('netsh advfirewall monitor show currentprofile')],
    expect: failed(['infra.profile', 'infra.rules-active'], 'domain-profile-active'),
  },
];
