/** Steps by their outcome: the counts of a group's line, and the steps that share one line. */
import { type Outcome, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { inSentence, OUTCOME_WORDS, OUTCOMES, STEP_NAMES } from './ladder-names';
import { joined, type Words, words } from './words';

/** Two counts say how a group stands; the rest is behind "Show". */
const COUNTS_SEEN = 2;

/** The worst outcome among the steps; `not-applicable` where there are none. */
export function worst(steps: readonly Verdict[]): Outcome {
  return OUTCOMES.find((outcome) => steps.some((verdict) => verdict.outcome === outcome)) ?? 'not-applicable';
}

/** "1 failed, 2 waiting": worst first, two at most; passed and not applicable are counted only when nothing else is. */
export function counts(steps: readonly Verdict[]): Words {
  const all = tally(steps);
  const open = all.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'not-applicable');
  return joined((open.length > 0 ? open : all).slice(0, COUNTS_SEEN).map(({ said }) => said));
}

/** Every count, so that they add up to all steps. */
export const allCounts = (steps: readonly Verdict[]): Words => joined(tally(steps).map(({ said }) => said));

/** For who hears a row: every count, where the row shows only the worst. */
export const unseenCounts = (steps: readonly Verdict[]): { readonly more?: Words } =>
  counts(steps) === allCounts(steps) ? {} : { more: allCounts(steps) };

/** "Rules received, rules active: passed". */
export function sharedLine(steps: readonly Verdict[], outcome: Outcome): Words {
  const names = steps.map(({ step }, index) => (index === 0 ? STEP_NAMES[step] : inSentence(step)));
  return words`${joined(names)}: ${OUTCOME_WORDS[outcome]}`;
}

function tally(steps: readonly Verdict[]): readonly { readonly outcome: Outcome; readonly said: Words }[] {
  return OUTCOMES.flatMap((outcome) => {
    const count = steps.filter((verdict) => verdict.outcome === outcome).length;
    return count === 0 ? [] : [{ outcome, said: words`${count} ${OUTCOME_WORDS[outcome]}` }];
  });
}
