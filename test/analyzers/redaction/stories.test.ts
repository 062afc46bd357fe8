/** A case is redacted turn by turn as its outputs come: nothing of the model survives, and the answer stays the same. */
import {
  analyse,
  type CaseEvidence,
  createRedactor,
  type Diagnosis,
  type Redactor,
  type Upload,
} from '../../../analyzers/index';
import { redactUploads } from '../../../analyzers/redaction/redact-uploads';
import { ownAddresses, ownNames, survivors } from '../../support/model-names';
import { type Play, play } from '../../virtual-client/play';
import { allStories } from '../../virtual-client/stories/all-stories';
import { type Story } from '../../virtual-client/stories/story';

interface Redacted {
  readonly played: Play;
  readonly texts: readonly string[];
  /** Of each turn, of the redacted outputs up to it. */
  readonly diagnoses: readonly Diagnosis[];
  readonly redactor: Redactor;
}

/** Every call of the case is redacted with the map of the calls before it, as a user would. */
async function redactedPlay(story: Story): Promise<Redacted> {
  const played = await play(story);
  const at = `${story.deployment.moment.clock}Z`;
  const texts: string[] = [];
  const diagnoses: Diagnosis[] = [];
  let redactor = createRedactor();
  let earlier: CaseEvidence | undefined;
  const take = async (uploads: readonly Upload[]): Promise<readonly Upload[]> => {
    redactor = createRedactor(redactor.map());
    const given = story.serverIpv4 === undefined ? [] : [story.serverIpv4];
    redactor.learn(given);
    const { texts: redacted } = await redactUploads(uploads, redactor, () => ({}));
    texts.push(...redacted.map(({ name, text }) => `${name}\n${text}`));
    return redacted.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }));
  };
  const call = async (uploads: readonly Upload[], now: string): Promise<Diagnosis> => {
    const serverIpv4 = story.serverIpv4 === undefined ? undefined : redactor.text(story.serverIpv4);
    const { diagnosis, evidence } = await analyse(uploads, { at: now, serverIpv4, earlier });
    earlier = evidence;
    return diagnosis;
  };
  if (story.before !== undefined) {
    const before = story.before.map(({ name, text }) => ({ name, bytes: Buffer.from(text(story.deployment), 'utf8') }));
    await call(await take(before), at);
  }
  for (const { uploads, at: now } of played.turns) diagnoses.push(await call(await take(uploads), now));
  return { played, texts, diagnoses, redactor };
}

const plays = new Map<Story, Promise<Redacted>>();
function redactedOf(story: Story): Promise<Redacted> {
  const known = plays.get(story) ?? redactedPlay(story);
  plays.set(story, known);
  return known;
}

const answerOf = ({ outcome, failedStep, causes, steps, next, then }: Diagnosis, said: (text: string) => string) => ({
  outcome,
  failedStep,
  causes: causes.map(({ id, confidence, code }) => [id, confidence, code]),
  steps: steps.map(({ step, outcome: of }) => `${step} ${of}`),
  next: next === null ? null : said(next.command),
  then: then.map(({ id, runOn }) => `${id} ${runOn}`),
});

const ownOf = ({ deployment }: Story): readonly string[] => [...ownNames(deployment), ...ownAddresses(deployment)];

describe.each(allStories)('Redacted: $title', (story) => {
  it('gives the same steps, outcomes, causes and next command at every turn', async () => {
    const { played, diagnoses, redactor } = await redactedOf(story);
    const [original, redacted] = [played.turns.map(({ diagnosis }) => diagnosis), diagnoses];
    expect(redacted.map((one) => answerOf(one, (text) => text))).toEqual(
      original.map((one) => answerOf(one, redactor.text)),
    );
  });

  it('keeps nothing that is of the model', async () => {
    const { texts } = await redactedOf(story);
    expect(survivors(texts.join('\n'), ownOf(story))).toEqual([]);
  });
});

it('The outputs of nearly every story name something before they are redacted', async () => {
  const naming = await Promise.all(
    allStories.map(async (story) => {
      const { sent } = (await redactedOf(story)).played;
      const texts = [...sent.values()].map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
      return survivors(texts.join('\n'), ownOf(story)).length > 0;
    }),
  );
  expect(naming.filter((names) => names).length).toBeGreaterThan(allStories.length * 0.9);
});
