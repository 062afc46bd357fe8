/** What was read is put back into the reports that were kept without. */
import { type CaseEvidence, emptyCase, type UploadReport } from '../../../analyzers/index';
import { withData, withoutData } from '../../../bot/cases/whole-diagnosis';

function report(name: string, data: unknown): UploadReport {
  const readings = [{ command: 'netsh-mmsa', origin: 'client', complete: true, data }] as const;
  const found = { bytes: 1, sha256: 'a', status: 'analysed', encoding: 'utf-8', language: 'en' } as const;
  return { name, ...found, readings, problems: [] };
}

const evidenceOf = (uploads: readonly UploadReport[]): CaseEvidence => ({ ...emptyCase, uploads });

describe('Reports without what was read', () => {
  it('get back each its own, also where the same file came twice and was read differently', () => {
    const all = [report('one', 'as the client'), report('two', 'other'), report('one', 'as the server')];
    expect(withData(withoutData(all), evidenceOf(all))).toEqual(all);
    expect(withData(withoutData(all.slice(2)), evidenceOf(all))).toEqual(all.slice(2));
  });

  it('stay without where the case does not have it any more', () => {
    const gone = withoutData([report('one', 'withdrawn')]);
    expect(withData(gone, evidenceOf([]))).toEqual(gone);
    expect(gone[0]?.readings[0]?.data).toBeNull();
  });
});
