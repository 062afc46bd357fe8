/** A rung of the ladder: what it needs, how it is judged; and the judgements that a rung may give. */
import { type Suspicion } from '../causes/cause';
import { type CauseId, type Outcome, type Quote, type StepId, type TunnelOfStep } from '../diagnosis/diagnosis';
import { type SourceId } from '../diagnosis/sources';
import { type Ground } from '../facts/ground';
import { type Reading } from '../reading';

export interface Judgement {
  readonly outcome: Outcome;
  readonly why: string;
  readonly proof: readonly Quote[];
  readonly causes: readonly Suspicion[];
  /** The reading that decided: its age is weighed against that of other proof. */
  readonly decider: Reading | null;
  /** When the deciding event happened, where an event decided. */
  readonly time: string | null;
  /** Failed only because a whole listing lacks something: an earlier failure explains that. */
  readonly byAbsence: boolean;
}

export interface Step {
  readonly id: StepId;
  readonly tunnel: TunnelOfStep;
  readonly title: string;
  /** What must be seen for it to pass, as a sentence. */
  readonly passes: string;
  /** The commands whose output shows it. */
  readonly evidence: readonly string[];
  /** The question (see commands/questions.ts) that is asked where nothing of it is known. */
  readonly question: string;
  /** What must be seen for it to fail, as a sentence for the reference. */
  readonly fails?: string;
  /** The causes that its failure makes suspect. */
  readonly causes?: readonly CauseId[];
  /** Where what it stands on is described. */
  readonly sources?: readonly SourceId[];
  readonly judge: (ground: Ground) => Judgement;
}

/** Declares a rung. */
export const defineStep = (step: Step): Step => step;

const bare = { causes: [], decider: null, time: null, byAbsence: false } as const;

/** Nothing passes without a line that proves it: without one this is `unknown`. */
export function passed(why: string, proof: readonly Quote[], decider: Reading | null = null): Judgement {
  if (proof.length === 0) return unknown('The line that would prove it was not found.');
  return { ...bare, outcome: 'passed', why, proof, decider };
}

export function failed(
  why: string,
  proof: readonly Quote[],
  causes: readonly Suspicion[],
  more: Partial<Pick<Judgement, 'decider' | 'time' | 'byAbsence'>> = {},
): Judgement {
  return { ...bare, ...more, outcome: 'failed', why, proof, causes };
}

export const NOBODY_SENT_IT = 'Nobody sent it yet.';

export const unknown = (why: string = NOBODY_SENT_IT, proof: readonly Quote[] = []): Judgement => ({
  ...bare,
  outcome: 'unknown',
  why,
  proof,
});

export const waiting = (why: string): Judgement => ({ ...bare, outcome: 'waiting', why, proof: [] });

export const notApplicable = (why: string, proof: readonly Quote[] = []): Judgement => ({
  ...bare,
  outcome: 'not-applicable',
  why,
  proof,
});

/** Adds what informs and decides nothing: sentences behind the reason, quotes behind the proof. */
export function remarked(
  judgement: Judgement,
  remarks: readonly { readonly sentence: string; readonly quotes: readonly Quote[] }[],
): Judgement {
  const why = [judgement.why, ...remarks.map(({ sentence }) => sentence)].join(' ');
  return { ...judgement, why, proof: [...judgement.proof, ...remarks.flatMap(({ quotes }) => quotes)] };
}

/** The evidence was given, but could not be read whole: says where it stops or what refused. */
export function unreadable(reading: Reading, proof: readonly Quote[] = []): Judgement {
  const problem = reading.problems[0]?.message;
  const why = problem ?? `${reading.upload} stops after line ${reading.lastLine}, before its closing words.`;
  return { ...bare, outcome: 'unreadable', why, proof, decider: reading };
}
