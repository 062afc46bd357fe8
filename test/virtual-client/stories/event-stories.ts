/** Stories that the Security log decides, or in which it invites a wrong conclusion. */
import { type Deployment } from '../deployment';
import {
  clientCertificateExpired,
  clientRevoked,
  clientRootUntrusted,
  ikeStopped,
  negotiationDropped,
  quickModeMismatch,
  revocationUnreachable,
  serverWithoutController,
  userRefused,
  vpnConnected,
  withFault,
} from '../faults';
import {
  audited,
  auditedAsTheArticleSays,
  auditedServer,
  beforeTraffic,
  deploymentBehindNat,
  healthyDeployment,
  withHistory,
  writingIn,
} from '../healthy-deployments';
import { print } from '../print';
import { EVENTS, failed, type FirstFile, healthy, MMSA, pasted, QMSA, saved, type Story } from './story';

const BOTH = `${MMSA} & ${QMSA}`;
const AUDIT =
  'auditpol /get /subcategory:{0CCE9218-69AE-11D9-BED3-505054503030},{0CCE9219-69AE-11D9-BED3-505054503030},{0CCE921A-69AE-11D9-BED3-505054503030}';
const SERVER_LOG = saved('server/security-events.xml', EVENTS, 'server');

/** Event Viewer saves events below a root of its own, with a declaration above. */
const eventViewer: FirstFile = {
  name: 'security.xml',
  text: (deployment) => {
    const events = print(deployment, EVENTS, 'client', true).trimEnd();
    return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${events}</Events>\r\n`;
  },
};

const oneEndpoint = (deployment: Deployment): Deployment => ({
  ...deployment,
  endpoints: { first: deployment.endpoints.first, second: deployment.endpoints.first },
});

/** The client logs that the server gave up, the server why. */
const onlyServerKnows = (deployment: Deployment): Deployment => ({
  ...auditedServer(audited(deployment)),
  failureCode: 13807,
});

export const eventStories: readonly Story[] = [
  {
    title: 'The log shows failures that later successes of the same tunnels cleared',
    deployment: withHistory(audited(healthyDeployment()), { clearedCode: 13801 }),
    start: [saved('security-events.xml', EVENTS)],
    expect: healthy,
  },
  {
    title: 'The log is full of a VPN, dropped packets and services while both tunnels stand',
    deployment: withHistory(audited(deploymentBehindNat()), { noise: true }),
    start: [saved('security-events.xml', EVENTS)],
    expect: healthy,
  },
  {
    title: 'A VPN came up after the second tunnel was refused to the user: it clears nothing',
    deployment: withHistory(withFault(audited(deploymentBehindNat()), userRefused), { noise: true }),
    start: [saved('security-events.xml', EVENTS), pasted(BOTH)],
    expect: failed('intranet.main-mode', 'user-credentials'),
  },
  {
    title: 'Two clients fail in the log of the server, and nothing tells yet which is this one',
    deployment: withHistory(withFault(auditedServer(deploymentBehindNat()), revocationUnreachable), {
      otherClientCode: 13868,
    }),
    start: [SERVER_LOG],
    expect: failed('infra.main-mode', 'revocation-unreachable'),
  },
  {
    title: 'Two clients fail in the log of the server, and the addresses of this one are known',
    deployment: withHistory(withFault(auditedServer(healthyDeployment()), clientRevoked), { otherClientCode: 13868 }),
    start: [SERVER_LOG, saved('client-ipconfig.txt', 'ipconfig /all')],
    expect: failed('infra.main-mode', 'certificate-revoked'),
  },
  {
    title: 'Only another client fails in the log of the server; both tunnels of this one stand',
    deployment: withHistory(auditedServer(healthyDeployment()), { otherClientCode: 13868 }),
    start: [SERVER_LOG, pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'The query for events prints nothing, because nothing is audited',
    deployment: withFault(deploymentBehindNat(), clientCertificateExpired),
    start: [pasted(EVENTS)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'Failures are audited, the intranet is tried, and the log stays silent: nothing is negotiated',
    deployment: withFault(audited(deploymentBehindNat()), vpnConnected),
    start: [pasted(`${AUDIT} & net view \\\\fabfiles1 & ${EVENTS} & ${MMSA}`)],
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: "Only the article's audit line was run, so the log has no word of quick mode",
    deployment: beforeTraffic(withFault(auditedAsTheArticleSays(healthyDeployment()), quickModeMismatch('infra'))),
    start: [pasted(`${AUDIT} & ${EVENTS} & ${BOTH}`)],
    expect: failed('infra.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'A German Windows writes that the negotiation timed out',
    deployment: writingIn('de', withFault(audited(healthyDeployment()), negotiationDropped)),
    start: [saved('security-events.xml', EVENTS)],
    expect: failed('infra.main-mode', 'negotiation-timeout'),
  },
  {
    title: 'A Russian Windows writes that the credentials are refused',
    deployment: writingIn('ru', withFault(audited(deploymentBehindNat()), clientCertificateExpired)),
    start: [saved('security-events.xml', EVENTS), pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'The service IKEEXT is stopped, and the log says so',
    deployment: withFault(audited(healthyDeployment()), ikeStopped),
    start: [saved('security-events.xml', EVENTS)],
    expect: failed('client.firewall', 'service-stopped'),
  },
  {
    title: 'The client logs only that the server gave up; the server knows why',
    deployment: onlyServerKnows(withFault(healthyDeployment(), clientRevoked)),
    start: [saved('security-events.xml', EVENTS)],
    expect: failed('infra.main-mode', 'certificate-revoked'),
  },
  {
    title: 'The event names the root of the certificate that was used, and the rule asks for another',
    deployment: withFault(audited(deploymentBehindNat()), clientRootUntrusted),
    start: [saved('security-events.xml', EVENTS), pasted('netsh advfirewall monitor show consec verbose')],
    expect: failed('infra.main-mode', 'certificate-untrusted'),
  },
  {
    title: 'Event Viewer saved the log, and the user is refused on an endpoint that both tunnels share',
    deployment: oneEndpoint(withFault(audited(deploymentBehindNat()), userRefused)),
    start: [eventViewer, pasted(BOTH)],
    expect: failed('intranet.main-mode', 'user-credentials'),
  },
  {
    title: 'The computer account is refused on an endpoint that both tunnels share',
    deployment: oneEndpoint(withFault(audited(deploymentBehindNat()), serverWithoutController)),
    start: [eventViewer],
    expect: failed('infra.main-mode', 'server-no-domain-controller'),
  },
];
