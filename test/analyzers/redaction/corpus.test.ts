/** Real outputs say the same after redaction: what was read, whether whole, and what the steps come to. */
import { analyse, createRedactor, type Diagnosis } from '../../../analyzers/index';
import { redactUploads } from '../../../analyzers/redaction/redact-uploads';
import { corpusFiles, hasCorpus } from '../../support/corpus';

const files = ['outputs', 'synthetic'].flatMap((folder) =>
  corpusFiles(folder).filter(({ name }) => !/\.expect\.json$|\.md$/.test(name)),
);
const describeCorpus = hasCorpus ? describe : describe.skip;
const at = '2026-11-24T09:30:00Z';

const saidBy = ({ outcome, failedStep, causes, steps, uploads }: Diagnosis) => ({
  outcome,
  failedStep,
  causes: causes.map(({ id }) => id),
  steps: steps.map(({ step, outcome: of }) => `${step} ${of}`),
  readings: uploads.flatMap(({ status, readings }) => [
    status,
    ...readings.map(({ command, complete }) => `${command} ${String(complete)}`),
  ]),
});

describeCorpus('A real output', () => {
  it.each(files.length > 0 ? files : [null])('says the same when it is redacted: $name', async (file) => {
    const original = [{ name: file!.name, bytes: file!.bytes }];
    const { texts, refused } = await redactUploads(original, createRedactor(), () => ({}));
    if (refused.length > 0) {
      expect(texts).toEqual([]);
      return;
    }
    const redacted = texts.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }));
    const [before, after] = [await analyse(original, { at }), await analyse(redacted, { at })];
    expect(saidBy(after.diagnosis)).toEqual(saidBy(before.diagnosis));
  });
});
