/** Properties over the full evidence of every story: what changes nothing, and what never makes a rung pass. */
import { analyse, type Diagnosis, type StepId, type Upload } from '../analyzers/index';
import { completeEvidence } from './virtual-client/evidence';
import { wrongQuotes } from './virtual-client/quotes';
import { allStories } from './virtual-client/stories/all-stories';
import { type Story } from './virtual-client/stories/story';
import { truth } from './virtual-client/truth';
import { DECODERS, doubled, ENCODINGS, reencoded, shuffled, textOf } from './virtual-client/variations';

/** Stories that share a deployment share their evidence. */
const stories = allStories.filter(
  ({ deployment }, index) =>
    allStories.findIndex((other) => JSON.stringify(other.deployment) === JSON.stringify(deployment)) === index,
);

const diagnose = ({ deployment }: Story, uploads: readonly Upload[]): Diagnosis =>
  analyse(uploads, { at: `${deployment.moment.clock}Z` }).diagnosis;

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
  const whole = diagnose(story, evidence);

  it('is judged without a false passed, with exact quotes', () => {
    const facts = truth(story.deployment);
    expect(passedIn(whole).filter((step) => facts[step] === false)).toEqual([]);
    expect(wrongQuotes(whole, byName(evidence))).toEqual([]);
  });

  it('gives the same diagnosis in any order of the uploads', () => {
    for (const seed of [1, 7, 42]) {
      expect(essence(diagnose(story, shuffled(evidence, seed)))).toEqual(essence(whole));
    }
  });

  it.each(Object.keys(ENCODINGS))('gives the same diagnosis in %s', (name) => {
    const encoded = reencoded(evidence, ENCODINGS[name]!);
    const diagnosis = diagnose(story, encoded);
    expect(essence(diagnosis)).toEqual(essence(whole));
    expect(wrongQuotes(diagnosis, byName(encoded), DECODERS[name])).toEqual([]);
  });

  it('gives the same diagnosis when everything is sent twice', () => {
    expect(essence(diagnose(story, doubled(evidence)))).toEqual(essence(whole));
  });
});

/** Offsets at which a file is cut: at line starts and in the middle of lines, at most this many of each. */
const CUTS = 12;

function cuts(text: string): readonly number[] {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const every = Math.max(1, Math.ceil(starts.length / CUTS));
  const atLines = starts.filter((_, place) => place % every === 0);
  return [
    ...new Set([0, ...atLines, ...atLines.map((offset) => offset - 3), ...atLines.map((offset) => offset + 9)]),
  ].filter((offset) => offset >= 0 && offset < text.length);
}

describe.each(stories)('Cut short: $title', (story) => {
  const evidence = completeEvidence(story.deployment);
  const allowed = new Set(passedIn(diagnose(story, evidence)));

  it('no file that stops early makes a rung pass that the whole evidence does not', () => {
    const wrong = evidence.flatMap((upload, place) =>
      cuts(textOf(upload)).flatMap((offset) => {
        const cut = { ...upload, bytes: Buffer.from(textOf(upload).slice(0, offset), 'utf8') };
        const diagnosis = diagnose(story, evidence.with(place, cut));
        return passedIn(diagnosis)
          .filter((step) => !allowed.has(step))
          .map((step) => `${upload.name} cut at ${offset}: ${step}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('a cut file alone never makes a rung pass that the whole file does not', () => {
    const wrong = evidence.flatMap((upload) => {
      const alone = new Set(passedIn(diagnose(story, [upload])));
      return cuts(textOf(upload)).flatMap((offset) => {
        const cut = { ...upload, bytes: Buffer.from(textOf(upload).slice(0, offset), 'utf8') };
        return passedIn(diagnose(story, [cut]))
          .filter((step) => !alone.has(step))
          .map((step) => `${upload.name} cut at ${offset}: ${step}`);
      });
    });
    expect(wrong).toEqual([]);
  });
});
