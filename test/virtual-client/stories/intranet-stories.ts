/** Stories of the second tunnel: not provoked, or refused to the user. */
import {
  fileServerUnresolved,
  healthRequired,
  notAuthorized,
  quickModeMismatch,
  smartCardRequired,
  userRefused,
  withFault,
} from '../faults';
import { audited, beforeTraffic, deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { EVENTS, failed, healthy, MMSA, pasted, QMSA, saved, type Story } from './story';

const BOTH = `${MMSA} & ${QMSA}`;

export const intranetStories: readonly Story[] = [
  {
    title: 'The second tunnel was only not provoked yet',
    deployment: beforeTraffic(healthyDeployment()),
    start: [pasted(BOTH)],
    expect: healthy,
  },
  {
    title: 'The second tunnel of a Windows 10 client was only not provoked yet',
    deployment: beforeTraffic(deploymentBehindNat()),
    start: [pasted(MMSA)],
    expect: healthy,
  },
  {
    title: 'The credentials of the user are refused for the second tunnel',
    deployment: beforeTraffic(withFault(audited(healthyDeployment()), userRefused)),
    start: [pasted(BOTH)],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'user-credentials'),
  },
  {
    title: 'The credentials of the user are refused, and the log is sent with the SAs',
    deployment: withFault(audited(deploymentBehindNat()), userRefused),
    start: [pasted(BOTH), saved('security-events.xml', EVENTS)],
    expect: failed('intranet.main-mode', 'user-credentials'),
  },
  {
    title: 'The health certificate of Network Access Protection is missing on Windows 7',
    deployment: withFault(audited(healthyDeployment()), healthRequired),
    start: [saved('security-events.xml', EVENTS), pasted('systeminfo')],
    expect: failed('intranet.main-mode', 'health-certificate-missing'),
  },
  {
    title: 'Code 13905 on Windows 10, where Network Access Protection cannot be',
    deployment: withFault(audited(deploymentBehindNat()), notAuthorized),
    start: [saved('security-events.xml', EVENTS), pasted('systeminfo')],
    expect: failed('intranet.main-mode', 'authorization-denied'),
  },
  {
    title: 'The rule asks for a smart card, and the user signed in with a password',
    deployment: withFault(audited(healthyDeployment()), smartCardRequired),
    start: [saved('security-events.xml', EVENTS)],
    expect: failed('intranet.main-mode', 'smart-card-required'),
  },
  {
    title: 'The rule asks for a smart card; the SAs come first',
    deployment: beforeTraffic(withFault(audited(deploymentBehindNat()), smartCardRequired)),
    start: [pasted(BOTH)],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'smart-card-required'),
  },
  {
    title: 'The second tunnel has its main mode SA and no quick mode SA',
    deployment: withFault(audited(deploymentBehindNat()), quickModeMismatch('intranet')),
    start: [pasted(BOTH)],
    expect: failed('intranet.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'net view ends with 53 while the first tunnel is proven: the name does not resolve',
    deployment: beforeTraffic(withFault(healthyDeployment(), fileServerUnresolved)),
    start: [pasted(BOTH)],
    expect: failed('intranet.traffic', 'name-resolution'),
  },
];
