/** Draws a file of the bot as Teams would: the question whether it is wanted, or where it can be had. */
import { type BotFile } from '../chat-message';
import { made } from './page-elements';

export function drawnBotFile(file: BotFile, answer: (accept: boolean) => void): HTMLElement {
  const drawn = made('div', 'bot-file');
  drawn.append(made('p', 'file', file.name));
  if (file.kind === 'taken') {
    const link = made('a', '', 'Download');
    link.href = file.path;
    link.download = file.name;
    link.setAttribute('aria-label', `Download ${file.name}`);
    drawn.append(link);
    return drawn;
  }
  drawn.append(
    made('p', '', file.description),
    button('Allow', file, () => answer(true)),
    button('Decline', file, () => answer(false)),
  );
  return drawn;
}

function button(title: string, { name }: BotFile, press: () => void): HTMLButtonElement {
  const created = made('button', '', title);
  created.type = 'button';
  created.setAttribute('aria-label', `${title} ${name}`);
  created.addEventListener('click', press);
  return created;
}
