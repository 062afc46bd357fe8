/** The whole path on one page: uploads become documents, sections, readings, facts, verdicts, a diagnosis. */
import { CASE_SCHEMA, type CaseEvidence, emptyCase } from './case-evidence';
import { diagnose } from './diagnose';
import { type Diagnosis } from './diagnosis/diagnosis';
import { type Facts } from './facts/facts';
import { type Watch } from './intake/event-log-intake';
import { type AnyUpload } from './intake/source';
import { takeIn } from './read';
import { type Reading } from './reading';
import { ladder } from './steps/ladder';

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

/** How many readings and upload reports a case keeps; beyond, the oldest go. */
export const MAX_KEPT_READINGS = 1000;

/**
 * Rejects for no input, however bad: what could not be used is part of the answer. Only `watch` ends it early, where nobody waits for it
 * any more. Uploads may be in memory or sources that are read piece by piece; the answer is the same.
 */
export async function analyse(uploads: readonly AnyUpload[], context: Context, watch?: Watch): Promise<Analysis> {
  const earlier = context.earlier ?? emptyCase;
  const call = earlier.calls + 1;
  const { readings, reports } = await takeIn(uploads, { call, awaited: earlier.awaited }, watch);
  const known: CaseEvidence = {
    schema: CASE_SCHEMA,
    calls: call,
    serverIpv4: context.serverIpv4 ?? earlier.serverIpv4,
    serverIpv4Second: context.serverIpv4Second ?? (context.serverIpv4 === undefined ? earlier.serverIpv4Second : null),
    readings: [...earlier.readings, ...readings].slice(-MAX_KEPT_READINGS),
    uploads: [...earlier.uploads, ...reports].slice(-MAX_KEPT_READINGS),
    awaited: earlier.awaited,
    setAside: earlier.setAside,
  };
  const diagnosis = diagnose(ladder, factsOf(known, context.at), known.uploads);
  // After a remedy the case waits for the command that shows whether it worked.
  const awaited = diagnosis.next ?? diagnosis.then[0] ?? earlier.awaited;
  return { diagnosis: withDropped(diagnosis, earlier, readings), evidence: { ...known, awaited } };
}

/** Says when a case holds more than is kept, so that nothing is left aside in silence. */
function withDropped(diagnosis: Diagnosis, earlier: CaseEvidence, readings: readonly Reading[]): Diagnosis {
  const dropped = earlier.readings.length + readings.length - MAX_KEPT_READINGS;
  if (dropped <= 0) return diagnosis;
  const text = `Only the newest ${MAX_KEPT_READINGS} outputs of the case count; the ${dropped} before them were left aside.`;
  return { ...diagnosis, assumptions: [...diagnosis.assumptions, { id: 'oldest-dropped', text }] };
}

/** Readings in an order of their own, so that the order in which uploads came changes nothing. */
function factsOf({ readings, serverIpv4, serverIpv4Second, setAside }: CaseEvidence, at: string): Facts {
  const place = ({ call, upload, firstLine, command }: Reading): string =>
    [String(call).padStart(9, '0'), upload, String(firstLine).padStart(9, '0'), command].join('\u0000');
  const ordered = [...readings].sort((one, other) => (place(one) < place(other) ? -1 : 1));
  return { at, readings: ordered, serverIpv4, serverIpv4Second, setAside };
}
