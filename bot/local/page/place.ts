/** Where a person writes: the personal chat, or the channel, where a message begins a thread or replies in one. */
import { type SentToChannel } from '../chat-message';
import { element } from './page-elements';

export interface Place {
  /** null in the personal chat. */
  readonly channel: () => SentToChannel | null;
  /** The next messages go into a thread. */
  readonly replyIn: (thread: string, title: string) => void;
}

export function startPlace(): Place {
  const choice = element('place', HTMLSelectElement);
  const personal = element('transcript', HTMLElement);
  const channel = element('channel', HTMLElement);
  const options = element('channel-options', HTMLElement);
  const mention = element('mention', HTMLInputElement);
  const where = element('where', HTMLElement);
  const anew = element('new-thread', HTMLButtonElement);
  let thread: string | null = null;

  const replyIn = (to: string | null, title: string): void => {
    thread = to;
    where.textContent = to === null ? 'Begins a new thread.' : `Replies to: ${title}`;
    anew.hidden = to === null;
    element('message', HTMLTextAreaElement).focus();
  };
  const show = (): void => {
    const inChannel = choice.value === 'channel';
    personal.hidden = inChannel;
    channel.hidden = !inChannel;
    options.hidden = !inChannel;
  };
  choice.addEventListener('change', show);
  anew.addEventListener('click', () => replyIn(null, ''));
  // A browser keeps what was chosen before a page was loaded again.
  show();
  return {
    channel: () => (choice.value === 'channel' ? { thread, mention: mention.checked } : null),
    replyIn,
  };
}
