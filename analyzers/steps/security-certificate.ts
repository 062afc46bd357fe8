/** Both peers hold a valid, trusted computer certificate with a private key, usable for IPsec. */
import { type Suspicion } from '../causes/cause';
import { firstSentence } from '../grammars/ike-codes';
import { type Fault, nameKey, ruleAuthority, storeState, type StoreState } from '../facts/certificate-stores';
import { every, type Facts, quotes, type Side } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { defineStep, failed, type Judgement, notApplicable, passed, unknown, unreadable } from './step';

const SIDES = ['client', 'server'] as const;

export const securityCertificate = defineStep({
  id: 'security.certificate',
  tunnel: 'security',
  title: 'Both peers have a usable computer certificate',
  passes:
    'Client and server each hold a certificate that is in its time, trusted, has its private key and may be used for IPsec.',
  evidence: ['certutil -store my', 'certutil -verify -urlfetch CERT.cer'],
  question: 'client-certificates',
  fails:
    'A store shows no certificate that IPsec can use: none, out of its time, without private key, untrusted or of the wrong usage.',
  causes: [
    'certificate-missing',
    'certificate-expired',
    'certificate-untrusted',
    'certificate-no-private-key',
    'certificate-wrong-usage',
    'kerberos-proxy',
  ],
  sources: ['article', 'prerequisites'],
  judge: (ground) => {
    if (ground.deployment.kind === 'kerberos-proxy') {
      return notApplicable('A Kerberos-proxy deployment needs no computer certificates.', ground.deployment.kindProof);
    }
    const faults = [
      ...SIDES.flatMap((side) => storeFaults(ground.facts, side)),
      ...SIDES.flatMap((side) => chainFaults(ground.facts, side)),
    ];
    const leading = faults[0];
    if (leading !== undefined) {
      return failed(leading.title, leading.proof, faults.map(suspicion), { decider: leading.decider });
    }
    return refusedKind(ground) ?? goodSides(ground.facts);
  },
});

type LocatedFault = Fault & { readonly decider: Judgement['decider'] };

const suspicion = ({ cause, confidence, title, proof }: Fault): Suspicion => ({ id: cause, confidence, title, proof });

function storeFaults(facts: Facts, side: Side): readonly LocatedFault[] {
  const state = storeState(facts, side);
  return state.kind === 'bad' ? state.faults.map((fault) => ({ ...fault, decider: state.reading })) : [];
}

/** CERT_E_UNTRUSTEDROOT, CERT_E_CHAINING and CERT_E_EXPIRED of a verification (winerror.h). */
const CHAIN_ERRORS: readonly [RegExp, Fault['cause']][] = [
  [/0x800b0109|0x800b010a|UNTRUSTED_?ROOT|CERT_E_CHAINING|PARTIAL_CHAIN/i, 'certificate-untrusted'],
  [/0x800b0101|CERT_E_EXPIRED|NOT_TIME_VALID/i, 'certificate-expired'],
];

function chainFaults(facts: Facts, side: Side): readonly LocatedFault[] {
  return every(facts, 'certutil-verify', side)
    .slice(0, 1)
    .flatMap((reading) =>
      CHAIN_ERRORS.flatMap(([pattern, cause]) => {
        const index = reading.data.errors.findIndex(({ code, name }) => pattern.test(`${code} ${name}`));
        const error = reading.data.errors[index];
        if (error === undefined) return [];
        const title = `The verification of the certificate ended with ${error.name || error.code}.`;
        return [
          {
            cause,
            confidence: 'confirmed' as const,
            title,
            proof: quotes(reading, `errors[${index}]`, 'closing'),
            decider: reading,
          },
        ];
      }),
    );
}

/** Codes of the negotiation that name the certificate itself: they fail this rung too. */
const CERTIFICATE_CODES = [13806, 13847, 13818, 13819, 13881, 13820, 13887];

function refusedKind({ failures }: Ground): Judgement | null {
  const failure = failures.find(({ codes }) => codes.some((code) => CERTIFICATE_CODES.includes(code)));
  if (failure === undefined) return null;
  return failed(
    `Event ${failure.event} gives code ${failure.codes[0] ?? ''}: ${firstSentence(failure.text)}.`,
    [failure.quote],
    [],
    {
      decider: failure.reading,
      time: failure.time,
    },
  );
}

function goodSides(facts: Facts): Judgement {
  const [client, server] = [storeState(facts, 'client'), storeState(facts, 'server')];
  const unread = [client, server].find((state) => state.kind === 'unreadable');
  if (unread?.kind === 'unreadable') return unreadable(unread.reading);
  if (client.kind === 'good' && server.kind === 'good') return bothGood(facts, client, server);
  const shown = client.kind === 'good' ? client : server;
  if (shown.kind !== 'good') return unknown();
  const [one, other] = client.kind === 'good' ? ['client', 'server'] : ['server', 'client'];
  return unknown(`The certificate of the ${one} is in its time; nobody sent that of the ${other} yet.`, shown.proof);
}

type Good = Extract<StoreState, { readonly kind: 'good' }>;

function bothGood(facts: Facts, client: Good, server: Good): Judgement {
  const proof = [...client.proof, ...server.proof];
  if (!client.certain || !server.certain) {
    return unknown(
      'Both certificates are in their time; their usages or keys were not printed (certutil -v prints them).',
      proof,
    );
  }
  const issuers = [client, server].map(({ certificate }) => nameKey(certificate.issuer ?? ''));
  const root = ruleAuthority(facts)?.key;
  const trusted = (issuers[0] !== '' && issuers[0] === issuers[1]) || issuers.every((issuer) => issuer === root);
  if (!trusted)
    return unknown(
      'Both certificates are in their time, but nothing shows that they chain to the root of the rule.',
      proof,
    );
  return passed(
    'Both peers hold a valid certificate of the same issuer, with its key, usable for IPsec.',
    proof,
    client.reading,
  );
}
