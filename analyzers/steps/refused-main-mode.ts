/** A main mode, or its second authentication, that a negotiation reported as failed: the event that tells, its words, what it makes suspect. */
import { type Suspicion } from '../causes/cause';
import { failureCauses, namesReason } from '../causes/failure-causes';
import { failureSentence } from '../causes/failure-words';
import { nameKey, ruleAuthority, storeState } from '../facts/certificate-stores';
import { type Failure } from '../facts/failures';
import { type Ground } from '../facts/ground';
import { isSameAttempt } from '../facts/newer';
import { type Sight } from '../facts/security-associations';
import { serviceTroubles } from '../facts/service-events';
import { domainControllerCauses, serverAnswer } from './infra-domain-controller';
import { kdcProxyStopped } from './kdc-proxy';
import { failed, type Judgement } from './step';

/** ERROR_IPSEC_IKE_NO_PEER_CERT: the other side sent none. */
const NO_PEER_CERTIFICATE = 13847;

/**
 * The newest failure of AuthIP, of which IKEv1 is but the twin that is tried beside it; where it only says that the other side gave up,
 * what the other side logged of the same attempt.
 */
export function tellingFailure(failures: readonly Failure[]): Failure | undefined {
  const newest = leadingTwin(failures);
  if (newest === undefined || namesReason(newest)) return newest;
  const other = failures.find(
    (one) => one.side !== newest.side && namesReason(one) && isSameAttempt(one.time, newest.time),
  );
  return other ?? newest;
}

function leadingTwin(failures: readonly Failure[]): Failure | undefined {
  const [newest] = failures;
  if (newest?.otherModule !== true) return newest;
  const twin = failures.find(
    (one) => !one.otherModule && one.side === newest.side && isSameAttempt(one.time, newest.time),
  );
  return twin ?? newest;
}

export function refused(failure: Failure, sight: Sight, ground: Ground): Judgement {
  const sentence = failureSentence(failure, sight.kind === 'absent' ? 'No main mode SA is listed, and event' : 'Event');
  const proof = [failure.quote, ...(sight.kind === 'absent' ? sight.proof : [])];
  const suspicions = [
    ...kdcProxyStopped(ground),
    ...serverService(failure, ground),
    ...failureCauses(failure, ground.deployment)
      .flatMap((suspicion) => withDomainController(suspicion, failure, ground))
      .flatMap((suspicion) => withStore(suspicion, failure, ground)),
    ...wrongRoot(failure, ground),
  ];
  return failed(`${sentence}${pickedInWords(failure)}`, proof, suspicions, {
    decider: failure.reading,
    time: failure.time,
  });
}

/** The certificate that was picked, where the reason may lie in it: of several in a store the wrong one may be. */
function pickedInWords({ certificate, codes, side }: Failure): string {
  if (certificate === null || !codes.some((code) => CERTIFICATE_CODES.includes(code))) return '';
  const { thumbprint, issuer } = certificate;
  const parts = [
    ...(thumbprint === null ? [] : [`with the thumbprint ${thumbprint}`]),
    ...(issuer === null ? [] : [`of the issuer ${issuer}`]),
  ];
  return parts.length === 0 ? '' : ` The ${side} used the certificate ${parts.join(' ')}.`;
}

/** Codes whose reason may lie in the certificate that was picked. */
const CERTIFICATE_CODES = [13801, 13817, 13818, 13819, 13820, 13826, 13848, 13875, 13881, 13887];

/** The picked certificate chains to another authority than the rule names: seen, but a rule may name an authority in between. */
function wrongRoot({ certificate, codes, quote }: Failure, { facts }: Ground): readonly Suspicion[] {
  const named = ruleAuthority(facts);
  const [root, issuer] = [certificate?.root ?? null, certificate?.issuer ?? null];
  if (named === null || root === null || !codes.some((code) => CERTIFICATE_CODES.includes(code))) return [];
  if ([root, issuer].some((one) => one !== null && nameKey(one) === named.key)) return [];
  const title = `The certificate that was used chains to ${root}, and the rule asks for ${named.name}.`;
  return [{ id: 'certificate-untrusted', confidence: 'likely', title, proof: [quote] }];
}

/** Nobody answers where the log of the server says that its own service was not running. */
function serverService({ codes }: Failure, { events }: Ground): readonly Suspicion[] {
  const [trouble] = serviceTroubles(events, 'server');
  if (trouble === undefined || trouble.kind === 'stopped' || !codes.some((code) => TIMEOUTS.includes(code))) return [];
  const proof = [trouble.located.quote];
  return [{ id: 'service-stopped', confidence: 'likely', title: trouble.sentence, proof }];
}

/** Timed out, no response, peer stopped responding. */
const TIMEOUTS = [13805, 13813, 13886];

/** The computer's second authentication is checked by the server at a domain controller: what the server's nltest said settles it. */
function withDomainController(suspicion: Suspicion, failure: Failure, ground: Ground): readonly Suspicion[] {
  if (suspicion.id !== 'server-no-domain-controller') return [suspicion];
  const server = serverAnswer(ground.facts);
  if (server?.data.status !== 0) return server === null ? [suspicion] : [...domainControllerCauses(ground), suspicion];
  const code = failure.codes[0];
  return [
    {
      id: 'negotiation-failed',
      confidence: 'likely',
      ...(code === undefined ? {} : { code: String(code) }),
      proof: [failure.quote],
    },
  ];
}

/** A certificate that the negotiation did not find, while the store of that side shows one that could not serve (the contract's code table). */
function withStore(suspicion: Suspicion, failure: Failure, ground: Ground): readonly Suspicion[] {
  if (suspicion.id !== 'certificate-missing') return [suspicion];
  const ofPeer = failure.codes[0] === NO_PEER_CERTIFICATE;
  const store = storeState(ground.facts, (failure.side === 'server') === ofPeer ? 'client' : 'server');
  const unusable = store.kind === 'bad' ? store.faults.filter(({ confidence }) => confidence === 'confirmed') : [];
  return unusable.length === 0 ? [suspicion] : unusable.map(({ cause, ...fault }) => ({ id: cause, ...fault }));
}
