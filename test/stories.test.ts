/** The virtual client asks for help: every story starts with one output and must end at its true step and cause. */
import { STEP_IDS } from '../analyzers/diagnosis/diagnosis';
import { articleTurns } from './virtual-client/article-order';
import { mean, untilNamed } from './virtual-client/measure';
import { asTheLadder } from './virtual-client/plain-ladder';
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
    const ladder = process.env['LADDER'] ? untilNamed(await play(story, asTheLadder)) : untilNamed(played);
    return {
      story: story.title,
      ours: untilNamed(played),
      asked: played.turns.length,
      ladder,
      article: articleTurns(story),
    };
  };

  it('are at least 100', () => {
    expect(allStories.length).toBeGreaterThanOrEqual(100);
  });

  it('come to the true end in far fewer turns than the article in order, and than the plain ladder', async () => {
    const rows = [];
    for (const story of allStories) rows.push(await rowOf(story));
    const cells = (values: readonly (number | string)[]): string =>
      values.map((value) => String(value).padStart(9)).join('');
    const table = rows.map(({ story, ours, asked, ladder, article }) =>
      [
        cells([article, ladder.turns, ours.turns, ours.commands, asked]),
        ours.named ? '' : ' (not named)',
        `  ${story}`,
      ].join(''),
    );
    const means = {
      article: mean(rows.map(({ article }) => article)),
      ladder: mean(rows.map(({ ladder }) => ladder.turns)),
      turns: mean(rows.map(({ ours }) => ours.turns)),
      commands: mean(rows.map(({ ours }) => ours.commands)),
      asked: mean(rows.map(({ asked }) => asked)),
    };
    process.stdout.write(
      [
        `${cells(['article', 'ladder', 'turns', 'commands', 'until .'])}  story`,
        ...table,
        `${cells(Object.values(means).map((value) => value.toFixed(2)))}  means`,
        `turns to the article's ${(means.turns / means.article).toFixed(2)}, to the ladder's ${(means.turns / means.ladder).toFixed(2)}; single commands ${(means.commands / means.article).toFixed(2)} and ${(means.commands / means.ladder).toFixed(2)}`,
        '',
      ].join('\n'),
    );
    expect(means.turns).toBeLessThanOrEqual(means.article / 3);
    expect(means.commands).toBeLessThan(means.article);
  });
});
