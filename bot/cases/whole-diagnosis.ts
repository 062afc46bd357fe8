/**
 * A diagnosis with what was read, for those who hand it on whole. The kept one lists its uploads without: the log has that already, and to write it
 * again with every upload costs a case of many readings megabytes each time.
 */
import { type CaseEvidence, type Diagnosis, type UploadReport } from '../../analyzers/index';

/** What was read is `null` in it. */
export const withoutData = (reports: readonly UploadReport[]): readonly UploadReport[] =>
  reports.map((report) => ({ ...report, readings: report.readings.map((reading) => ({ ...reading, data: null })) }));

/** Of `made`, the diagnosis of a case or what one message brought to it; what is not in the case any more stays without. */
export function withData(reports: readonly UploadReport[], { uploads }: CaseEvidence): readonly UploadReport[] {
  const kept = new Map<string, UploadReport[]>();
  for (const report of uploads) kept.set(identity(report), [...(kept.get(identity(report)) ?? []), report]);
  // The same file may have come twice, and been read differently: the last of one list is the last of the other.
  return reports
    .toReversed()
    .map((report) => kept.get(identity(report))?.pop() ?? report)
    .toReversed();
}

export const wholeDiagnosis = <Made extends Diagnosis>(diagnosis: Made, evidence: CaseEvidence): Made => ({
  ...diagnosis,
  uploads: withData(diagnosis.uploads, evidence),
});

const identity = ({ name, sha256 }: UploadReport): string => `${sha256} ${name}`;
