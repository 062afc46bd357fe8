/** A diagnosis of readings made by hand, and what it says of one rung. */
import { diagnose } from '../../analyzers/diagnose';
import { type Diagnosis, type Outcome, type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type Facts } from '../../analyzers/facts/facts';
import { type Reading } from '../../analyzers/reading';
import { ladder } from '../../analyzers/steps/ladder';
import { factsOf } from './reading';

export const diagnosisOf = (readings: readonly Reading[], more: Partial<Facts> = {}): Diagnosis =>
  diagnose(ladder, factsOf(readings, more), []);

export const outcomeOf = (diagnosis: Diagnosis, step: StepId): Outcome | undefined =>
  diagnosis.steps.find((verdict) => verdict.step === step)?.outcome;
