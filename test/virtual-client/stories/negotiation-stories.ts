/** Stories of a negotiation that fails for another reason than a certificate, and of domain controllers. */
import {
  clientWithoutController,
  negotiationDropped,
  quickModeMismatch,
  serverWithoutController,
  withFault,
  wrongSecondAuthentication,
} from '../faults';
import { audited, beforeTraffic, deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { failed, MMSA, NLTEST, pasted, QMSA, saved, type Story } from './story';

export const negotiationStories: readonly Story[] = [
  {
    title: 'The negotiation times out although the endpoint answers pings',
    deployment: withFault(audited(healthyDeployment()), negotiationDropped),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'negotiation-timeout'),
  },
  {
    title: 'Nothing is audited: only switching it on shows that the negotiation times out',
    deployment: withFault(deploymentBehindNat(), negotiationDropped),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'negotiation-timeout'),
  },
  {
    title: 'The first tunnel has the second authentication of the second one',
    deployment: withFault(healthyDeployment(), wrongSecondAuthentication),
    start: [pasted('netsh advfirewall monitor show consec verbose'), saved('mmsa.txt', MMSA)],
    expect: failed('infra.main-mode', 'policy-mismatch'),
  },
  {
    title: 'Main mode stands, quick mode ends in a policy mismatch',
    deployment: beforeTraffic(withFault(audited(healthyDeployment()), quickModeMismatch('infra'))),
    start: [pasted(`${MMSA} & ${QMSA}`)],
    expect: failed('infra.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'Main mode stands without quick mode, and nothing is audited yet',
    deployment: beforeTraffic(withFault(deploymentBehindNat(), quickModeMismatch('infra'))),
    start: [pasted(MMSA)],
    expect: failed('infra.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'The server finds no domain controller, so the computer account is refused',
    deployment: withFault(audited(healthyDeployment()), serverWithoutController),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'server-no-domain-controller'),
  },
  {
    title: 'The server finds no domain controller, and its nltest comes first',
    deployment: withFault(healthyDeployment(), serverWithoutController),
    start: [saved('server-nltest.txt', NLTEST, 'server')],
    expect: failed(['infra.domain-controller', 'infra.main-mode'], 'server-no-domain-controller'),
  },
  {
    title: 'The tunnel is up, and the client finds no domain controller through it',
    deployment: beforeTraffic(withFault(healthyDeployment(), clientWithoutController)),
    start: [pasted(`${MMSA} & ${QMSA}`)],
    expect: failed('infra.domain-controller', 'client-no-domain-controller'),
  },
];
