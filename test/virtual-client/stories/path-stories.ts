/** Stories of what lies before the tunnels: edition, firewall, policy, rules, profile, location, the way to the server. */
import {
  controllerOnInternet,
  endpointSilent,
  firewallOff,
  ikeStopped,
  insideThoughOutside,
  ipHttpsError,
  policyNotReceived,
  proxySet,
  sixToFourBlocked,
  unsupportedEdition,
  vpnConnected,
  withFault,
} from '../faults';
import { deploymentBehindNat, healthyDeployment, kerberosProxyDeployment } from '../healthy-deployments';
import { failed, MMSA, pasted, saved, type Story } from './story';

const WAITING = 'Failed to connect to the IPHTTPS server; waiting to reconnect';

export const pathStories: readonly Story[] = [
  {
    title: 'The policy never reached the client, so there are no rules',
    deployment: withFault(healthyDeployment(), policyNotReceived),
    start: [pasted(MMSA)],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
  {
    title: 'The policy never reached a Windows 10 client; the empty rules come first',
    deployment: withFault(deploymentBehindNat(), policyNotReceived),
    start: [pasted('netsh advfirewall monitor show consec verbose')],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
  {
    title: 'Windows 7 Professional takes no DirectAccess rules',
    deployment: withFault(healthyDeployment(), unsupportedEdition),
    start: [saved('systeminfo.txt', 'systeminfo')],
    expect: failed('client.edition', 'edition-unsupported'),
  },
  {
    title: 'Windows Firewall is off for the public profile, so the rules are not active',
    deployment: withFault(healthyDeployment(), firewallOff),
    start: [pasted(MMSA)],
    expect: failed('client.firewall', 'firewall-off'),
  },
  {
    title: 'The service IKEEXT is stopped, so nothing is negotiated',
    deployment: withFault(deploymentBehindNat(), ikeStopped),
    start: [pasted(MMSA)],
    expect: failed('client.firewall', 'service-stopped'),
  },
  {
    title: 'A VPN is connected and puts a network into the domain profile',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: [pasted(MMSA)],
    expect: failed(['infra.profile', 'infra.rules-active'], 'domain-profile-active'),
  },
  {
    title: 'A domain controller answers on the Internet, so the only network is in the domain profile',
    deployment: withFault(deploymentBehindNat(), controllerOnInternet),
    start: [saved('consec.txt', 'netsh advfirewall monitor show consec verbose')],
    expect: failed(['infra.profile', 'infra.rules-active'], 'domain-profile-active'),
  },
  {
    title: 'The network location server answers on the Internet, so the client takes itself to be inside',
    deployment: withFault(deploymentBehindNat(), insideThoughOutside),
    start: [pasted(MMSA)],
    expect: failed('client.location', 'inside-though-outside'),
  },
  {
    title: 'TCP 443 to the server is blocked',
    deployment: withFault(deploymentBehindNat(), ipHttpsError('ip-https-unreachable', 0x274c, WAITING)),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'The certificate of the IP-HTTPS listener is expired',
    deployment: withFault(deploymentBehindNat(), ipHttpsError('ip-https-certificate-expired', 0x800b0101, WAITING)),
    start: [saved('httpstunnel.txt', 'netsh interface httpstunnel show interfaces')],
    expect: failed('client.transition', 'ip-https-certificate-expired'),
  },
  {
    title: 'Kerberos proxy: the self-signed certificate of the IP-HTTPS listener is not trusted',
    deployment: withFault(
      kerberosProxyDeployment(),
      ipHttpsError('ip-https-certificate-untrusted', 0x800b0109, WAITING),
    ),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ip-https-certificate-untrusted'),
  },
  {
    title: 'A proxy is set, and the name of the server seems not to resolve',
    deployment: withFault(deploymentBehindNat(), proxySet),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ip-https-proxy'),
  },
  {
    title: 'The public name does not resolve, and no proxy is set',
    deployment: withFault(deploymentBehindNat(), ipHttpsError('ip-https-name', 0x2af9, WAITING)),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ip-https-name'),
  },
  {
    title: '6to4 is chosen, and protocol 41 does not pass',
    deployment: withFault(healthyDeployment(), sixToFourBlocked),
    start: [pasted(MMSA)],
    expect: failed('client.endpoint', ['sixtofour-blocked', 'endpoint-unreachable']),
  },
  {
    title: 'IP-HTTPS is active, and the endpoint answers nothing',
    deployment: withFault(deploymentBehindNat(), endpointSilent),
    start: [pasted(MMSA)],
    expect: failed('client.endpoint', ['endpoint-unreachable', 'server-routing']),
  },
];
