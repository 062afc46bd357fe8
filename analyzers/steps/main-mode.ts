/** A main mode SA to the tunnel's endpoint exists, authenticated as the tunnel demands. */
import { type Suspicion } from '../causes/cause';
import { causesOfCode } from '../causes/failure-causes';
import { mainModeRemarks, type Remark } from '../facts/event-remarks';
import { type Failure } from '../facts/failures';
import { latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { type Silence } from '../facts/log-silence';
import { compareAge } from '../facts/newer';
import { mainModeSight, type Sight } from '../facts/security-associations';
import { type Tunnel } from '../tunnel';
import { kdcProxyStopped } from './kdc-proxy';
import { refused, tellingFailure } from './refused-main-mode';
import {
  defineStep,
  failed,
  type Judgement,
  notApplicable,
  passed,
  remarked,
  type Step,
  unknown,
  unreadable,
} from './step';

export const mainMode = (tunnel: Tunnel): Step =>
  defineStep({
    id: `${tunnel.id}.main-mode`,
    tunnel: tunnel.name,
    title: `Main mode SA of the ${tunnel.name} tunnel`,
    passes: `A main mode SA to the ${tunnel.endpoint} endpoint with ComputerCert and ${tunnel.auth2} (Kerberos proxy: ComputerKerb and UserKerb).`,
    evidence: ['netsh advfirewall monitor show mmsa', 'Get-NetIPsecMainModeSA'],
    question: 'sas',
    fails:
      'A negotiation failed with a reason, the SA has the wrong second authentication, or a whole listing has none.',
    causes: [
      'certificate-failure',
      'certificate-missing',
      'certificate-expired',
      'certificate-untrusted',
      'certificate-no-private-key',
      'certificate-wrong-usage',
      'certificate-revoked',
      'revocation-unreachable',
      'negotiation-timeout',
      'policy-mismatch',
      'user-credentials',
      'server-no-domain-controller',
      'service-stopped',
      'smart-card-required',
      'health-certificate-missing',
      'authorization-denied',
      'rules-inactive',
      'inside-though-outside',
      'no-transition',
      'kerberos-proxy',
      'negotiation-failed',
    ],
    sources: ['article', 'ikeErrors'],
    judge: (ground) => {
      if (tunnel.id === 'intranet' && ground.deployment.kind === 'kerberos-proxy') {
        return notApplicable('A Kerberos-proxy deployment has one tunnel.', ground.deployment.kindProof);
      }
      const sight = mainModeSight(tunnel, ground);
      const ofTunnel = (one: Failure): boolean => one.tunnel === tunnel.id && one.mode !== 'quick';
      const failure = tellingFailure(ground.failures.filter(ofTunnel));
      if (failure !== undefined)
        return remarked(refused(failure, sight, ground), mainModeRemarks(tunnel, ground, false));
      const judgement = bySight(tunnel, sight, ground, ground.overcome.find(ofTunnel));
      const open = judgement.outcome === 'unknown' || judgement.byAbsence;
      const more = open ? [...silent(ground), ...counted(tunnel, ground)] : [];
      return remarked(judgement, [...more, ...mainModeRemarks(tunnel, ground, open)]);
    },
  });

/** A log without any IPsec event, in so many words. */
const silent = ({ silence }: Ground): readonly Remark[] =>
  silence === null ? [] : [{ sentence: silence.words, quotes: silence.proof }];

/** Counters tell no tunnel: they stand with the first one. */
const counted = (tunnel: Tunnel, { counters }: Ground): readonly Remark[] =>
  tunnel.id === 'intranet' || counters?.remark == null ? [] : [counters.remark];

function bySight(tunnel: Tunnel, sight: Sight, ground: Ground, older: Failure | undefined): Judgement {
  switch (sight.kind) {
    case 'seen': {
      const before = older === undefined ? '' : ` Event ${older.event} is an older failure.`;
      return passed(`SA to ${sight.remote} with ${sight.authentication}.${before}`, sight.proof, sight.reading);
    }
    case 'mismatch': {
      const title = `The SA to ${sight.remote} has ${sight.authentication}, not ${tunnel.auth2}.`;
      return failed(title, sight.proof, [{ id: 'policy-mismatch', confidence: 'likely', title, proof: sight.proof }], {
        decider: sight.reading,
      });
    }
    case 'absent':
      return tunnel.id === 'intranet' ? withoutSecond(sight, ground) : without(tunnel, sight, ground, []);
    case 'unassigned':
      return unknown(
        'An SA with Kerberos is listed; only the rules tell whether it is that of DirectAccess.',
        sight.proof,
      );
    case 'outdated':
    case 'unreadable':
      return unreadable(sight.reading, sight.proof);
    case 'not-sent':
      return unknown();
  }
}

type Absent = Extract<Sight, { readonly kind: 'absent' }>;

/** SAs go when idle, and a failed second authentication deletes them, so absence alone makes every cause no more than possible. */
function without(tunnel: Tunnel, sight: Absent, ground: Ground, suspicions: readonly Suspicion[]): Judgement {
  const endpoint = tunnel.id === 'infra' ? ground.endpoints.first : ground.endpoints.second;
  const others = sight.others === 0 ? '' : ` Of ${sight.others} listed to IPv6 peers none fits.`;
  const why = `No main mode SA${endpoint === null ? ` of the ${tunnel.name} tunnel` : ` to ${endpoint}`} is listed.${others}`;
  const nothingNegotiated =
    ground.silence?.isEvidence === true
      ? ground.silence.proof
      : ground.counters?.isUntried === true
        ? (ground.counters.remark?.quotes ?? [])
        : null;
  const causes: readonly Suspicion[] =
    nothingNegotiated !== null
      ? beforeNegotiation(nothingNegotiated)
      : [
          ...(tunnel.id === 'infra' ? ofCounters(ground) : []),
          ...kdcProxyStopped(ground),
          ...suspicions,
          { id: authenticationOf(ground), confidence: 'possible', proof: [] },
        ];
  return failed(why, sight.proof, causes, { decider: sight.reading, byAbsence: true });
}

/** A counted error may be of any day since IKEEXT was started, so that its causes are no more than possible. */
const ofCounters = ({ counters }: Ground): readonly Suspicion[] =>
  (counters?.errors ?? []).flatMap(({ code, proof }) =>
    causesOfCode(code).map((id): Suspicion => ({ id, confidence: 'possible', code: String(code), proof })),
  );

/** The article's "most likely a certificate": with Kerberos proxy there is none, and its place takes the proxy. */
const authenticationOf = ({ deployment }: Ground): Suspicion['id'] =>
  deployment.kind === 'kerberos-proxy' ? 'kerberos-proxy' : 'certificate-failure';

/** Nothing was negotiated although it was tried: no rule matched, no name rule led into the tunnel, or there was no IPv6 to go by. */
const beforeNegotiation = (proof: Silence['proof']): readonly Suspicion[] =>
  (['rules-inactive', 'inside-though-outside', 'no-transition'] as const).map((id) => ({
    id,
    confidence: 'possible',
    proof,
  }));

/** The second tunnel comes up when the user reaches for the intranet: before that its absence is no failure (ruling 5). */
function withoutSecond(sight: Absent, ground: Ground): Judgement {
  const traffic = latest(ground.facts, 'net-view', 'client');
  if (traffic === null)
    return unknown(
      'No main mode SA of the intranet tunnel is listed, and nothing asked for the intranet yet.',
      sight.proof,
    );
  if (compareAge(traffic, sight.reading) > 0) {
    return unknown('The listing is older than the traffic that would bring the tunnel up.', sight.proof);
  }
  if (traffic.data.status !== 0 && traffic.data.status !== 5) {
    return unknown('It can be judged once the signed-in user reached for an intranet resource.', sight.proof);
  }
  const shown = quotes(traffic, 'status', 'closing');
  const users = (['user-credentials', 'smart-card-required', 'policy-mismatch'] as const).map((id): Suspicion => ({
    id,
    confidence: 'possible',
    proof: shown,
  }));
  return without({ id: 'intranet', name: 'intranet', auth2: 'UserKerb', endpoint: 'second' }, sight, ground, users);
}
