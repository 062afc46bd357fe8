/** Stories of a main mode that ends at a certificate or at its revocation, on the client or on the server. */
import {
  clientCertificateExpired,
  clientCertificateMissing,
  clientKeyMissing,
  clientRevoked,
  clientRootUntrusted,
  clientUsageWrong,
  revocationUnreachable,
  serverCertificateExpired,
  serverCertificateMissing,
  withFault,
} from '../faults';
import { audited, auditedServer, deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { EVENTS, failed, MMSA, pasted, QMSA, saved, type Story } from './story';

export const certificateStories: readonly Story[] = [
  {
    title: 'The client has no computer certificate',
    deployment: withFault(healthyDeployment(), clientCertificateMissing),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-missing'),
  },
  {
    title: 'The computer certificate of the client is expired, and failures are audited',
    deployment: withFault(audited(healthyDeployment()), clientCertificateExpired),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'The computer certificate of a Windows 10 client is expired, and nothing is audited',
    deployment: withFault(deploymentBehindNat(), clientCertificateExpired),
    start: [pasted(`${MMSA} & ${QMSA}`)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'The computer certificate of the client lost its private key',
    deployment: withFault(audited(healthyDeployment()), clientKeyMissing),
    start: [saved('security-events.xml', EVENTS)],
    expect: failed('infra.main-mode', 'certificate-no-private-key'),
  },
  {
    title: 'The computer certificate of the client may not be used for IPsec',
    deployment: withFault(deploymentBehindNat(), clientUsageWrong),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-wrong-usage'),
  },
  {
    title: 'The computer certificate of the client is self-signed and chains to no root of the rule',
    deployment: withFault(healthyDeployment(), clientRootUntrusted),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-untrusted'),
  },
  {
    title: 'The server has no computer certificate',
    deployment: withFault(audited(healthyDeployment()), serverCertificateMissing),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-missing'),
  },
  {
    title: 'The computer certificate of the server is expired',
    deployment: withFault(audited(deploymentBehindNat()), serverCertificateExpired),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'Weak checking: the certificate of the client is revoked',
    deployment: withFault(audited(healthyDeployment()), clientRevoked),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'certificate-revoked'),
  },
  {
    title: 'Strong checking: the server reaches no CRL distribution point',
    deployment: withFault(audited(deploymentBehindNat()), revocationUnreachable),
    start: [pasted(MMSA)],
    expect: failed('infra.main-mode', 'revocation-unreachable'),
  },
  {
    title: 'Strong checking, told by the log of the server alone',
    deployment: withFault(auditedServer(healthyDeployment()), revocationUnreachable),
    start: [saved('server/security-events.xml', EVENTS, 'server')],
    expect: failed('infra.main-mode', 'revocation-unreachable'),
  },
  {
    title: 'The store of the client alone is sent, with an expired certificate',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [saved('client-certificates.txt', 'certutil -store my')],
    expect: failed(['security.certificate', 'infra.main-mode'], 'certificate-expired'),
  },
];
