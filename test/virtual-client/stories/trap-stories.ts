/** Stories in which one output invites a wrong conclusion. */
import { type Deployment } from '../deployment';
import { clientCertificateExpired, ipHttpsError, policyNotReceived, userRefused, withFault } from '../faults';
import { audited, beforeTraffic, deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { print } from '../print';
import { EVENTS, failed, type FirstFile, healthy, MMSA, NLTEST, pasted, QMSA, saved, type Story } from './story';

const BOTH = `${MMSA} & ${QMSA}`;

/** A listing of the same client from an hour ago, when nothing was up yet or all of it still was. */
function earlier(name: string, commandLine: string, change: (deployment: Deployment) => Deployment): FirstFile {
  return {
    name,
    text: (deployment) => {
      const clock = '2026-11-24T08:21:00';
      const before = change({ ...deployment, moment: { ...deployment.moment, clock } });
      return print(before, commandLine, 'client', true);
    },
  };
}

const cutOff = (commandLine: string, share: number): FirstFile => ({
  name: 'mmsa.txt',
  text: (deployment) => {
    const whole = print(deployment, commandLine, 'client', true);
    return whole.slice(0, Math.floor(whole.length * share));
  },
});

const teredoTrap = { title: 'Teredo is offline beside a working IP-HTTPS', deployment: deploymentBehindNat() };
const otherPeers = (deployment: Deployment): Deployment => ({
  ...deployment,
  client: { ...deployment.client, otherPeers: true },
});

const inNewYork = (deployment: Deployment): Deployment => ({
  ...deployment,
  client: { ...deployment.client, hoursFromUtc: -5 },
});

export const trapStories: readonly Story[] = [
  {
    ...teredoTrap,
    start: [saved('teredo.txt', 'netsh interface teredo show state')],
    expect: healthy,
  },
  {
    title: 'SAs to other peers only, and the certificate is expired',
    deployment: otherPeers(withFault(healthyDeployment(), clientCertificateExpired)),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'SAs to other peers beside those of the tunnels',
    deployment: otherPeers(deploymentBehindNat()),
    start: [pasted('netsh advfirewall monitor show consec verbose'), saved('mmsa.txt', MMSA)],
    expect: healthy,
  },
  {
    title: 'The prompt was not elevated',
    deployment: healthyDeployment(),
    start: [pasted(MMSA, { elevated: false })],
    expect: healthy,
  },
  {
    title: 'The listing was cut off in the middle of the second SA',
    deployment: healthyDeployment(),
    start: [cutOff(MMSA, 0.7)],
    expect: healthy,
  },
  {
    title: 'IP-HTTPS shows an error while Teredo carries both tunnels',
    deployment: ((base: Deployment) => ({ ...base, client: { ...base.client, teredo: 'qualified' as const } }))(
      ipHttpsError(null, 0x274c, 'Failed to connect to the IPHTTPS server; waiting to reconnect')(healthyDeployment()),
    ),
    start: [saved('httpstunnel.txt', 'netsh interface httpstunnel show interfaces'), pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'An old capture without SAs lies beside a new one with both tunnels',
    deployment: healthyDeployment(),
    start: [
      earlier('a-mmsa-new.txt', MMSA, (deployment) => ({
        ...deployment,
        moment: { ...deployment.moment, clock: '2026-11-24T09:29:00' },
      })),
      earlier('b-mmsa-old.txt', MMSA, beforeTraffic),
      saved('qmsa.txt', QMSA),
    ],
    expect: healthy,
  },
  {
    title: 'An old capture without SAs came in an earlier call',
    deployment: deploymentBehindNat(),
    before: [earlier('mmsa-old.txt', MMSA, (deployment) => withFault(deployment, clientCertificateExpired))],
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Both tunnels were up in an earlier call, and the certificate is expired now',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    before: [earlier('mmsa-old.txt', MMSA, ({ moment }) => ({ ...healthyDeployment(), moment }))],
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'In New York the log in UTC looks newer than the SAs that came after the repair',
    deployment: inNewYork(deploymentBehindNat()),
    before: [
      earlier('security-events.xml', EVENTS, (deployment) => withFault(audited(deployment), clientCertificateExpired)),
    ],
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'Only the domain controller as seen from the server is sent',
    deployment: healthyDeployment(),
    start: [saved('server-nltest.txt', NLTEST, 'server')],
    expect: healthy,
  },
  {
    title: 'Only the store of a healthy client is sent',
    deployment: deploymentBehindNat(),
    start: [saved('client-certificates.txt', 'certutil -v -store my')],
    expect: healthy,
  },
  {
    title: 'net view comes first, from a client whose policy never came',
    deployment: withFault(healthyDeployment(), policyNotReceived),
    start: [pasted('net view \\\\fabfiles1', { elevated: false })],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
  {
    title: 'Only the network profile is sent, and the user is refused',
    deployment: beforeTraffic(withFault(audited(healthyDeployment()), userRefused)),
    start: [saved('currentprofile.txt', 'netsh advfirewall monitor show currentprofile')],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'user-credentials'),
  },
];
