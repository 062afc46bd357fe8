/** Every rung of the ladder has a story that passes it, one that fails it, one that says nothing of it and one that cannot be read. */
import { analyse, type Outcome, STEP_IDS, type StepId } from '../analyzers/index';
import { upload } from './virtual-client/evidence';
import { type Evidence, stepStories, transcripts } from './virtual-client/step-stories';
import { healthyDeployment } from './virtual-client/healthy-deployments';

const AT = '2026-11-24T12:00:00Z';

async function outcomeOf(
  step: StepId,
  evidence: Evidence,
): Promise<{ readonly outcome: Outcome; readonly why: string }> {
  const uploads = transcripts(evidence).map(({ name, text }) => upload(name, text));
  const { diagnosis } = await analyse(uploads, { at: AT });
  const verdict = diagnosis.steps.find((one) => one.step === step)!;
  return { outcome: verdict.outcome, why: verdict.why };
}

/** An output that decides no rung. */
const SILENT: Evidence = {
  deployment: healthyDeployment(),
  sent: [{ commandLine: 'netsh winhttp show proxy', side: 'client', elevated: true, share: 1 }],
};

it('Every rung has its four stories', () => {
  expect(STEP_IDS.filter((step) => !(step in stepStories))).toEqual([]);
});

describe.each(STEP_IDS)('%s', (step) => {
  const { passed, failed, unreadable } = stepStories[step];
  const stories: readonly (readonly [Outcome, Evidence])[] = [
    ['passed', passed],
    ['failed', failed],
    ['unknown', SILENT],
    ['unreadable', unreadable],
  ];

  it.each(stories)('is %s where its evidence says so', async (outcome, evidence) => {
    expect(await outcomeOf(step, evidence)).toMatchObject({ outcome });
  });
});
