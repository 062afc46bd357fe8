/** The virtual client asks for help: every story starts with one output and must end at its true step and cause. */
import { CAUSE_IDS, DEPLOYMENT_TRAITS, STEP_IDS } from '../analyzers/diagnosis/diagnosis';
import { articleTurns } from './virtual-client/article-order';
import { mean, untilNamed } from './virtual-client/measure';
import { asTheLadder } from './virtual-client/plain-ladder';
import { type Play, play } from './virtual-client/play';
import { wrongQuotes } from './virtual-client/quotes';
import { allStories } from './virtual-client/stories/all-stories';
import { BUNDLE_KINDS, type Story } from './virtual-client/stories/story';

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
    return {
      title: story.title,
      ours: untilNamed(played),
      asked: played.turns.length,
      article: articleTurns(story),
      ladder: untilNamed(await play(story, asTheLadder)).commands,
    };
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

  it('lead to every kind of bundle', () => {
    const told = allStories.map(({ bundle }) => bundle);
    expect(BUNDLE_KINDS.filter((kind) => !told.includes(kind))).toEqual([]);
  });

  it('have clients and servers that speak different languages, each once healthy and several times failing', () => {
    const mixed = allStories.filter(({ speaks: { client = [], server = [] } = {} }) =>
      server.some((language) => !client.includes(language)),
    );
    const failing = mixed.filter(({ expect: { outcome } }) => outcome === 'failed');
    expect(failing.length).toBeGreaterThanOrEqual(2);
    expect(mixed.length - failing.length).toBeGreaterThanOrEqual(1);
  });

  it('come to the true end in about a fifth of the turns of the article and of the ladder, and with fewer commands', async () => {
    const rows = await Promise.all(allStories.map(rowOf));
    const cells = (values: readonly (number | string)[]): string =>
      values.map((value) => String(value).padStart(9)).join('');
    const table = rows.map(
      ({ title, ours, asked, article, ladder }) =>
        `${cells([article, ladder, ours.turns, ours.commands, asked])}  ${title}${ours.named ? '' : ' (not named)'}`,
    );
    const means = {
      article: mean(rows.map(({ article }) => article)),
      ladder: mean(rows.map(({ ladder }) => ladder)),
      turns: mean(rows.map(({ ours }) => ours.turns)),
      commands: mean(rows.map(({ ours }) => ours.commands)),
      asked: mean(rows.map(({ asked }) => asked)),
    };
    const shares = {
      ofArticle: means.turns / means.article,
      ofLadder: means.turns / means.ladder,
      commands: means.commands / means.article,
    };
    process.stdout.write(
      [
        `${cells(['article', 'ladder', 'turns', 'commands', 'until .'])}  story`,
        ...table,
        `${cells(Object.values(means).map((value) => value.toFixed(2)))}  means`,
        `of the article: ${shares.ofArticle.toFixed(2)} of its turns, ${shares.commands.toFixed(2)} of its commands; of the ladder: ${shares.ofLadder.toFixed(2)} of its turns`,
        '',
      ].join('\n'),
    );
    expect(rows.filter(({ ours }) => !ours.named).map(({ title }) => title)).toEqual([]);
    expect(shares.ofArticle).toBeLessThan(0.22);
    expect(shares.ofLadder).toBeLessThan(0.22);
    expect(shares.commands).toBeLessThan(0.65);
  }, 120_000);
});
