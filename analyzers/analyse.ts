/** The whole path on one page: uploads become documents, sections, readings, facts, verdicts, a diagnosis. */
import { type CaseEvidence } from './case-evidence';
import { type Diagnosis } from './diagnosis/diagnosis';
import { type Upload } from './document';

export interface Context {
  /** ISO 8601: the time against which expiry is judged; the analyzers have no clock. */
  readonly at: string;
  /** The DirectAccess server's first public IPv4 address, and its second (the next address if left out). */
  readonly serverIpv4?: string | undefined;
  readonly serverIpv4Second?: string | undefined;
  /** What the case knew before this call. */
  readonly earlier?: CaseEvidence | undefined;
}

export interface Analysis {
  readonly diagnosis: Diagnosis;
  /** What to keep, and to hand in as `earlier` with the next uploads. */
  readonly evidence: CaseEvidence;
}

/** Never throws for bad input: what could not be used is part of the answer. */
export function analyse(_uploads: readonly Upload[], _context: Context): Analysis {
  throw new Error('analyse: wired by the founder who owns the ladder');
}
