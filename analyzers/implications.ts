/** What a later proof says of the rungs that it rests on: an SA proves transport, rules, profile and certificates under it. */
import { type StepId } from './diagnosis/diagnosis';
import { compareAge, compareTimes } from './facts/newer';
import { type Ground } from './facts/ground';
import { mainModeSight, quickModeSight, type Sight } from './facts/security-associations';
import { type Judgement, passed } from './steps/step';
import { infrastructureTunnel, intranetTunnel } from './tunnel';

export type Judged = ReadonlyMap<StepId, Judgement>;

const UNDER_INFRA: readonly StepId[] = [
  'client.edition',
  'client.firewall',
  'client.policy',
  'client.location',
  'client.transition',
  'client.endpoint',
  'infra.rules-received',
  'infra.rules-active',
  'infra.profile',
];
const CERTIFICATE_RUNGS: readonly StepId[] = ['security.certificate', 'security.revocation'];
/** The user's Kerberos ticket came through the first tunnel, from a domain controller, because a user reached for the intranet. */
const UNDER_INTRANET: readonly StepId[] = [
  'infra.main-mode',
  'infra.quick-mode',
  'infra.domain-controller',
  'intranet.traffic',
];

type Seen = Extract<Sight, { readonly kind: 'seen' }>;

/**
 * Adds what SAs imply (the contract's ruling 3). A rung that failed by something newer than the SA keeps its failure; an older
 * failure is overruled and said in `why`.
 */
export function withImplications(judged: Judged, ground: Ground): Judged {
  const implied = new Map(judged);
  for (const { sight, rungs, name } of proofs(judged, ground)) {
    for (const rung of rungs) {
      const own = implied.get(rung);
      if (own === undefined || own.outcome === 'passed' || own.outcome === 'not-applicable' || isNewer(own, sight))
        continue;
      const before = own.outcome === 'failed' ? ` An older capture showed: ${own.why}` : '';
      implied.set(rung, passed(`Implied by the ${name} to ${sight.remote}.${before}`, sight.proof, sight.reading));
    }
  }
  return implied;
}

interface Proof {
  readonly sight: Seen;
  readonly name: string;
  readonly rungs: readonly StepId[];
}

function proofs(judged: Judged, ground: Ground): readonly Proof[] {
  const kerberos = ground.deployment.kind === 'kerberos-proxy';
  // With Kerberos proxy the one SA carries the user's ticket, which a domain controller gave; a certificate SA proves certificates.
  const certificates: readonly StepId[] = kerberos ? ['infra.domain-controller'] : CERTIFICATE_RUNGS;
  const all: { readonly sight: Sight; readonly name: string; readonly rungs: readonly StepId[] }[] = [
    {
      sight: secondTunnel(ground),
      name: 'main mode SA of the intranet tunnel',
      rungs: [...UNDER_INTRANET, ...UNDER_INFRA, ...certificates],
    },
    {
      sight: quickModeSight(infrastructureTunnel, ground),
      name: 'quick mode SA',
      rungs: ['infra.main-mode', ...UNDER_INFRA],
    },
    {
      sight: mainModeSight(infrastructureTunnel, ground),
      name: 'main mode SA',
      rungs: [...UNDER_INFRA, ...certificates],
    },
  ];
  const second = quickModeSight(intranetTunnel, ground);
  if (judged.get('intranet.quick-mode')?.outcome === 'passed') {
    all.push({
      sight: second,
      name: 'quick mode SA of the intranet tunnel',
      rungs: ['intranet.main-mode', 'intranet.traffic'],
    });
  }
  return all.flatMap(({ sight, ...proof }) => (sight.kind === 'seen' ? [{ ...proof, sight }] : []));
}

/** The SA of the second tunnel says so much only from a whole listing (ruling 3). */
function secondTunnel(ground: Ground): Sight {
  const sight = mainModeSight(intranetTunnel, ground);
  return sight.kind === 'seen' && sight.reading.complete ? sight : { kind: 'not-sent' };
}

/** Whether a failed judgement rests on something newer than the SA. */
function isNewer(own: Judgement, sight: Seen): boolean {
  if (own.outcome !== 'failed' || own.decider === null) return false;
  if (own.time !== null)
    return (
      compareTimes(own.time, sight.reading.at) > 0 ||
      (sight.reading.at === null && own.decider.call > sight.reading.call)
    );
  return compareAge(own.decider, sight.reading) > 0 && own.decider.upload !== sight.reading.upload;
}
