/** A case as the living case and the doors see it; `bot/store` has the homes that it is kept in. */
import { type CaseEvidence, type Diagnosis, type Standing } from '../../analyzers/index';

/** The last diagnosis of a case, and what it is compared with. */
export interface CaseDiagnosis extends Diagnosis {
  /** When something was last read for it: ISO 8601, in the sender's own time where that is known. */
  readonly at?: string;
  /** How the case stood before that; left out where nothing was read before, or where the diagnosis was made again since. */
  readonly before?: Standing;
}

export interface CaseRecord {
  /** `C-1`, `C-2`, …: unique in one store. */
  readonly id: string;
  /** The conversation that it belongs to; only it may see or change the case. */
  readonly conversation: string;
  readonly state: 'open' | 'closed';
  /** Rises with every change; a change from an older one is refused. */
  readonly version: number;
  /** Its readings and reports are parsed from `log` when somebody looks at them: of a large case that takes a while. */
  readonly evidence: CaseEvidence;
  /** The entries of evidence as they are kept: JSON, the oldest first. */
  readonly log: readonly string[];
  /** null until something was sent. What was read stands in `evidence` alone: see `whole-diagnosis.ts`. */
  readonly diagnosis: CaseDiagnosis | null;
  /** The message that shows the diagnosis as it stands. */
  readonly cardActivityId: string | null;
  /** The number of the ticket that notes about it are written to; null where it has none. */
  readonly ticket: string | null;
}
