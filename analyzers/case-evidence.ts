/** What a case knows between two calls, as plain data: the readings, not the files. */
import { type CauseId, type NextCommand, type UploadReport } from './diagnosis/diagnosis';
import { type Reading } from './reading';

/** The version of the shape below; a newer one is refused with a sentence by whoever reads it from a disk. */
export const CASE_SCHEMA = 'tunnel-triage/case/1';

export interface CaseEvidence {
  readonly schema: typeof CASE_SCHEMA;
  /** How many calls brought something so far. */
  readonly calls: number;
  readonly serverIpv4: string | null;
  readonly serverIpv4Second: string | null;
  readonly readings: readonly Reading[];
  readonly uploads: readonly UploadReport[];
  /** The command asked for last: it settles what an output without a heading is, and whose it is. */
  readonly awaited: NextCommand | null;
  /** Causes of which a person said that it is not this, in the order in which they were set aside. */
  readonly setAside: readonly CauseId[];
}

export const emptyCase: CaseEvidence = {
  schema: CASE_SCHEMA,
  calls: 0,
  serverIpv4: null,
  serverIpv4Second: null,
  readings: [],
  uploads: [],
  awaited: null,
  setAside: [],
};
