/** `certutil -store my`, plain and verbose. */
import { type Deployment, type ModelCertificate } from '../deployment';
import { CLIENT_AUTHENTICATION } from '../healthy-deployments';
import { lines, shortTime } from './layout';

const CLOSING = 'CertUtil: -store command completed successfully.';

export function printStore(deployment: Deployment, side: 'client' | 'server', verbose: boolean): string {
  const { certificates } = deployment[side];
  return lines(
    'my "Personal"',
    ...certificates.flatMap((certificate, index) => [
      `================ Certificate ${index} ================`,
      ...(verbose ? longForm(certificate) : shortForm(certificate)),
      ...keyLines(certificate),
    ]),
    CLOSING,
  );
}

const shortForm = (certificate: ModelCertificate): readonly string[] => [
  `Serial Number: ${certificate.serial}`,
  `Issuer: ${certificate.issuer}`,
  ` NotBefore: ${shortTime(certificate.notBefore)}`,
  ` NotAfter: ${shortTime(certificate.notAfter)}`,
  `Subject: ${certificate.subject}`,
  'Non-root Certificate',
  'Template: Computer',
  `Cert Hash(sha1): ${bytes(certificate.thumbprint)}`,
];

const longForm = (certificate: ModelCertificate): readonly string[] => [
  'X509 Certificate:',
  'Version: 3',
  `Serial Number: ${certificate.serial}`,
  'Signature Algorithm:',
  '    Algorithm ObjectId: 1.2.840.113549.1.1.11 sha256RSA',
  '    Algorithm Parameters:',
  '    05 00',
  'Issuer:',
  ...certificate.issuer.split(', ').map((part) => `    ${part}`),
  '',
  ` NotBefore: ${shortTime(certificate.notBefore)}`,
  ` NotAfter: ${shortTime(certificate.notAfter)}`,
  '',
  'Subject:',
  ...certificate.subject.split(', ').map((part) => `    ${part}`),
  '',
  'Public Key Algorithm:',
  '    Algorithm ObjectId: 1.2.840.113549.1.1.1 RSA (RSA_SIGN)',
  'Public Key Length: 2048 bits',
  'Certificate Extensions: 3',
  '    2.5.29.37: Flags = 0, Length = 16',
  '    Enhanced Key Usage',
  ...certificate.usages.map((usage) => `        ${usageName(usage)} (${usage})`),
  '',
  '    2.5.29.15: Flags = 1(Critical), Length = 4',
  '    Key Usage',
  '        Digital Signature, Key Encipherment (a0)',
  '',
  '    2.5.29.31: Flags = 0, Length = 5a',
  '    CRL Distribution Points',
  '        [1]CRL Distribution Point',
  '             Distribution Point Name:',
  '                  Full Name:',
  '                       URL=http://pki.fabrikam.example/crl/fabrikam-ISSUING-CA.crl',
  '',
  'Non-root Certificate',
  `Cert Hash(sha1): ${bytes(certificate.thumbprint)}`,
  '',
];

const usageName = (usage: string): string =>
  usage === CLIENT_AUTHENTICATION ? 'Client Authentication' : 'Server Authentication';

const keyLines = ({ hasPrivateKey, thumbprint }: ModelCertificate): readonly string[] => [
  `  Key Container = le-Computer-${thumbprint.slice(0, 8)}`,
  '  Provider = Microsoft RSA SChannel Cryptographic Provider',
  hasPrivateKey ? 'Encryption test passed' : 'Missing stored keyset',
];

/** Windows 7 prints a thumbprint in pairs. */
const bytes = (thumbprint: string): string => thumbprint.match(/../g)?.join(' ') ?? thumbprint;
