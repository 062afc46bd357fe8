/** A case as the living case and the doors see it; `bot/store` has the homes that it is kept in. */
import { type CaseEvidence, type Diagnosis } from '../../analyzers/index';

export interface CaseRecord {
  /** `C-1`, `C-2`, …: unique in one store. */
  readonly id: string;
  /** The conversation that it belongs to; only it may see or change the case. */
  readonly conversation: string;
  readonly state: 'open' | 'closed';
  /** Rises with every change; a change from an older one is refused. */
  readonly version: number;
  readonly evidence: CaseEvidence;
  /** null until something was sent. */
  readonly diagnosis: Diagnosis | null;
  /** The message that shows the diagnosis as it stands. */
  readonly cardActivityId: string | null;
}
