/** The skeleton of a card: its face, its export and an example for its golden. */
import { camel, type Skeleton } from './skeleton';

/** `name` is what the golden is called, like `maintenance`. */
export function cardSkeleton(name: string): Skeleton {
  const maker = `${camel(name)}Card`;
  const title = name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' ');
  return {
    files: [{ path: `cards/${name}-card.ts`, text: face(maker, title) }],
    rows: [
      {
        path: 'cards/index.ts',
        where: 'before',
        line: /^export \{ welcomeCard \}/,
        row: `export { ${maker} } from './${name}-card';`,
      },
      { path: 'test/support/card-examples.ts', where: 'before', line: /^ {2}welcomeCard,/, row: `  ${maker},` },
      {
        path: 'test/support/card-examples.ts',
        where: 'before',
        line: /^ {2}welcomeCard: /,
        row: `  ${maker}: { ${name.includes('-') ? `'${name}'` : name}: ${maker}('What the person reads.', context) },`,
      },
    ],
    todo: [
      `Say it in cards/${name}-card.ts: our own words in words\`…\`, everything from a diagnosis or a person in value(…).`,
      'Look at it: npm run cards, or in the terminal drawCard; then npm run golden.',
      'Put it where the bot answers with it, in bot/teams.',
    ],
  };
}

const face = (maker: string, title: string): string => `/** ${title}: when the bot answers with it, in one sentence. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard } from './elements';
import { card, title, value } from './kit';
import { words } from './words';

export function ${maker}(said: string, context: CardContext): AdaptiveCard {
  const heading = words\`${title}\`;
  return card(\`\${heading}. \${said}\`, [title(heading), value(said, 'Small'), ...buttons(['note'], [], context)]);
}
`;
