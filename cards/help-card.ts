/** The answer to help: what can be sent, what can be written, and what the buttons do. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type ChatWord, EVERYDAY_WORDS, OTHER_WORDS, PROMPT_WORDS } from './chat-words';
import { type AdaptiveCard, type Container, type Element } from './elements';
import { FORMATS } from './first-command';
import { card, heading, run, text, title, value } from './kit';
import { row } from './row';
import { words } from './words';

export function helpCard(context: CardContext): AdaptiveCard {
  const said = words`What you can send and write`;
  return card(`${said}. Send what a command printed. Write next for the command to run, or note for the ticket.`, [
    title(said),
    text(
      words`Send what a command printed: paste it, attach it, or put several files into one zip. In a channel or a group chat, mention me.`,
      { spacing: 'Small' },
    ),
    {
      type: 'Container',
      items: [heading(words`Or write one of these`), ...lines(EVERYDAY_WORDS)],
      spacing: 'Medium',
    } satisfies Container,
    ...row({ id: 'others', said: words`More about a case`, spacing: 'Medium', content: lines(OTHER_WORDS) }),
    ...row({ id: 'prompts', said: words`When I ask again`, spacing: 'Small', content: lines(PROMPT_WORDS) }),
    ...row({ id: 'formats', said: words`What I can read`, spacing: 'Small', content: [text(FORMATS)] }),
    ...buttons(['collect', 'sample'], ['steps'], context),
  ]);
}

/** The word as it is written, and what it does. */
const lines = (known: readonly ChatWord[]): readonly Element[] =>
  known.map(({ written, does }) =>
    value([run(written, { fontType: 'Monospace', weight: 'Bolder' }), run(`: ${does}`)], 'Small'),
  );
