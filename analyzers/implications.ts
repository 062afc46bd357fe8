/** What a later proof says of the rungs that it rests on: an SA proves transport, rules, profile and certificates under it. */
import { STEP_IDS, type StepId } from './diagnosis/diagnosis';
import { compareAge, isEventNewer } from './facts/newer';
import { type Ground } from './facts/ground';
import { mainModeSight, quickModeSight, type Sight } from './facts/security-associations';
import { type Judgement, notApplicable, passed } from './steps/step';
import { infrastructureTunnel, intranetTunnel, type Tunnel } from './tunnel';

export type Judged = ReadonlyMap<StepId, Judgement>;

/** A main mode SA rests on every rung before it. */
const UNDER_INFRA: readonly StepId[] = STEP_IDS.slice(0, STEP_IDS.indexOf('infra.main-mode'));
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
  for (const { sight, rungs, name } of proofs(ground)) {
    for (const rung of rungs) {
      const own = implied.get(rung);
      if (own === undefined || own.outcome === 'passed' || own.outcome === 'not-applicable' || isNewer(own, sight))
        continue;
      const before = own.outcome === 'failed' ? ` An older capture showed: ${own.why}` : '';
      implied.set(rung, passed(`Implied by the ${name} to ${sight.remote}.${before}`, sight.proof, sight.reading));
    }
  }
  return withTransition(implied);
}

/** An endpoint that answers a ping is reached over some adapter, whatever another adapter reports at the same time. */
function withTransition(judged: Judged): Judged {
  const [endpoint, transition] = [judged.get('client.endpoint'), judged.get('client.transition')];
  const ping = endpoint?.decider ?? null;
  if (endpoint?.outcome !== 'passed' || ping?.command !== 'ping-6') return judged;
  if (transition === undefined || transition.outcome === 'passed') return judged;
  const { decider } = transition;
  if (decider !== null && decider.upload !== ping.upload && compareAge(decider, ping) > 0) return judged;
  const before = transition.outcome === 'failed' ? ` Beside it: ${transition.why}` : '';
  const why = `Implied by the endpoint that answers: ${endpoint.why}${before}`;
  return new Map(judged).set('client.transition', passed(why, endpoint.proof, ping));
}

/**
 * Inside the office DirectAccess rightly idles: what the tunnels lack there is as it should be, and nothing to mend (ruling 6). A
 * failure that a negotiation reported stays one.
 */
export function withOffice(judged: Judged): Judged {
  const location = judged.get('client.location');
  if (location?.outcome !== 'not-applicable') return judged;
  const idle = [...judged].filter(
    ([id, { outcome, byAbsence }]) =>
      outcome === 'failed' && (RESTING.includes(id) || (byAbsence && id.endsWith('-mode'))),
  );
  return new Map([
    ...judged,
    ...idle.map(([id]): [StepId, Judgement] => [id, notApplicable(location.why, location.proof)]),
  ]);
}

/** The rungs that the office network fails without any fault. */
const RESTING: readonly StepId[] = ['client.transition', 'infra.rules-active', 'infra.profile'];

interface Proof {
  readonly sight: Seen;
  readonly name: string;
  readonly rungs: readonly StepId[];
}

function proofs(ground: Ground): readonly Proof[] {
  const kerberos = ground.deployment.kind === 'kerberos-proxy';
  // With Kerberos proxy the one SA carries the user's ticket, which a domain controller gave; a certificate SA proves certificates.
  const certificates: readonly StepId[] = kerberos ? ['infra.domain-controller'] : CERTIFICATE_RUNGS;
  const all: readonly (Omit<Proof, 'sight'> & { readonly sight: Sight })[] = [
    {
      sight: secondTunnel(ground),
      name: 'main mode SA of the intranet tunnel',
      rungs: [...UNDER_INTRANET, ...UNDER_INFRA, ...certificates],
    },
    {
      sight: quickModeSight(infrastructureTunnel, ground),
      name: 'quick mode SA',
      rungs: [...mainModeUnder(infrastructureTunnel, ground), ...UNDER_INFRA],
    },
    {
      sight: mainModeSight(infrastructureTunnel, ground),
      name: 'main mode SA',
      rungs: [...UNDER_INFRA, ...certificates],
    },
    {
      sight: quickModeSight(intranetTunnel, ground),
      name: 'quick mode SA of the intranet tunnel',
      rungs: [...mainModeUnder(intranetTunnel, ground), 'intranet.traffic'],
    },
  ];
  return all.flatMap(({ sight, ...proof }) => (sight.kind === 'seen' ? [{ ...proof, sight }] : []));
}

/** A quick mode SA rests on a main mode SA; one that was listed wrong, or whose listing cannot be read, is judged by itself. */
function mainModeUnder(tunnel: Tunnel, ground: Ground): readonly StepId[] {
  const { kind } = mainModeSight(tunnel, ground);
  return kind === 'not-sent' || kind === 'absent' ? [`${tunnel.id}.main-mode`] : [];
}

/** The SA of the second tunnel says so much only from a whole listing (ruling 3). */
function secondTunnel(ground: Ground): Sight {
  const sight = mainModeSight(intranetTunnel, ground);
  return sight.kind === 'seen' && sight.reading.complete ? sight : { kind: 'not-sent' };
}

/** Whether a failed judgement rests on something that the SA does not overrule, most of all on something newer. */
function isNewer(own: Judgement, sight: Seen): boolean {
  if (own.outcome !== 'failed' || own.decider === null) return false;
  // What the same listing shows to be wrong, and not only absent, no other line of it overrules.
  if (own.decider === sight.reading && !own.byAbsence) return true;
  const { at: time, call } = sight.reading;
  if (own.time !== null) return isEventNewer({ time: own.time, call: own.decider.call }, { time, call });
  return compareAge(own.decider, sight.reading) > 0 && own.decider.upload !== sight.reading.upload;
}
