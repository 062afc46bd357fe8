/** A person says of a cause that it is not this: nothing suspects it any more, another command is asked for, and it can be taken back. */
import { analyse, type CauseId, type Diagnosis, emptyCase, type Upload } from '../../analyzers/index';
import { failingClient, windowOf } from '../support/bot-outputs';
import { completeEvidence } from '../virtual-client/evidence';
import { allStories } from '../virtual-client/stories/all-stories';
import { shuffled } from '../virtual-client/variations';

const AT = '2026-11-24T12:00:00Z';
const judged = async (uploads: readonly Upload[], setAside: readonly CauseId[], at = AT): Promise<Diagnosis> =>
  (await analyse(uploads, { at, earlier: { ...emptyCase, setAside } })).diagnosis;
const outcomes = ({ steps }: Diagnosis) => steps.map(({ step, outcome }) => [step, outcome]);

const failing = ['netsh advfirewall monitor show mmsa', 'certutil -store my'].map((line, index) => ({
  name: `${index}.txt`,
  bytes: new TextEncoder().encode(windowOf(failingClient(), line)),
}));

describe('A cause that is set aside', () => {
  it('leaves the verdicts as they are, and another command is asked for', async () => {
    const before = await judged(failing, []);
    expect(before.causes[0]).toMatchObject({ id: 'certificate-expired', confidence: 'confirmed' });
    expect(before.next).toBeNull();
    const after = await judged(failing, ['certificate-expired']);
    expect(outcomes(after)).toEqual(outcomes(before));
    expect(after.failedStep).toBe(before.failedStep);
    expect(after.causes.map(({ id }) => id)).not.toContain('certificate-expired');
    expect(after.next).not.toBeNull();
    expect(after.next?.command).not.toBe(before.then[0]?.command);
  });

  it('is said, with the line that had confirmed it', async () => {
    const [before, after] = [await judged(failing, []), await judged(failing, ['certificate-expired'])];
    expect(after.setAside).toEqual(before.causes.slice(0, 1));
    expect(after.assumptions.find(({ id }) => id === 'cause-set-aside')?.text).toContain(before.causes[0]?.title);
  });

  it('is said by its own words where no evidence speaks of it', async () => {
    const after = await judged(failing, ['smart-card-required']);
    expect(after.setAside).toMatchObject([{ id: 'smart-card-required', confidence: 'possible', proof: [] }]);
  });

  it('leaves something to do for a negotiation of which every suspect is set aside', async () => {
    let aside: readonly CauseId[] = [];
    for (let round = 0; round < 30; round += 1) {
      const { causes } = await judged(failing, aside);
      if (causes[0] === undefined || causes[0].id === 'negotiation-failed') break;
      aside = [...aside, causes[0].id];
    }
    const lost = await judged(failing, aside);
    expect(lost.outcome).toBe('failed');
    expect(lost.causes.map(({ id }) => id)).toEqual(['negotiation-failed']);
    expect(lost.next).not.toBeNull();
  });

  it('is kept with the case, and gone again when it is taken back', async () => {
    const { evidence } = await analyse(failing, {
      at: AT,
      earlier: { ...emptyCase, setAside: ['certificate-expired'] },
    });
    const later = await analyse([], { at: AT, earlier: evidence });
    expect(later.evidence.setAside).toEqual(['certificate-expired']);
    const back = await analyse([], { at: AT, earlier: { ...evidence, setAside: [] } });
    const never = await judged(failing, []);
    expect([back.diagnosis.causes, back.diagnosis.next]).toEqual([never.causes, never.next]);
    expect(back.diagnosis).not.toHaveProperty('setAside');
  });
});

const failed = shuffled(
  allStories.filter(({ expect: { outcome } }) => outcome === 'failed'),
  2009,
).slice(0, 40);

describe.each(failed)('With all evidence, of $title', ({ deployment }) => {
  it('setting the first cause aside changes no verdict, and leaves something to do', async () => {
    const at = `${deployment.moment.clock}Z`;
    const evidence = completeEvidence(deployment);
    const before = await judged(evidence, [], at);
    const first = before.causes[0];
    if (first === undefined) throw new Error('A story that failed names a cause.');
    const after = await judged(evidence, [first.id], at);
    expect(outcomes(after)).toEqual(outcomes(before));
    expect(after.causes.map(({ id }) => id)).not.toContain(first.id);
    expect(after.setAside?.map(({ id }) => id)).toEqual([first.id]);
    if (after.failedStep?.endsWith('-mode') === true) {
      expect([after.next?.command, ...after.causes.flatMap(({ remedy }) => remedy)].join('')).not.toBe('');
    }
  });
});
