/** The revocation check does not stand in the way: shown by a verification on the checking side, or implied by an SA. */
import { type Suspicion } from '../causes/cause';
import { every, type Facts, latest, quotes, type Side } from '../facts/facts';
import { type Failure, revocationFailure, sideOfFailure } from '../facts/failures';
import { type ReadingOf } from '../reading';
import { defineStep, failed, type Judgement, notApplicable, passed, unknown, unreadable } from './step';

/** `netsh advfirewall set global ipsec strongcrlcheck`: 0 off, 1 fails if revoked, 2 fails on any error. */
const STRONG = 2;

export const securityRevocation = defineStep({
  id: 'security.revocation',
  tunnel: 'security',
  title: 'The revocation check lets the certificates pass',
  passes:
    'A verification on the checking side finds the certificate not revoked (strong checking: every CRL distribution point answers).',
  evidence: ['netsh advfirewall show global', 'certutil -verify -urlfetch CERT.cer', 'certutil -URLcache CRL'],
  question: 'verification',
  fails: 'A verification shows a revoked certificate, or strong checking cannot fetch a list.',
  causes: ['certificate-revoked', 'revocation-unreachable'],
  sources: ['article', 'comErrors'],
  judge: (ground) => {
    if (ground.deployment.kind === 'kerberos-proxy')
      return notApplicable('With Kerberos proxy no computer certificate is checked.', ground.deployment.kindProof);
    const failure = revocationFailure(ground.failures);
    const side = failure === undefined ? checkingSide(ground.facts) : sideOfFailure(failure);
    const verification = every(ground.facts, 'certutil-verify', side)[0];
    if (verification !== undefined) return verified(verification, strength(ground.facts, side), failure);
    if (failure !== undefined) return refused(failure);
    return cacheOnly(ground.facts);
  },
});

/** The client checks only where its own setting says so; the server checks weakly by default (seed article). */
function checkingSide(facts: Facts): Side {
  return every(facts, 'certutil-verify', 'server').length === 0 && (strength(facts, 'client') ?? 0) > 0
    ? 'client'
    : 'server';
}

function strength(facts: Facts, side: Side): number | null {
  const global = latest(facts, 'netsh-global', side)?.data.strongCrlCheck ?? null;
  return (
    global ??
    latest(facts, 'netsh-consec', side, ({ data }) => data.strongCrlCheck !== null)?.data.strongCrlCheck ??
    null
  );
}

/** CERT_TRUST_IS_REVOKED, CERT_TRUST_REVOCATION_STATUS_UNKNOWN and CERT_TRUST_IS_OFFLINE_REVOCATION (wincrypt.h), and their HRESULTs. */
const REVOKED = /0x80092010|0x800b010c|CRYPT_E_REVOKED|CERT_E_REVOKED|IS_REVOKED/i;
const UNREACHABLE =
  /0x80092012|0x80092013|0x800b010e|REVOCATION_OFFLINE|NO_REVOCATION_CHECK|OFFLINE_REVOCATION|REVOCATION_STATUS_UNKNOWN|REVOCATION_FAILURE/i;

function verified(
  reading: ReadingOf<'certutil-verify'>,
  level: number | null,
  failure: Failure | undefined,
): Judgement {
  const { errors, urls, status } = reading.data;
  const revoked = errors.findIndex(({ code, name }) => REVOKED.test(`${code} ${name}`));
  if (revoked >= 0)
    return fail(
      'The verification finds the certificate revoked.',
      'certificate-revoked',
      reading,
      `errors[${revoked}]`,
    );
  const offline = errors.findIndex(({ code, name }) => UNREACHABLE.test(`${code} ${name}`));
  const silent = urls.findIndex(({ kind, ok }) => !ok && /cdp|crl/i.test(kind));
  const path = offline >= 0 ? `errors[${offline}]` : `urls[${silent}]`;
  if (offline >= 0 || silent >= 0) {
    if (level === STRONG || failure !== undefined) {
      const url = urls[silent]?.url;
      return fail(
        `The revocation list${url === undefined ? '' : ` ${url}`} could not be fetched.`,
        'revocation-unreachable',
        reading,
        path,
      );
    }
    const proof = quotes(reading, path);
    if (!reading.complete) return unreadable(reading, proof);
    return level === null
      ? unknown('The revocation list could not be fetched; whether checking is strong is not shown.', proof)
      : passed('The certificate is not known to be revoked, and checking is weak.', proof, reading);
  }
  if (!reading.complete || status === null) return unreadable(reading);
  const answered = urls.some(({ kind, ok }) => ok && /cdp|crl/i.test(kind));
  if (status !== 0 || (level !== 1 && !answered))
    return unknown(
      `The verification ended with status ${status} and shows no fetched revocation list.`,
      quotes(reading, 'status', 'closing'),
    );
  return passed(
    'The verification on the checking side found the certificate not revoked.',
    quotes(reading, 'status', 'closing'),
    reading,
  );
}

function fail(title: string, id: Suspicion['id'], reading: ReadingOf<'certutil-verify'>, path: string): Judgement {
  const proof = quotes(reading, path, 'closing');
  return failed(title, proof, [{ id, confidence: 'confirmed', title, proof }], { decider: reading });
}

function refused(failure: Failure): Judgement {
  return failed(
    `Event ${failure.event} gives code ${failure.codes[0] ?? ''}: the revocation check failed.`,
    [failure.quote],
    [],
    {
      decider: failure.reading,
      time: failure.time,
    },
  );
}

/** The cache lists addresses only, so it never passes this rung. */
function cacheOnly(facts: Facts): Judgement {
  const cache = latest(facts, 'certutil-urlcache', 'server') ?? latest(facts, 'certutil-urlcache', 'client');
  if (cache === null) return unknown();
  return unknown(
    'The cache lists addresses only; it does not show whether a certificate is revoked.',
    quotes(cache, 'entries[0].url', 'closing'),
  );
}
