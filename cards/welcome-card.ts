/** The card of a newcomer, and the answer to help: what the bot does, one command to begin with, what happens to files. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Container } from './elements';
import { FIRST_COMMAND, FORMATS } from './first-command';
import { card, heading, text, title } from './kit';
import { commandBlock } from './next-command-part';
import { row } from './row';
import { type Words, words } from './words';

/** `keepsFiles`: the operator keeps the raw files, which is said. */
export function welcomeCard(context: CardContext, keepsFiles = false): AdaptiveCard {
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
        after: 'Paste the output here, or attach it as a file. One window with several outputs is fine.',
      }),
      paragraph(
        words`Or collect everything at once`,
        words`One script gathers all that I can use into one zip. It changes nothing on the client.`,
      ),
      paragraph(
        words`If you know the server`,
        words`Write: server 131.107.0.2, with its first public IPv4 address. I reckon the tunnel endpoints from it where the rules were not sent.`,
      ),
      paragraph(words`What happens to your files`, keepsFiles ? KEPT : NOT_KEPT),
      ...row({ id: 'formats', said: words`What I can read`, spacing: 'Medium', content: [text(FORMATS)] }),
      ...row({ id: 'messages', said: words`What you can write`, spacing: 'Small', content: [text(MESSAGES)] }),
      ...buttons(['collect', 'sample'], ['steps'], context),
    ],
  );
}

const NOT_KEPT = words`They are read by this bot only. I keep the lines that prove a step, not the files.`;
const KEPT = words`They are read by this bot only. I keep the lines that prove a step, and whoever runs me keeps the files.`;
const MESSAGES = words`help, steps, next, note, new case, solved, script (or script server), explain with a code (explain 13801), or the address of the server. What is waiting lists the open cases. Tomorrow, in an hour and stop asking answer a reminder; ask me again and settings say when I remind.`;

const paragraph = (said: Words, below: Words): Container => ({
  type: 'Container',
  items: [heading(said), text(below, { spacing: 'Small' })],
  spacing: 'Medium',
});
