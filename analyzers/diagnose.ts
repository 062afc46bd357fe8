/** From a climbed ladder to the diagnosis: outcome, failed step, causes, the next command, assumptions. */
import { asCause, compareSuspicions, type Suspicion } from './causes/cause';
import { knowledgeOf } from './causes/known-causes';
import { climb as climbLadder, type Climb } from './climb';
import {
  type Assumption,
  type Cause,
  type CauseId,
  type Diagnosis,
  DIAGNOSIS_SCHEMA,
  type StepId,
  type UploadReport,
  type Verdict,
} from './diagnosis/diagnosis';
import { connectionHint } from './facts/connection-hints';
import { computerName, type Facts } from './facts/facts';
import { remedyValues } from './facts/remedy-values';
import { mainModeSight } from './facts/security-associations';
import { chooseNext } from './next-command';
import { type Step } from './steps/step';
import { intranetTunnel } from './tunnel';

/** Both tunnels are proven by these rungs; with Kerberos proxy those of the second are not applicable. */
const PROOF_OF_HEALTH: readonly StepId[] = [
  'infra.main-mode',
  'infra.quick-mode',
  'intranet.main-mode',
  'intranet.quick-mode',
];

const TRACING =
  'If nothing else tells, trace the negotiation: netsh wfp capture start, try to reach the intranet, netsh wfp capture stop.';

export function diagnose(ladder: readonly Step[], facts: Facts, uploads: readonly UploadReport[]): Diagnosis {
  const climb = climbLadder(ladder, facts);
  const steps = ladder.map((step) => verdict(step, climb));
  const failedSteps = steps
    .filter(({ step, outcome }) => outcome === 'failed' && step !== 'security.audit')
    .map(({ step }) => step);
  const healthy = failedSteps.length === 0 && isProven(steps);
  const failedStep = failedSteps[0] ?? null;
  const suspicions = healthy ? [] : suspicionsOf(climb, failedSteps, new Set(facts.setAside));
  const setAside = healthy ? [] : setAsideOf(climb, failedSteps, facts.setAside);
  const choice = chooseNext(ladder, climb, { healthy, failedStep, suspicions });
  const values = remedyValues(facts);
  const named = (suspicion: Suspicion): Cause => asCause(suspicion, knowledgeOf(suspicion.id), values);
  const causes = suspicions.map(named);
  return {
    schema: DIAGNOSIS_SCHEMA,
    outcome: healthy ? 'healthy' : failedStep === null ? 'inconclusive' : 'failed',
    failedStep,
    steps,
    causes: failedStep !== null && choice.next === null ? withTracing(causes) : causes,
    ...choice,
    uploads,
    assumptions: [...assumptions(climb, facts), ...setAside.map(asAssumption)],
    ...(setAside.length === 0 ? {} : { setAside: setAside.map(named) }),
    deployment: climb.ground.traits,
    computer: computerName(facts),
  };
}

function verdict(step: Step, { judged }: Climb): Verdict {
  const judgement = judged.get(step.id);
  return {
    step: step.id,
    tunnel: step.tunnel,
    title: step.title,
    outcome: judgement?.outcome ?? 'unknown',
    why: judgement?.why ?? '',
    proof: judgement?.proof ?? [],
  };
}

function isProven(steps: readonly Verdict[]): boolean {
  const needed = steps.filter(({ step, outcome }) => PROOF_OF_HEALTH.includes(step) && outcome !== 'not-applicable');
  return needed.length > 0 && needed.every(({ outcome }) => outcome === 'passed');
}

/**
 * What the failed rungs suspect, the first failed one leading; the security rungs explain a negotiation, so what they confirm takes
 * the place of an umbrella. Where nothing failed: the second tunnel that nothing asked for yet.
 */
function suspicionsOf(climb: Climb, failedSteps: readonly StepId[], aside: ReadonlySet<CauseId>): readonly Suspicion[] {
  const first = failedSteps[0];
  const kept = (one: Suspicion): boolean => !aside.has(one.id);
  if (first === undefined) return [...untriggered(climb), ...hinted(climb)].filter(kept);
  const weigh = (id: Suspicion['id']): number => knowledgeOf(id).weight;
  const own = [...(climb.judged.get(first)?.causes ?? []), ...behindTraffic(first, climb)].filter(kept);
  const explains = /\.(?:main|quick)-mode$/.test(first) || first.startsWith('security.');
  const security = explains
    ? failedSteps
        .filter((id) => id.startsWith('security.') && id !== first)
        .flatMap((id) => climb.judged.get(id)?.causes ?? [])
    : [];
  const directory = explains
    ? (climb.judged.get('infra.domain-controller')?.causes ?? []).filter(({ confidence }) => confidence === 'confirmed')
    : [];
  const leading = own.find(({ confidence, id }) => confidence === 'confirmed' && knowledgeOf(id).umbrella !== true);
  const sorted = [...own, ...security, ...directory].filter(kept).sort((one, other) => {
    if (one === leading || other === leading) return one === leading ? -1 : 1;
    return compareSuspicions(one, other, weigh) || 0;
  });
  return narrowed(distinct(orNone(sorted, first, aside)));
}

