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
