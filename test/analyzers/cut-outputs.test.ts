/** Outputs that were cut make no rung pass that they do not pass whole, beside everything else of their deployment: cuts that fuzzing found. */
import { analyse, type Diagnosis, type Upload } from '../../analyzers/index';
import { completeEvidence } from '../virtual-client/evidence';
import { allStories } from '../virtual-client/stories/all-stories';
import { textOf } from '../virtual-client/variations';

const outcomeOf = ({ steps }: Diagnosis, id: string): string | undefined =>
  steps.find(({ step }) => step === id)?.outcome;

/** The evidence of a story's deployment, and the same with one file that ends before `end`. */
function evidenceOf(title: RegExp, file: string, end: string): readonly [readonly Upload[], readonly Upload[], string] {
  const { deployment } = allStories.find((story) => title.test(story.title))!;
  const whole = completeEvidence(deployment);
  const place = whole.findIndex(({ name }) => name === file);
  const text = textOf(whole[place]!);
  const cut = { name: file, bytes: Buffer.from(text.slice(0, text.indexOf(end)), 'utf8') };
  return [whole, whole.with(place, cut), `${deployment.moment.clock}Z`];
}

const OFFICE = /^In the office the network location server does not answer/;

it.each([['client.location', OFFICE, 'client/ipconfig.txt', 'apter ']])(
  '%s does not pass for a cut where it does not pass whole: %s, %s before "%s"',
  async (step, title, file, end) => {
    const [whole, cut, at] = evidenceOf(title, file, end);
    expect(outcomeOf((await analyse(whole, { at })).diagnosis, step)).not.toBe('passed');
    expect(outcomeOf((await analyse(cut, { at })).diagnosis, step)).not.toBe('passed');
  },
);

it.each([['client.location', OFFICE, 'netsh namespace show effectivepolicy & ipconfig /all']])(
  '%s does not pass for the first of two joined outputs where it does not pass for both: %s, %s',
  async (step, title, typed) => {
    const { deployment } = allStories.find((story) => title.test(story.title))!;
    const outputs = ['client/effectivepolicy.txt', 'client/ipconfig.txt'].map((file) =>
      textOf(completeEvidence(deployment).find(({ name }) => name === file)!),
    );
    const judged = async (parts: readonly string[]): Promise<string | undefined> => {
      const bytes = Buffer.from([`C:\\Windows\\system32>${typed}\r\n`, ...parts].join(''), 'utf8');
      const { diagnosis } = await analyse([{ name: 'pasted-1.txt', bytes }], { at: `${deployment.moment.clock}Z` });
      return outcomeOf(diagnosis, step);
    };
    expect(await judged(outputs)).toBe('failed');
    expect(await judged(outputs.slice(0, 1))).toBe('unknown');
  },
);
