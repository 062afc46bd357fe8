/** Two diagnoses of one case beside each other: which steps are another than before, and what that says of a repair. */
import { type Cause, type Diagnosis, type Outcome, type StepId, type Verdict } from './diagnosis';

/** How a case stood: as much of a diagnosis as a later one is compared with, small enough to be kept with that. */
export interface Standing {
  /** When it was so: ISO 8601, in the sender's own time where that was known; null where nobody knows any more. */
  readonly at: string | null;
  readonly outcome: Diagnosis['outcome'];
  readonly failedStep: StepId | null;
  readonly steps: readonly Pick<Verdict, 'step' | 'outcome'>[];
  readonly cause: Pick<Cause, 'id' | 'confidence' | 'title'> | null;
  /** The id of the command that was asked for. */
  readonly next: string | null;
}

/**
 * What became of a step. `failed` and `repaired` are the two that a repair is judged by. `lost`: it was passed or failed, and the newer
 * outputs do not show it, which is neither a repair nor a failure. `shown`: it passes now, and did not fail before.
 */
export type ChangeKind = 'failed' | 'repaired' | 'shown' | 'unreadable' | 'lost' | 'other';

export interface StepChange {
  readonly kind: ChangeKind;
  readonly before: Outcome;
  readonly now: Verdict;
}

export interface Comparison {
  /** In the order in which a reader needs them: by kind, as `CHANGE_KINDS` has it, then in ladder order. */
  readonly changes: readonly StepChange[];
  readonly unchanged: readonly Verdict[];
  /** The step that stopped the tunnels before and passes now. */
  readonly repaired: Verdict | null;
  /** Whether the likeliest cause is another, or another word is used of how sure it is. */
  readonly causeChanged: boolean;
  /** Whether another command is asked for, or none any more. */
  readonly nextChanged: boolean;
}

export const CHANGE_KINDS: readonly ChangeKind[] = ['failed', 'repaired', 'shown', 'unreadable', 'lost', 'other'];

/** What is kept of a diagnosis for the one after it. */
export function standingOf(diagnosis: Diagnosis, at: string | null): Standing {
  const { outcome, failedStep, steps, causes, next } = diagnosis;
  const [cause] = causes;
  return {
    at,
    outcome,
    failedStep,
    steps: steps.map(({ step, outcome: judged }) => ({ step, outcome: judged })),
    cause: cause === undefined ? null : { id: cause.id, confidence: cause.confidence, title: cause.title },
    next: next?.id ?? null,
  };
}

/** A step that the earlier diagnosis did not have counts as unknown then. */
export function compare(before: Standing, now: Diagnosis): Comparison {
  const earlier = new Map(before.steps.map(({ step, outcome }) => [step, outcome]));
  const outcomeBefore = ({ step }: Verdict): Outcome => earlier.get(step) ?? 'unknown';
  const changes = now.steps
    .filter((verdict) => verdict.outcome !== outcomeBefore(verdict))
    .map((verdict): StepChange => {
      const was = outcomeBefore(verdict);
      return { kind: kindOf(was, verdict.outcome), before: was, now: verdict };
    });
  const cause = now.causes[0];
  return {
    changes: CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)),
    unchanged: now.steps.filter((verdict) => verdict.outcome === outcomeBefore(verdict)),
    repaired: now.steps.find(({ step, outcome }) => step === before.failedStep && outcome === 'passed') ?? null,
    causeChanged: before.cause?.id !== cause?.id || before.cause?.confidence !== cause?.confidence,
    nextChanged: before.next !== (now.next?.id ?? null),
  };
}

function kindOf(before: Outcome, now: Outcome): ChangeKind {
  const wasSeen = before === 'passed' || before === 'failed';
  switch (now) {
    case 'failed':
      return 'failed';
    case 'passed':
      return before === 'failed' ? 'repaired' : 'shown';
    case 'unreadable':
      return 'unreadable';
    case 'unknown':
      return wasSeen ? 'lost' : 'other';
    case 'waiting':
    case 'not-applicable':
      return 'other';
  }
}
