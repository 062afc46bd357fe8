/** Stories that begin with what the Windows Filtering Platform shows: net events in no language, and the counters of IKEEXT. */
import {
  clientCertificateExpired,
  clientCertificateMissing,
  clientRevoked,
  insideThoughOutside,
  negotiationDropped,
  quickModeMismatch,
  userRefused,
  withFault,
} from '../faults';
import { deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { failed, healthy, MMSA, pasted, QMSA, saved, type Story } from './story';

const NET_EVENTS = 'netsh wfp show netevents file=-';
const STATE = 'netsh wfp show state file=-';
const netEvents = saved('netevents.xml', NET_EVENTS);
const state = saved('wfpstate.xml', STATE);
const timedOut = withFault(deploymentBehindNat(), negotiationDropped);

export const filteringPlatformStories: readonly Story[] = [
  {
    title: 'The net events alone show that the client found no certificate',
    bundle: 'filtering-platform',
    deployment: withFault(deploymentBehindNat(), clientCertificateMissing),
    start: [netEvents],
    expect: failed('infra.main-mode', 'certificate-missing'),
  },
  {
    title: 'The net events alone show that the user is refused',
    bundle: 'filtering-platform',
    deployment: withFault(deploymentBehindNat(), userRefused),
    start: [netEvents],
    expect: failed(['intranet.main-mode', 'intranet.traffic'], 'user-credentials'),
  },
  {
    title: 'The net events alone show that quick mode ends in a policy mismatch',
    bundle: 'filtering-platform',
    deployment: withFault(healthyDeployment(), quickModeMismatch('infra')),
    start: [netEvents],
    expect: failed('infra.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'Net events and counters of a healthy client show no failure, and no tunnel either',
    bundle: 'filtering-platform',
    deployment: deploymentBehindNat(),
    start: [netEvents, state],
    expect: healthy,
  },
  {
    title: 'The counters stand beside a listing without SAs, and the certificate is expired',
    bundle: 'filtering-platform',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [saved('mmsa.txt', MMSA), state],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title:
      'The counters say that nothing was begun although the intranet was reached for: the client takes itself to be inside',
    bundle: 'filtering-platform',
    deployment: withFault(deploymentBehindNat(), insideThoughOutside),
    start: [saved('mmsa.txt', MMSA), pasted(`net view \\\\<IntranetFileServer> & ${STATE}`)],
    expect: failed('client.location', 'inside-though-outside'),
  },
  {
    title:
      'Both sides sent their net events: the client was refused, and the server says that its certificate is revoked',
    bundle: 'filtering-platform',
    deployment: withFault(healthyDeployment(), clientRevoked),
    start: [saved('client/netevents.xml', NET_EVENTS), saved('server/netevents.xml', NET_EVENTS, 'server')],
    expect: failed('infra.main-mode', 'certificate-revoked'),
  },
  {
    title: 'gatherNetworkInfo left its XML too, beside SAs of a healthy client',
    bundle: 'filtering-platform',
    deployment: deploymentBehindNat(),
    start: [
      saved('config/netevents.xml', NET_EVENTS),
      saved('config/wfpstate.xml', STATE),
      saved('config/osinfo.txt', 'systeminfo'),
      saved('mmsa.txt', MMSA),
      saved('qmsa.txt', QMSA),
    ],
    expect: healthy,
  },
  {
    title: 'Dropped packets pushed the failures out of the net events, and nothing is audited: it is switched on',
    bundle: 'filtering-platform',
    deployment: { ...timedOut, moment: { ...timedOut.moment, netEventsOverrun: true } },
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'negotiation-timeout'),
  },
];
