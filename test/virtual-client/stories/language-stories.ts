/** Stories of a Windows in another language, and of a client and a server that speak two. */
import {
  clientCertificateExpired,
  clientCertificateMissing,
  serverCertificateExpired,
  serverWithoutController,
  vpnConnected,
  withFault,
} from '../faults';
import { deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { print, type Side } from '../print';
import { type ListingLanguage, translated } from '../translations';
import { failed, type FirstFile, healthy, MMSA, NLTEST, QMSA, saved, type Story } from './story';

const CONSEC = 'netsh advfirewall monitor show consec rule name=all';
const PROFILE = 'netsh advfirewall monitor show currentprofile';

const listed = (
  name: string,
  line: string,
  language: ListingLanguage,
  withoutDashes = false,
  side: Side = 'client',
): FirstFile => ({
  name,
  text: (deployment) => translated(print(deployment, line, side, true), language, withoutDashes),
});

const languages: readonly Story[] = [
  {
    title: 'German listings without dashes show both tunnels',
    deployment: healthyDeployment(),
    start: [
      listed('consec-active.txt', CONSEC, 'de', true),
      listed('mmsa.txt', MMSA, 'de', true),
      listed('qmsa.txt', QMSA, 'de', true),
    ],
    expect: healthy,
  },
  {
    title: 'A German listing has no SA, and the certificate is expired',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [listed('consec-active.txt', CONSEC, 'de', true), listed('mmsa.txt', MMSA, 'de')],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'A French listing of rules beside English SAs',
    deployment: deploymentBehindNat(),
    start: [listed('consec-active.txt', CONSEC, 'fr', true), saved('mmsa.txt', MMSA), saved('qmsa.txt', QMSA)],
    expect: healthy,
  },
  {
    title: 'A German profile shows a VPN in the domain profile',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: [listed('currentprofile.txt', PROFILE, 'de'), listed('consec-active.txt', CONSEC, 'fr')],
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'Spanish rules and Japanese SAs',
    deployment: healthyDeployment(),
    start: [listed('consec-active.txt', CONSEC, 'es'), listed('mmsa.txt', MMSA, 'ja'), listed('qmsa.txt', QMSA, 'ja')],
    expect: healthy,
  },
  {
    title: 'A listing in a language that nobody knows says nothing',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [listed('mmsa.txt', MMSA, 'none')],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
];

/** A client and a server that speak two languages, in one upload. */
const mixed: readonly Story[] = [
  {
    title: 'A German client and an English server that finds no domain controller',
    deployment: withFault(healthyDeployment(), serverWithoutController),
    speaks: { client: ['de'], server: ['en'] },
    start: [
      listed('case/client/consec-active.txt', CONSEC, 'de', true),
      listed('case/client/mmsa.txt', MMSA, 'de'),
      saved('case/server/nltest.txt', NLTEST, 'server'),
    ],
    expect: failed(['infra.main-mode', 'infra.domain-controller'], 'server-no-domain-controller'),
  },
  {
    title: 'A French client and a German server whose certificate is expired',
    deployment: withFault(deploymentBehindNat(), serverCertificateExpired),
    speaks: { client: ['fr'], server: ['de', 'en'] },
    start: [
      listed('case/client/consec-active.txt', CONSEC, 'fr', true),
      saved('case/client/mmsa.txt', MMSA),
      listed('case/server/consec-active.txt', CONSEC, 'de', true, 'server'),
      listed('case/server/mmsa.txt', MMSA, 'de', true, 'server'),
      saved('case/server/certificates.txt', 'certutil -v -store my', 'server'),
    ],
    expect: failed(['infra.main-mode', 'security.certificate'], 'certificate-expired'),
  },
  {
    title: 'An English client with both tunnels, and a Spanish server that lists them too',
    deployment: healthyDeployment(),
    speaks: { client: ['en'], server: ['es'] },
    start: [
      saved('case/client/mmsa.txt', MMSA),
      saved('case/client/qmsa.txt', QMSA),
      listed('case/server/consec-active.txt', CONSEC, 'es', false, 'server'),
      listed('case/server/mmsa.txt', MMSA, 'es', false, 'server'),
    ],
    expect: healthy,
  },
  {
    title: 'A Japanese client without SAs and an English server: the client has no certificate',
    deployment: withFault(deploymentBehindNat(), clientCertificateMissing),
    speaks: { client: ['ja', 'en'], server: ['en'] },
    start: [
      saved('case/client/consec-active.txt', CONSEC),
      listed('case/client/mmsa.txt', MMSA, 'ja'),
      saved('case/server/nltest.txt', NLTEST, 'server'),
      saved('case/server/certificates.txt', 'certutil -v -store my', 'server'),
    ],
    expect: failed(['infra.main-mode', 'security.certificate'], 'certificate-missing'),
  },
];

export const languageStories: readonly Story[] = [...languages, ...mixed];
