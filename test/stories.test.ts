/** The virtual client asks for help: every story starts with one output and must end at its true step and cause. */
import { CAUSE_IDS, DEPLOYMENT_TRAITS, STEP_IDS } from '../analyzers/diagnosis/diagnosis';
import { articleTurns } from './virtual-client/article-order';
import { mean, untilNamed } from './virtual-client/measure';
import { type Play, play } from './virtual-client/play';
import { wrongQuotes } from './virtual-client/quotes';
import { allStories } from './virtual-client/stories/all-stories';
import { type Story } from './virtual-client/stories/story';

const plays = new Map<Story, Promise<Play>>();

/** Played when first asked for, so that a story that breaks off fails by itself. */
function playOf(story: Story): Promise<Play> {
  const known = plays.get(story) ?? play(story);
  plays.set(story, known);
  return known;
}

const last = ({ turns }: Play) => turns.at(-1)!.diagnosis;
const trail = ({ turns }: Play): string =>
  turns
    .map(({ diagnosis }) => `${diagnosis.failedStep ?? diagnosis.outcome} > ${diagnosis.next?.command ?? '.'}`)
    .join('\n');

describe.each(allStories)('$title', (story) => {
  const expected = story.expect;

  it('ends with nothing left to ask', async () => {
    const played = await playOf(story);
    expect({ ending: played.ending, trail: trail(played) }).toEqual({ ending: 'answered', trail: trail(played) });
  });

  it('comes to the true outcome, step and cause', async () => {
    const played = await playOf(story);
    const { outcome, failedStep, causes } = last(played);
    expect({ outcome, trail: trail(played) }).toEqual({ outcome: expected.outcome, trail: trail(played) });
    expect([null, ...expected.failedStep]).toContain(failedStep);
    expect(failedStep === null).toBe(expected.failedStep.length === 0);
    if (expected.cause !== undefined) expect(expected.cause).toContain(causes[0]?.id);
  });

  it('shows what kind of deployment it is, with the lines that say so', async () => {
    const { deployment } = last(await playOf(story));
    expect(deployment.map(({ id }) => id)).toEqual(expect.arrayContaining([...(story.shows ?? [])]));
    expect(deployment.filter(({ proof }) => proof.length === 0).map(({ text }) => text)).toEqual([]);
  });

  it('never lets a rung pass that is false in the model', async () => {
    const { turns } = await playOf(story);
    const lies = turns.flatMap(({ diagnosis, truth }, turn) =>
      diagnosis.steps
        .filter(({ step, outcome }) => outcome === 'passed' && truth[step] === false)
        .map(({ step, why }) => `turn ${turn + 1}: ${step}: ${why}`),
    );
    expect(lies).toEqual([]);
  });

  it('quotes that very line of that upload, and shows every rung in ladder order', async () => {
    const played = await playOf(story);
    for (const { diagnosis } of played.turns) {
      expect(wrongQuotes(diagnosis, played.sent)).toEqual([]);
      expect(diagnosis.steps.map(({ step }) => step)).toEqual(STEP_IDS);
    }
  });
});

describe('All stories together', () => {
  const rowOf = async (story: Story) => {
    const played = await playOf(story);
    return { title: story.title, ours: untilNamed(played), asked: played.turns.length, article: articleTurns(story) };
  };

  it('are at least 100', () => {
    expect(allStories.length).toBeGreaterThanOrEqual(100);
  });

  it('lead to every cause of the contract', async () => {
    const led = new Set<string>();
    for (const story of allStories) {
      for (const { diagnosis } of (await playOf(story)).turns) led.add(diagnosis.causes[0]?.id ?? '');
    }
    expect(CAUSE_IDS.filter((id) => !led.has(id))).toEqual([]);
  });

  it.each(DEPLOYMENT_TRAITS)('tell the deployment %s once in health and twice in failure', (trait) => {
    const own = allStories.filter(({ shows }) => shows?.includes(trait) === true);
    const failing = own.filter(({ expect: { outcome } }) => outcome === 'failed');
    expect(own.length - failing.length).toBeGreaterThanOrEqual(1);
    expect(failing.length).toBeGreaterThanOrEqual(2);
  });

  it('come to the true end in a third of the turns of the article, and with fewer commands', async () => {
    const rows = await Promise.all(allStories.map(rowOf));
    const cells = (values: readonly (number | string)[]): string =>
      values.map((value) => String(value).padStart(9)).join('');
    const table = rows.map(
      ({ title, ours, asked, article }) =>
        `${cells([article, ours.turns, ours.commands, asked])}  ${title}${ours.named ? '' : ' (not named)'}`,
    );
    const means = {
      article: mean(rows.map(({ article }) => article)),
      turns: mean(rows.map(({ ours }) => ours.turns)),
      commands: mean(rows.map(({ ours }) => ours.commands)),
      asked: mean(rows.map(({ asked }) => asked)),
    };
    process.stdout.write(
      [
        `${cells(['article', 'turns', 'commands', 'until .'])}  story`,
        ...table,
        `${cells(Object.values(means).map((value) => value.toFixed(2)))}  means`,
        `of the article: ${(means.turns / means.article).toFixed(2)} of its turns, ${(means.commands / means.article).toFixed(2)} of its commands`,
        '',
      ].join('\n'),
    );
    expect(means.turns).toBeLessThanOrEqual(means.article / 3);
    expect(means.commands).toBeLessThan(means.article);
  });
});
