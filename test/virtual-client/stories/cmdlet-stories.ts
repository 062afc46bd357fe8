/** Stories that begin with the output of a cmdlet, in each of the four forms. */
import {
  clientCertificateExpired,
  firewallOff,
  ipHttpsError,
  policyNotReceived,
  userRefused,
  vpnConnected,
  withFault,
} from '../faults';
import { audited, beforeTraffic, deploymentBehindNat, kerberosProxyDeployment } from '../healthy-deployments';
import { failed, type FirstFile, healthy, pasted, saved, type Story } from './story';

const WAITING = 'Failed to connect to the IPHTTPS server; waiting to reconnect';
const powershell = (commandLine: string): FirstFile => pasted(commandLine, { shell: 'powershell' });
const STATE = 'Get-NetIPHttpsState';
const blocked = withFault(deploymentBehindNat(), ipHttpsError('ip-https-unreachable', 0x274c, WAITING));

export const cmdletStories: readonly Story[] = [
  {
    title: 'Get-NetIPHttpsState as a list prints the code as a decimal number',
    deployment: blocked,
    start: [powershell(STATE)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Get-NetIPHttpsState as a table',
    deployment: blocked,
    start: [powershell(`${STATE} | Format-Table -AutoSize`)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Get-NetIPHttpsState exported as CSV',
    deployment: blocked,
    start: [saved('iphttpsstate.csv', `${STATE} | ConvertTo-Csv`)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Get-NetIPHttpsState as JSON',
    deployment: blocked,
    start: [saved('iphttpsstate.json', `${STATE} | ConvertTo-Json`)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'The status of the connection says that the server was not contacted',
    deployment: blocked,
    start: [powershell('Get-DAConnectionStatus')],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'The status of the connection says that names do not resolve, and the certificate is expired',
    deployment: withFault(audited(deploymentBehindNat()), clientCertificateExpired),
    start: [powershell('Get-DAConnectionStatus | ConvertTo-Json')],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'The status of the connection says that the user was refused',
    deployment: withFault(audited(deploymentBehindNat()), userRefused),
    start: [powershell('Get-DAConnectionStatus | Format-Table')],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'user-credentials'),
  },
  {
    title: 'The status of the connection is well, and so are the tunnels',
    deployment: deploymentBehindNat(),
    start: [powershell('Get-DAConnectionStatus')],
    expect: healthy,
  },
  {
    title: 'Get-NetConnectionProfile as JSON has the number of the domain profile',
    deployment: withFault(deploymentBehindNat(), vpnConnected),
    start: [saved('connectionprofile.json', 'Get-NetConnectionProfile | ConvertTo-Json')],
    expect: failed(['infra.profile', 'infra.rules-active'], 'domain-profile-active'),
  },
  {
    title: 'Get-NetFirewallProfile as a table shows the public profile off',
    deployment: withFault(deploymentBehindNat(), firewallOff),
    start: [powershell('Get-NetFirewallProfile -PolicyStore ActiveStore | Format-Table')],
    expect: failed('client.firewall', 'firewall-off'),
  },
  {
    title: 'Get-NetFirewallProfile as JSON shows the public profile off',
    deployment: withFault(deploymentBehindNat(), firewallOff),
    start: [saved('netfirewallprofile.json', 'Get-NetFirewallProfile -PolicyStore ActiveStore | ConvertTo-Json')],
    expect: failed('client.firewall', 'firewall-off'),
  },
  {
    title: 'The DirectAccess settings of the client name no tunnel endpoint',
    deployment: withFault(deploymentBehindNat(), policyNotReceived),
    start: [powershell('Get-DAClientExperienceConfiguration')],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
  {
    title: 'The DirectAccess settings of the client name its endpoints, and the SAs go to them',
    deployment: beforeTraffic(deploymentBehindNat()),
    start: [
      saved('daclientexperience.txt', 'Get-DAClientExperienceConfiguration'),
      powershell('Get-NetIPsecMainModeSA'),
    ],
    expect: healthy,
  },
  {
    title: 'Kerberos proxy: the settings of the client and of the server come first, and all is well',
    deployment: kerberosProxyDeployment(),
    start: [
      saved('daclientexperience.txt', 'Get-DAClientExperienceConfiguration'),
      saved('server/daserver.txt', 'Get-DAServer', 'server'),
      powershell('Get-NetConnectionProfile'),
    ],
    expect: healthy,
  },
  {
    title: 'Only the settings of the server tell that it is a Kerberos proxy, and all is well',
    deployment: kerberosProxyDeployment(),
    start: [saved('server/daserver.txt', 'Get-DAServer', 'server')],
    shows: ['kerberos-proxy', 'behind-nat'],
    expect: healthy,
  },
  {
    title: 'The settings of the server tell of certificates and a NAT, and the certificate of the client is expired',
    deployment: withFault(audited(deploymentBehindNat()), clientCertificateExpired),
    start: [saved('server/daserver.txt', 'Get-DAServer', 'server'), powershell('Get-NetIPsecMainModeSA')],
    shows: ['two-tunnels', 'behind-nat'],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
];
