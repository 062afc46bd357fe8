/** Cutting an event log short, at whatever byte, makes no rung pass that the whole log does not, in any form. */
import { analyse, type StepId, type Upload } from '../../analyzers/index';
import { corpusFiles } from '../support/corpus';
import { evtxLog, sampleEvents, xmlLog } from '../support/sample-logs';
import { seededRandom } from '../support/seeded-random';

const CUTS = 24;

const passedBy = async (upload: Upload): Promise<readonly StepId[]> => {
  const { diagnosis } = await analyse([upload], { at: '2026-11-24T12:00:00Z', serverIpv4: '131.107.0.2' });
  return diagnosis.steps.filter(({ outcome }) => outcome === 'passed').map(({ step }) => step);
};

/** Successes last: a log that is cut before them must not look as one in which nothing failed. */
const events = sampleEvents(600, 7);
const logs: readonly Upload[] = [
  { name: 'Security.evtx', bytes: evtxLog(events) },
  { name: 'Security.xml', bytes: xmlLog(events) },
  ...corpusFiles('evtx/exports/en').filter(({ name }) => !name.endsWith('.jsonl')),
];

/** Places all over the file, those of its beginning and its end more often. */
function cutsOf({ name, bytes }: Upload): readonly number[] {
  const random = seededRandom(name.length);
  const anywhere = Array.from({ length: CUTS }, () => random.below(bytes.length));
  const nearEnds = Array.from({ length: CUTS / 4 }, () => [random.below(6000), bytes.length - random.below(6000)]);
  return [...anywhere, ...nearEnds.flat()].filter((at) => at > 0 && at < bytes.length);
}

describe('A log that is cut short', () => {
  it.each(logs.map((log) => [log.name, log] as const))(
    'passes nothing that it does not pass whole: %s',
    async (_, log) => {
      const allowed = await passedBy(log);
      const wrong: string[] = [];
      for (const at of cutsOf(log)) {
        const passed = await passedBy({ ...log, bytes: log.bytes.subarray(0, at) });
        wrong.push(...passed.filter((step) => !allowed.includes(step)).map((step) => `cut at ${at}: ${step}`));
      }
      expect(wrong).toEqual([]);
    },
  );
});