/** What a person has set aside, with what the evidence says of it, so that it can be judged again and taken back. */
function setAsideOf(climb: Climb, failedSteps: readonly StepId[], ids: readonly CauseId[]): readonly Suspicion[] {
  if (ids.length === 0) return [];
  const all = suspicionsOf(climb, failedSteps, new Set());
  return ids.map((id) => all.find((one) => one.id === id) ?? { id, confidence: 'possible', proof: [] });
}

const asAssumption = ({ id, title }: Suspicion): Assumption => ({
  id: 'cause-set-aside',
  text: `A person set this cause aside, so nothing here counts on it: ${title ?? knowledgeOf(id).title}`,
});

/** A negotiation of which everything that was suspected is set aside has failed all the same: how it is looked into must still be said. */
function orNone(suspicions: readonly Suspicion[], first: StepId, aside: ReadonlySet<CauseId>): readonly Suspicion[] {
  const isLost = suspicions.length === 0 && aside.size > 0 && first.endsWith('-mode');
  return isLost && !aside.has('negotiation-failed')
    ? [{ id: 'negotiation-failed', confidence: 'possible', proof: [] }]
    : suspicions;
}

/** Traffic that failed because the second tunnel was refused: its negotiation says why. */
function behindTraffic(first: StepId, { judged }: Climb): readonly Suspicion[] {
  if (first !== 'intranet.traffic') return [];
  return (['intranet.main-mode', 'intranet.quick-mode'] as const).flatMap((id) => {
    const judgement = judged.get(id);
    return judgement?.outcome === 'failed' && !judgement.byAbsence ? judgement.causes : [];
  });
}

/** A confirmed cause makes the merely possible ones idle; one that is narrower takes the umbrella away. */
function narrowed(suspicions: readonly Suspicion[]): readonly Suspicion[] {
  const isUmbrella = ({ id }: Suspicion): boolean => knowledgeOf(id).umbrella === true;
  const sure = suspicions.some((one) => one.confidence === 'confirmed' && !isUmbrella(one));
  const kept = sure ? suspicions.filter((one) => one.confidence !== 'possible' && !isUmbrella(one)) : suspicions;
  return kept;
}

function distinct(suspicions: readonly Suspicion[]): readonly Suspicion[] {
  return suspicions.filter((one, index) => suspicions.findIndex(({ id }) => id === one.id) === index);
}

function untriggered({ judged, ground }: Climb): readonly Suspicion[] {
  const outcome = (id: StepId) => judged.get(id)?.outcome;
  const second = judged.get('intranet.main-mode');
  if (outcome('infra.main-mode') !== 'passed' || second?.outcome !== 'unknown' || second.proof.length === 0) return [];
  if (mainModeSight(intranetTunnel, ground).kind === 'not-sent') return [];
  if (outcome('intranet.traffic') !== 'unknown') return [];
  return [{ id: 'intranet-not-triggered', confidence: 'possible', proof: second.proof }];
}

/** What the Network Connectivity Assistant makes suspect, as long as no tunnel is seen: it is a hint, and no failure. */
function hinted({ judged, ground }: Climb): readonly Suspicion[] {
  const hint = connectionHint(ground.facts);
  if (hint === null || judged.get('infra.main-mode')?.outcome === 'passed') return [];
  return hint.causes.map((id) => ({
    id,
    confidence: 'possible',
    title: `${knowledgeOf(id).title.replace(/\.$/, '')}, as Get-DAConnectionStatus suggests: ${hint.words}.`,
    proof: hint.proof,
  }));
}

/** Where no command narrows further, the article's last resort closes the remedies of what is only likely. */
function withTracing(causes: readonly Cause[]): readonly Cause[] {
  return causes.map((cause, index) => {
    const open = index === 0 && (cause.confidence !== 'confirmed' || knowledgeOf(cause.id).umbrella === true);
    return open && !cause.remedy.some((line) => line.includes('wfp capture'))
      ? { ...cause, remedy: [...cause.remedy, TRACING] }
      : cause;
  });
}

function assumptions({ ground }: Climb, facts: Facts): readonly Assumption[] {
  const assumed = [
    ...new Set(facts.readings.filter(({ originFrom }) => originFrom === 'assumed').map(({ upload }) => upload)),
  ].sort();
  const named = `${assumed.slice(0, 3).join(', ')}${assumed.length > 3 ? ` and ${assumed.length - 3} more` : ''}`;
  const text = `Nothing tells which machine printed ${named}; it is taken to be the client.`;
  const known = [...ground.endpoints.assumptions, ...ground.eventAssumptions, ...silent(ground)];
  return [...known, ...(assumed.length === 0 ? [] : [{ id: 'origin-client', text }])];
}

/** What a log without any IPsec event is worth stands among the doubts, with the command that would make it say more. */
function silent({ silence }: Climb['ground']): readonly Assumption[] {
  if (silence === null || silence.isEvidence) return [];
  return [{ id: 'no-ipsec-events', text: [silence.words, silence.advice ?? ''].join(' ').trim() }];
}
