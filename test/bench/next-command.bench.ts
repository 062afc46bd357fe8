/** Turns and single commands to the true end of every story: the article's order, the plain ladder, and what the product asks. */
import { articleTurns } from '../virtual-client/article-order';
import { mean, untilNamed } from '../virtual-client/measure';
import { asTheLadder } from '../virtual-client/plain-ladder';
import { play } from '../virtual-client/play';
import { allStories } from '../virtual-client/stories/all-stories';

it('The article, the plain ladder and the product, story by story', async () => {
  const rows: {
    readonly article: number;
    readonly ladder: number;
    readonly turns: number;
    readonly commands: number;
  }[] = [];
  for (const story of allStories) {
    const [ours, ladder] = [untilNamed(await play(story)), untilNamed(await play(story, asTheLadder))];
    rows.push({ article: articleTurns(story), ladder: ladder.commands, turns: ours.turns, commands: ours.commands });
  }
  const of = (name: 'article' | 'ladder' | 'turns' | 'commands'): number => mean(rows.map((row) => row[name]));
  const means = (['article', 'ladder', 'turns', 'commands'] as const).map((name) => `${name} ${of(name).toFixed(2)}`);
  process.stdout.write(
    `${rows.length} stories: ${means.join(', ')}; of the article ${(of('turns') / of('article')).toFixed(2)}, `,
  );
  process.stdout.write(`of the ladder ${(of('turns') / of('ladder')).toFixed(2)}\n`);
  expect(rows).toHaveLength(allStories.length);
});
