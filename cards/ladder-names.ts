/** How the card names steps, groups and outcomes. */
import { type Diagnosis, type Outcome, type StepId, type TunnelOfStep } from '../analyzers/diagnosis/diagnosis';
import { small, type Words, words } from './words';

/** Worst first: the order in which outcomes are counted. */
export const OUTCOMES = ['failed', 'unreadable', 'unknown', 'waiting', 'passed', 'not-applicable'] as const;

/** Plain characters outside the emoji set, so that no phone turns them into coloured pictures. */
export const SIGNS: Readonly<Record<Outcome, Words>> = {
  passed: words`✓`,
  failed: words`✗`,
  unknown: words`?`,
  unreadable: words`!`,
  waiting: words`…`,
  'not-applicable': words`–`,
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  passed: words`passed`,
  failed: words`failed`,
  unknown: words`unknown`,
  unreadable: words`unreadable`,
  waiting: words`waiting`,
  'not-applicable': words`not applicable`,
};

/** The groups in ladder order. */
export const GROUPS = ['prerequisite', 'infrastructure', 'intranet', 'security'] as const;

export const STEP_NAMES: Readonly<Record<StepId, Words>> = {
  'client.edition': words`Windows edition`,
  'client.firewall': words`Windows Firewall`,
  'client.policy': words`DirectAccess policy`,
  'client.location': words`Location`,
  'client.transition': words`IPv6 transition`,
  'client.endpoint': words`First endpoint`,
  'infra.rules-received': words`Rules received`,
  'infra.rules-active': words`Rules active`,
  'infra.profile': words`Network profile`,
  'infra.main-mode': words`Main mode`,
  'infra.quick-mode': words`Quick mode`,
  'infra.domain-controller': words`Domain controller`,
  'intranet.traffic': words`Traffic`,
  'intranet.main-mode': words`Main mode`,
  'intranet.quick-mode': words`Quick mode`,
  'security.certificate': words`Certificate`,
  'security.revocation': words`Revocation`,
  'security.health': words`Health`,
  'security.smart-card': words`Smart card`,
  'security.audit': words`Audit`,
};

/** The same name inside a sentence: products and IPv6 keep their capital. */
export function inSentence(step: StepId): Words {
  const name = STEP_NAMES[step];
  return /^(?:Windows|DirectAccess|IPv6)/.test(name) ? name : small(name);
}

/** The names of steps for a list within a sentence: what both tunnels have, such as "main mode", is said once. */
export const distinctNames = (steps: readonly StepId[]): readonly Words[] => [...new Set(steps.map(inSentence))];

/** Two names stand in both tunnels: outside of its group such a step is named with its tunnel. */
export function fullName(step: StepId, oneTunnel: boolean): Words {
  switch (step) {
    case 'infra.main-mode':
    case 'infra.quick-mode':
      return oneTunnel ? STEP_NAMES[step] : words`Infrastructure ${inSentence(step)}`;
    case 'intranet.traffic':
    case 'intranet.main-mode':
    case 'intranet.quick-mode':
      return words`Intranet ${inSentence(step)}`;
    default:
      return STEP_NAMES[step];
  }
}

/** The same inside a sentence. */
export function fullNameInSentence(step: StepId, oneTunnel: boolean): Words {
  const name = fullName(step, oneTunnel);
  return name === STEP_NAMES[step] ? inSentence(step) : small(name);
}

/** With Kerberos proxy there is one tunnel: its rungs are those of the infrastructure tunnel. */
export function hasOneTunnel(diagnosis: Diagnosis): boolean {
  const outcome = (step: StepId) => diagnosis.steps.find((verdict) => verdict.step === step)?.outcome;
  return outcome('intranet.main-mode') === 'not-applicable' && outcome('infra.main-mode') !== 'not-applicable';
}

export function groupName(group: TunnelOfStep, oneTunnel: boolean): Words {
  switch (group) {
    case 'prerequisite':
      return words`Before the tunnels`;
    case 'infrastructure':
      return oneTunnel ? words`Tunnel` : words`Infrastructure tunnel`;
    case 'intranet':
      return words`Intranet tunnel`;
    case 'security':
      return words`Security`;
  }
}
