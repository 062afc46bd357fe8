/**
 * Reads uploads into a case, where it may take as long as it does: in a thread of its own. What goes there and what comes back is text and a diagnosis
 * of a few kilobytes, however much the case holds.
 */
import {
  analyse,
  type AnyUpload,
  type Context,
  type Diagnosis,
  emptyCase,
  type UploadReport,
  type Watch,
} from '../../analyzers/index';
import { type Brought, brought, type CaseHead, evidenceOver, headOf } from '../store/evidence-entries';
import { securityAssociationsCommand } from './first-question';
import { isOfSeveralCommands, receivedNow } from './received';
import { withoutData } from './whole-diagnosis';

/** A case as the store has it. */
export interface KeptCase {
  readonly id: string;
  readonly head: CaseHead;
  /** Its entries of evidence: JSON, the oldest first. */
  readonly log: readonly string[];
}

/** What is known besides the uploads; an empty case where it is left out. */
export interface CaseContext extends Omit<Context, 'earlier'> {
  readonly kept?: KeptCase;
}

export interface CaseAnalysis {
  /** Without what was read, like the reports. */
  readonly diagnosis: Diagnosis;
  readonly head: CaseHead;
  readonly brought: Brought;
  /** The reports of these uploads, archive members included; where everything came before, the earlier ones of the same names. */
  readonly received: readonly UploadReport[];
}

/** Rejects with a ServiceError `case-unreadable` where what is kept of the case cannot be read, else like `analyse`. */
export async function analyseCase(
  uploads: readonly AnyUpload[],
  { kept, ...context }: CaseContext,
  watch?: Watch,
): Promise<CaseAnalysis> {
  const earlier = kept === undefined ? emptyCase : evidenceOver(kept.head, kept.log, kept.id);
  let made = await analyse(uploads, { ...context, earlier }, watch);
  const open = made.evidence.readings.length === 0 && made.diagnosis.uploads.some(isOfSeveralCommands);
  if (earlier.awaited === null && open) {
    // Every case begins with the same question, so an answer that several commands give is first read as the answer to that.
    made = await analyse(
      uploads,
      { ...context, earlier: { ...earlier, awaited: securityAssociationsCommand() } },
      watch,
    );
  }
  const { diagnosis, evidence } = made;
  return {
    diagnosis: { ...diagnosis, uploads: withoutData(diagnosis.uploads) },
    head: headOf(evidence),
    brought: brought(earlier, evidence),
    received: withoutData(receivedNow(diagnosis.uploads, earlier.uploads, uploads)),
  };
}
