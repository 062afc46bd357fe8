/** Properties over the full evidence of every story: what changes nothing, and what never makes a rung pass. */
import { analyse, type Diagnosis, type StepId, type Upload } from '../analyzers/index';
import { completeEvidence } from './virtual-client/evidence';
import { wrongQuotes } from './virtual-client/quotes';
import { allStories } from './virtual-client/stories/all-stories';
import { type Story } from './virtual-client/stories/story';
import { truth } from './virtual-client/truth';
import { DECODERS, encodingsOf, repeated, ENCODINGS, reencoded, shuffled, textOf } from './virtual-client/variations';

/** Stories that share a deployment share their evidence. */
const stories = allStories.filter(
  ({ deployment }, index) =>
    allStories.findIndex((other) => JSON.stringify(other.deployment) === JSON.stringify(deployment)) === index,
);

/**
 * The variations cost many analyses each, so a sample with a fixed seed stands for all; the one of all evidence is of every story. Cuts are among
 * the mutants of `test/fuzz` too.
 */
const SAMPLED = Number(process.env['SAMPLED_STORIES'] ?? 40);
const sampled = shuffled(stories, 2009).slice(0, SAMPLED);

const diagnose = async ({ deployment }: Story, uploads: readonly Upload[]): Promise<Diagnosis> =>
  (await analyse(uploads, { at: `${deployment.moment.clock}Z` })).diagnosis;

/** What must stay the same: not the reports of the uploads, which tell their encoding. */
function essence({ outcome, failedStep, steps, causes, next, then }: Diagnosis) {
  return {
    outcome,
    failedStep,
    steps: steps.map(({ step, outcome: verdict, why }) => ({ step, verdict, why })),
    causes: causes.map(({ id, confidence, code, title }) => ({ id, confidence, code, title })),
    next,
    then,
  };
}

const passedIn = ({ steps }: Diagnosis): readonly StepId[] =>
  steps.filter(({ outcome }) => outcome === 'passed').map(({ step }) => step);

const byName = (uploads: readonly Upload[]): ReadonlyMap<string, Upload> =>
  new Map(uploads.map((upload) => [upload.name, upload]));

describe.each(stories)('All evidence at once: $title', (story) => {
  const evidence = completeEvidence(story.deployment);
  let whole: Diagnosis;
  beforeAll(async () => {
    whole = await diagnose(story, evidence);
  });

  it('is judged without a false passed, with exact quotes', () => {
    const facts = truth(story.deployment);
    expect(passedIn(whole).filter((step) => facts[step] === false)).toEqual([]);
    expect(wrongQuotes(whole, byName(evidence))).toEqual([]);
  });
});

describe.each(sampled)('The same evidence in other clothes: $title', (story) => {
  const evidence = completeEvidence(story.deployment);
  let whole: Diagnosis;
  beforeAll(async () => {
    whole = await diagnose(story, evidence);
  });

  it('gives the same diagnosis in any order of the uploads', async () => {
    for (const seed of [1, 7, 42]) {
      expect(essence(await diagnose(story, shuffled(evidence, seed)))).toEqual(essence(whole));
    }
  });

  it.each(encodingsOf(evidence))('gives the same diagnosis in %s', async (name) => {
    const encoded = reencoded(evidence, ENCODINGS[name]!);
    const diagnosis = await diagnose(story, encoded);
    expect(essence(diagnosis)).toEqual(essence(whole));
    expect(wrongQuotes(diagnosis, byName(encoded), DECODERS[name])).toEqual([]);
  });

  it('gives the same diagnosis when everything is sent again', async () => {
    expect(essence(await diagnose(story, repeated(evidence)))).toEqual(essence(whole));
  });
});

const cutAt = (upload: Upload, offset: number): Upload => ({
  ...upload,
  bytes: Buffer.from(textOf(upload).slice(0, offset), 'utf8'),
});

/** Every line of a file, its end left off, and three places in the middle of each line. */
function everyCut(text: string): readonly number[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const inLine = starts.flatMap((start, place) => {
    const length = (starts[place + 1] ?? text.length) - start;
    return [-2, 0, 9, Math.floor(length / 2), length - 3].map((offset) => start + offset);
  });
  return [...new Set(inLine)].filter((offset) => offset >= 0 && offset < text.length);
}

/** What tells the tunnels is cut beside all other files in every story, of the rest each file in every so many stories. */
const TELLS_TUNNELS = /consec|[mq]msa/;
const STORIES_PER_FILE = 4;
const CUTS_AMONG_OTHERS = 2;

describe.each(sampled.map((story, turn) => ({ ...story, turn })))('Cut short: $title', ({ turn, ...story }) => {
  it('no file that stops early makes a rung pass that the whole evidence does not', async () => {
    const evidence = completeEvidence(story.deployment);
    const allowed = new Set(passedIn(await diagnose(story, evidence)));
    const wrong: string[] = [];
    for (const [place, upload] of evidence.entries()) {
      if (!TELLS_TUNNELS.test(upload.name) && (place + turn) % STORIES_PER_FILE !== 0) continue;
      const offsets = shuffled(everyCut(textOf(upload)), place + turn).slice(0, CUTS_AMONG_OTHERS);
      for (const offset of offsets) {
        const passed = passedIn(await diagnose(story, evidence.with(place, cutAt(upload, offset))));
        const lies = passed.filter((step) => !allowed.has(step));
        wrong.push(...lies.map((step) => `${upload.name} cut at ${offset}: ${step}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Files that several stories share are cut once. */
const distinctFiles = [
  ...new Map(
    sampled.flatMap((story) =>
      completeEvidence(story.deployment).map(
        (upload) => [`${upload.name}\n${textOf(upload)}`, { story, upload }] as const,
      ),
    ),
  ).values(),
];

describe.each([...new Set(distinctFiles.map(({ upload }) => upload.name))])('%s by itself', (name) => {
  it('passes no rung when it is cut anywhere that it does not pass whole', async () => {
    const wrong: string[] = [];
    for (const { story, upload } of distinctFiles.filter((file) => file.upload.name === name)) {
      const allowed = new Set(passedIn(await diagnose(story, [upload])));
      for (const offset of everyCut(textOf(upload))) {
        const passed = passedIn(await diagnose(story, [cutAt(upload, offset)]));
        wrong.push(...passed.filter((step) => !allowed.has(step)).map((step) => `cut at ${offset}: ${step}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});
