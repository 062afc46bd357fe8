/** The card of a newcomer: what the bot does, one command to begin with, what happens to files. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Container } from './elements';
import { FIRST_COMMAND, FORMATS } from './first-command';
import { card, heading, text, title } from './kit';
import { commandBlock } from './next-command-part';
import { row } from './row';
import { type Words, words } from './words';

export function welcomeCard(context: CardContext): AdaptiveCard {
  return card(
    'Send me the output of a DirectAccess client, and I name the tunnel step that failed and the command to run next.',
    [
      title(words`Which tunnel step failed?`),
      text(
        words`Send me what a DirectAccess client printed. I name the step that failed, quote the line that proves it, and say what to run next.`,
        { spacing: 'Small' },
      ),
      commandBlock({
        said: words`Start with this`,
        command: FIRST_COMMAND.command,
        place: FIRST_COMMAND,
        computer: null,
        after:
          'Paste the output here, or attach it as a file. One window with several outputs is fine. Write help for all else.',
      }),
      paragraph(
        words`Or collect everything at once`,
        words`One script gathers all that I can use into one zip. It changes nothing on the client.`,
      ),
      paragraph(
        words`What happens to your files`,
        words`They are read by this bot only. I keep the lines that prove a step, not the files.`,
      ),
      ...row({ id: 'formats', said: words`What I can read`, spacing: 'Medium', content: [text(FORMATS)] }),
      ...buttons(['collect', 'sample'], ['steps'], context),
    ],
  );
}

const paragraph = (said: Words, below: Words): Container => ({
  type: 'Container',
  items: [heading(said), text(below, { spacing: 'Small' })],
  spacing: 'Medium',
});
