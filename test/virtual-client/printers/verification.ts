/** `certutil -verify -urlfetch CERT.cer` and `certutil -URLcache CRL`, on the server that checks the client's certificate. */
import { type Deployment } from '../deployment';
import { storeFault } from '../negotiation';
import { lines, shortTime } from './layout';

const LIST = 'http://pki.fabrikam.example/crl/fabrikam-ISSUING-CA.crl';

interface Finding {
  readonly status: string;
  readonly element: readonly string[];
  readonly point: readonly string[];
  readonly ending: readonly string[];
}

const REVOKED: Finding = {
  status: '4',
  element: ['  Element.dwErrorStatus = CERT_TRUST_IS_REVOKED (0x4)'],
  point: ['  Verified "Base CRL (2f)" Time: 0 7a0d44c15e9b33f2807c1de6a95b4420f31c88e7', `    [0.0] ${LIST}`],
  ending: [
    'The certificate is revoked. 0x80092010 (-2146885616 CRYPT_E_REVOKED)',
    '------------------------------------',
    'Certificate is REVOKED',
    'Leaf certificate is REVOKED (Reason=0)',
    'CertUtil: -verify command completed successfully.',
  ],
};

const OFFLINE = 'The revocation function was unable to check revocation because the revocation server was offline.';
const UNREACHABLE: Finding = {
  status: '1000040',
  element: [
    '  Element.dwErrorStatus = CERT_TRUST_REVOCATION_STATUS_UNKNOWN (0x40)',
    '  Element.dwErrorStatus = CERT_TRUST_IS_OFFLINE_REVOCATION (0x1000000)',
  ],
  point: [
    '  Failed "CDP" Time: 0 (null)',
    '    Error retrieving URL: The server name or address could not be resolved 0x80072ee7 (WIN32: 12007 ERROR_WINHTTP_NAME_NOT_RESOLVED)',
    `    ${LIST}`,
  ],
  ending: [
    `${OFFLINE} 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)`,
    '------------------------------------',
    'Revocation check skipped -- server offline',
    '',
    'Cert is an End Entity certificate',
    '',
    `ERROR: Verifying leaf certificate revocation status returned ${OFFLINE} 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)`,
    `CertUtil: ${OFFLINE}`,
    '',
    'CertUtil: -verify command completed successfully.',
  ],
};

const EXPIRED: Finding = {
  status: '1',
  element: ['  Element.dwErrorStatus = CERT_TRUST_IS_NOT_TIME_VALID (0x1)'],
  point: REVOKED.point,
  ending: [
    'A required certificate is not within its validity period when verifying against the current system clock or the timestamp in the signed file. 0x800b0101 (-2146762495 CERT_E_EXPIRED)',
    '------------------------------------',
    'Verifies against UNTRUSTED policy',
    'Cert is an End Entity certificate',
    'Leaf certificate revocation check passed',
    'CertUtil: -verify command completed successfully.',
  ],
};

const UNTRUSTED: Finding = {
  status: '20',
  element: ['  Element.dwErrorStatus = CERT_TRUST_IS_UNTRUSTED_ROOT (0x20)'],
  point: REVOKED.point,
  ending: [
    'A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider. 0x800b0109 (-2146762487 CERT_E_UNTRUSTEDROOT)',
    '------------------------------------',
    'Verifies against UNTRUSTED root',
    'Cert is an End Entity certificate',
    'CertUtil: -verify command completed successfully.',
  ],
};

const GOOD: Finding = {
  status: '0',
  element: [],
  point: REVOKED.point,
  ending: [
    '------------------------------------',
    'Verified Issuance Policies: None',
    'Verified Application Policies:',
    '    1.3.6.1.5.5.7.3.2 Client Authentication',
    'Cert is an End Entity certificate',
    'Leaf certificate revocation check passed',
    'CertUtil: -verify command completed successfully.',
  ],
};

export function printVerification(deployment: Deployment): string {
  const { client } = deployment;
  const finding = findingOf(deployment);
  const certificate = client.certificates[0];
  if (certificate === undefined) {
    return lines(
      'LoadCert(Cert) returned The system cannot find the file specified. 0x80070002 (WIN32: 2)',
      'CertUtil: The system cannot find the file specified.',
    );
  }
  return lines(
    'Issuer:',
    ...certificate.issuer.split(', ').map((part) => `    ${part}`),
    'Subject:',
    `    ${certificate.subject}`,
    `Cert Serial Number: ${certificate.serial}`,
    '',
    'dwFlags = CA_VERIFY_FLAGS_CONSOLE_TRACE (0x20000000)',
    'dwFlags = CA_VERIFY_FLAGS_DUMP_CHAIN (0x40000000)',
    'ChainFlags = CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT (0x40000000)',
    'HCCE_LOCAL_MACHINE',
    'CERT_CHAIN_POLICY_BASE',
    '-------- CERT_CHAIN_CONTEXT --------',
    'ChainContext.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)',
    '',
    `CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=${finding.status}`,
    `  Issuer: ${certificate.issuer}`,
    `  NotBefore: ${shortTime(certificate.notBefore)}`,
    `  NotAfter: ${shortTime(certificate.notAfter)}`,
    `  Subject: ${certificate.subject}`,
    `  Serial: ${certificate.serial}`,
    `  Cert: ${certificate.thumbprint}`,
    '  Element.dwInfoStatus = CERT_TRUST_HAS_KEY_MATCH_ISSUER (0x2)',
    finding.element,
    '  ----------------  Certificate AIA  ----------------',
    '  No URLs "None" Time: 0 (null)',
    '  ----------------  Certificate CDP  ----------------',
    finding.point,
    '',
    '  ----------------  Certificate OCSP  ----------------',
    '  No URLs "None" Time: 0 (null)',
    '  --------------------------------',
    '',
    finding.ending,
  );
}

function findingOf(deployment: Deployment): Finding {
  const { server } = deployment;
  const fault = storeFault(deployment, 'client');
  if (fault === 'certificate-untrusted') return UNTRUSTED;
  if (fault === 'certificate-expired') return EXPIRED;
  if (!server.revocationListReachable) return UNREACHABLE;
  return server.clientRevoked ? REVOKED : GOOD;
}

export function printUrlCache({ server }: Deployment, side: 'client' | 'server'): string {
  if (side === 'server' && server.revocationListReachable) {
    return lines(LIST, '', 'WinHttp Cache entries: 1', '', 'CertUtil: -URLCache command completed successfully.');
  }
  return lines(
    'WinHttp Cache entries: 0',
    '',
    'CertUtil: -URLCache command FAILED: 0x80070103 (WIN32/HTTP: 259 ERROR_NO_MORE_ITEMS)',
    'CertUtil: No more data is available.',
  );
}
