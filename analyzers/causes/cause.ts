/** A cause: what it is called, how often it is the true one, what mends it; and how a diagnosis names one. */
import { type Cause, type CauseId, type Confidence, type Quote } from '../diagnosis/diagnosis';
import { type SourceId } from '../diagnosis/sources';
import { type RemedyValues, withValues } from '../facts/remedy-values';

export interface CauseKnowledge {
  readonly id: CauseId;
  /** The sentence for when no value is at hand. */
  readonly title: string;
  /** What mends it, in order. */
  readonly remedy: readonly string[];
  /** How often it is the true cause among all cases, as a weight (a judgement from what support material keeps returning to). */
  readonly weight: number;
  /** A cause that stands for several and is to be narrowed even when its code is shown. */
  readonly umbrella?: boolean;
  /** Where it and its remedy are described. */
  readonly sources?: readonly SourceId[];
}

/** One family of causes, by id. */
export type CauseFamily = Partial<Readonly<Record<CauseId, Omit<CauseKnowledge, 'id'>>>>;

/** What a rung says of a suspected cause; the knowledge of the cause is added when the diagnosis is put together. */
export interface Suspicion {
  readonly id: CauseId;
  readonly confidence: Confidence;
  /** A sentence with the value that decided; the knowledge's own where left out. */
  readonly title?: string;
  readonly code?: string;
  readonly proof: readonly Quote[];
}

const RANK: Readonly<Record<Confidence, number>> = { confirmed: 0, likely: 1, possible: 2 };

/** Surer first; of equals one whose code was seen, then the one that is more often true. */
export function compareSuspicions(one: Suspicion, other: Suspicion, weigh: (id: CauseId) => number): number {
  const bySight = Number(other.code !== undefined) - Number(one.code !== undefined);
  return RANK[one.confidence] - RANK[other.confidence] || bySight || weigh(other.id) - weigh(one.id);
}

/** A suspicion as the contract prints it, its remedies with the values of the case: nothing is confirmed without a quote that shows it. */
export function asCause(suspicion: Suspicion, knowledge: CauseKnowledge, values: RemedyValues = {}): Cause {
  return {
    id: suspicion.id,
    title: suspicion.title ?? knowledge.title,
    confidence: suspicion.confidence === 'confirmed' && suspicion.proof.length === 0 ? 'likely' : suspicion.confidence,
    ...(suspicion.code === undefined ? {} : { code: suspicion.code }),
    remedy: knowledge.remedy.map((line) => withValues(line, values)),
    proof: suspicion.proof,
  };
}
