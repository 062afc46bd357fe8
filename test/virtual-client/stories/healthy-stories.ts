/** Stories of clients that work. */
import { audited, deploymentBehindNat, healthyDeployment, kerberosProxyDeployment } from '../healthy-deployments';
import { type Deployment } from '../deployment';
import { healthAccepted, smartCardPresented, withFault } from '../faults';
import { healthy, MMSA, pasted, QMSA, saved, type Story } from './story';

const BOTH = `${MMSA} & ${QMSA}`;

/** One endpoint serves both tunnels: only the second authentication tells them apart. */
function oneEndpoint(deployment: Deployment): Deployment {
  const { first } = deployment.endpoints;
  return { ...deployment, endpoints: { first, second: first } };
}

const firstIdle = (deployment: Deployment): Deployment => ({
  ...deployment,
  client: { ...deployment.client, firstTunnelIdle: true },
});

export const healthyStories: readonly Story[] = [
  {
    title: 'Windows 7, two tunnels with certificates to 6to4 endpoints',
    deployment: healthyDeployment(),
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Windows 7 sends main mode first and quick mode when asked',
    deployment: audited(healthyDeployment()),
    start: [saved('mmsa.txt', MMSA)],
    redirected: true,
    expect: healthy,
  },
  {
    title: 'Windows 10 behind a NAT, endpoints in its own prefix',
    deployment: deploymentBehindNat(),
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Windows 10 with the listings of the cmdlets',
    deployment: deploymentBehindNat(),
    start: [
      pasted('Get-NetIPsecMainModeSA', { shell: 'powershell' }),
      { ...pasted('Get-NetIPsecQuickModeSA', { shell: 'powershell' }), name: 'paste-2.txt' },
    ],
    expect: healthy,
  },
  {
    title: 'Kerberos proxy: one tunnel is all there is',
    deployment: kerberosProxyDeployment(),
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Windows 7 with a health certificate that the rule asks for',
    deployment: withFault(healthyDeployment(), healthAccepted),
    start: [pasted(BOTH)],
    serverIpv4: '203.0.113.5',
    expect: healthy,
  },
  {
    title: 'Windows 10 with a smart card sign-in that the rule asks for',
    deployment: withFault(deploymentBehindNat(), smartCardPresented),
    start: [pasted('whoami /groups', { elevated: false })],
    expect: healthy,
  },
  {
    title: 'Only the second tunnel is listed: the first one went idle',
    deployment: firstIdle(healthyDeployment()),
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Both tunnels end at the same endpoint',
    deployment: oneEndpoint(deploymentBehindNat()),
    start: [pasted(BOTH)],
    expect: healthy,
  },
];
