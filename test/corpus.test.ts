/** Real outputs of Windows are read as the person who read them first wrote down. */
import { takeIn } from '../analyzers/read';
import { corpusFiles, type Expectation, hasCorpus, misses } from './support/corpus';

const context = { call: 1, awaited: null };
const files = corpusFiles('outputs');
const expected = files.flatMap((file) => {
  const expectation = files.find(({ name }) => name === `${file.name}.expect.json`);
  return expectation === undefined
    ? []
    : [{ ...file, expectation: JSON.parse(Buffer.from(expectation.bytes).toString('utf8')) as Expectation }];
});
const synthetic = corpusFiles('synthetic').filter(({ name }) => name.endsWith('.txt'));

if (!hasCorpus) console.info('The corpus of real outputs is not beside this checkout: its tests are skipped.');
const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('A real output', () => {
  it.each(expected.length > 0 ? expected : [null])('is read as expected: $name', async (file) => {
    const { reports } = await takeIn([{ name: file!.name, bytes: file!.bytes }], context);
    const report = reports[0]!;
    expect(misses(report, file!.expectation)).toEqual([]);
  });
});

describeCorpus('An output in the best known layout', () => {
  it.each(synthetic.length > 0 ? synthetic : [null])('is read whole: $name', async (file) => {
    const { reports } = await takeIn([{ name: file!.name, bytes: file!.bytes }], context);
    const report = reports[0]!;
    expect(report).toMatchObject({ status: 'analysed', readings: [{ complete: true }] });
  });
});
