/** The virtual client asks for help: every story starts with one output and must end at its true step and cause. */
import { STEP_IDS } from '../analyzers/diagnosis/diagnosis';
import { articleTurns } from './virtual-client/article-order';
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
    const { turns, commands } = await playOf(story);
    return { story: story.title, turns: turns.length, commands, article: articleTurns(story) };
  };
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('are at least 32', () => {
    expect(allStories.length).toBeGreaterThanOrEqual(32);
  });

  it('take on average at most half the turns of the article in order', async () => {
    const rows = await Promise.all(allStories.map(rowOf));
    const table = rows.map(({ story, turns, commands, article }) =>
      [String(turns).padStart(5), String(commands).padStart(8), String(article).padStart(7), ` ${story}`].join(' '),
    );
    const means = [
      mean(rows.map(({ turns }) => turns)),
      mean(rows.map(({ commands }) => commands)),
      mean(rows.map(({ article }) => article)),
    ];
    const heading = 'turns commands article story';
    process.stdout.write(
      `${[heading, ...table, `means: ${means.map((value) => value.toFixed(2)).join(', ')}`].join('\n')}\n`,
    );
    expect(means[0]).toBeLessThanOrEqual((means[2] ?? 0) / 2);
  });
});
