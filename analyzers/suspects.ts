/** Which causes may lie behind a failure, with a weight each: what the failed rungs suspect, and what unknown earlier rungs could explain. */
import { type Suspicion } from './causes/cause';
import { knowledgeOf } from './causes/known-causes';
import { type Climb } from './climb';
import { LOGGED, NEGOTIATION, NET_LOGGED } from './commands/negotiation-questions';
import { questionOf } from './commands/questions';
import { type CauseId, type StepId } from './diagnosis/diagnosis';
import { connectionHint } from './facts/connection-hints';
import { every } from './facts/facts';
import { type Step } from './steps/step';

/** What an umbrella stands for. */
const UNDER_UMBRELLA: Partial<Readonly<Record<CauseId, readonly CauseId[]>>> = {
  'certificate-failure': [
    'certificate-missing',
    'certificate-expired',
    'certificate-untrusted',
    'certificate-no-private-key',
    'certificate-wrong-usage',
    'certificate-revoked',
    'revocation-unreachable',
  ],
  'certificate-missing': [
    'certificate-expired',
    'certificate-untrusted',
    'certificate-no-private-key',
    'certificate-wrong-usage',
  ],
  'negotiation-timeout': ['endpoint-unreachable', 'sixtofour-blocked', 'server-routing'],
  'rules-inactive': ['firewall-off', 'service-stopped', 'domain-profile-active', 'policy-not-received'],
};

/** Behind an SA that is only absent, any step of the negotiation may have failed. */
const UNSEEN: readonly CauseId[] = [
  'negotiation-timeout',
  'policy-mismatch',
  'server-no-domain-controller',
  'endpoint-unreachable',
];

/** The rung that, once passed, rules a cause out. */
const RULED_OUT_BY: Partial<Readonly<Record<CauseId, readonly StepId[]>>> = {
  'policy-not-received': ['infra.rules-received', 'infra.rules-active'],
  'rules-inactive': ['infra.rules-active'],
  'domain-profile-active': ['infra.profile', 'infra.rules-active'],
  'firewall-off': ['client.firewall', 'infra.rules-active'],
  'service-stopped': ['client.firewall'],
  'no-transition': ['client.transition', 'client.endpoint'],
  'sixtofour-blocked': ['client.endpoint'],
  'endpoint-unreachable': ['client.endpoint'],
  'server-routing': ['client.endpoint'],
};

/** An earlier rung that is merely unknown explains a failure less often than what the failed rung itself suspects. */
const UNKNOWN_RUNG = 0.8;
const POSSIBLE = 0.6;

export function suspects(
  ladder: readonly Step[],
  { judged, ground }: Climb,
  suspicions: readonly Suspicion[],
): ReadonlyMap<CauseId, number> {
  const weights = new Map<CauseId, number>();
  const aside = new Set(ground.facts.setAside);
  const unlogged = chanceUnlogged(ground);
  const suspect = (cause: CauseId, share: number): void => {
    if (aside.has(cause)) return;
    if ((RULED_OUT_BY[cause] ?? []).some((rung) => judged.get(rung)?.outcome === 'passed')) return;
    const left = NEGOTIATION.includes(cause) ? unlogged : 1;
    weights.set(cause, Math.max(weights.get(cause) ?? 0, knowledgeOf(cause).weight * share * left));
  };
  const failedAt = ladder.findIndex(({ id }) => judged.get(id)?.outcome === 'failed');
  const failed = ladder[failedAt]?.id ?? 'client.edition';
  // Where a person has set the cause of a failed negotiation aside, what else may have stopped it is as open as where an SA is only absent.
  const reopened = aside.size > 0 && failed.endsWith('-mode');
  const absent = judged.get(failed)?.byAbsence === true || reopened;
  for (const { id, confidence, code } of suspicions) {
    const share = confidence === 'possible' && code === undefined ? POSSIBLE : 1;
    for (const cause of [id, ...(UNDER_UMBRELLA[id] ?? [])]) suspect(cause, share);
  }
  const settled = suspicions.some(({ confidence }) => confidence !== 'possible');
  if (settled || !absent) return weights;
  for (const cause of connectionHint(ground.facts)?.causes ?? []) suspect(cause, 1);
  if (ground.silence?.isEvidence !== true) for (const cause of UNSEEN) suspect(cause, POSSIBLE);
  for (const step of ladder.slice(0, Math.max(failedAt, 0))) {
    const outcome = judged.get(step.id)?.outcome;
    if (outcome !== 'unknown' && outcome !== 'unreadable') continue;
    for (const cause of questionOf(step.question).tells) suspect(cause, UNKNOWN_RUNG);
  }
  return weights;
}

/** How likely a failed negotiation stays unseen in the logs that the client sent whole; 1 where one of them shows a failure. */
function chanceUnlogged({ facts, failures }: Climb['ground']): number {
  if (failures.some(({ side }) => side === 'client')) return 1;
  const isWhole = (command: 'netsh-wfp-netevents' | 'security-events'): boolean =>
    every(facts, command, 'client').some(({ complete }) => complete);
  return (isWhole('netsh-wfp-netevents') ? 1 - NET_LOGGED : 1) * (isWhole('security-events') ? 1 - LOGGED : 1);
}
