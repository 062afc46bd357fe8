/** Where a message stands on the page: one after the other in the personal chat, by threads in the channel. */
import { type ChatMessage } from '../chat-message';
import { made } from './page-elements';

export interface MessagePlaces {
  readonly shows: (message: ChatMessage) => boolean;
  /** The part of the list that the message belongs to; made where it is the first. */
  readonly within: (list: HTMLElement, message: ChatMessage) => HTMLElement;
}

export const PERSONAL_CHAT: MessagePlaces = {
  shows: ({ thread }) => thread === null,
  within: (list) => list,
};

const MAX_TITLE_CHARACTERS = 40;

/** `replyIn` is called with a thread and its title when somebody wants to write there. */
export const threadsOf = (replyIn: (thread: string, title: string) => void): MessagePlaces => ({
  shows: ({ thread }) => thread !== null,
  within: (list, message) => {
    const thread = message.thread ?? '';
    const known = list.querySelector<HTMLElement>(`section[data-thread="${CSS.escape(thread)}"]`);
    if (known !== null) return known.querySelector<HTMLElement>('.posts') ?? known;
    const title = titleOf(message);
    const section = made('section', 'thread');
    section.dataset['thread'] = thread;
    section.setAttribute('aria-label', `Thread: ${title}`);
    const posts = made('div', 'posts');
    const reply = made('button', 'reply', 'Reply in thread');
    reply.type = 'button';
    reply.addEventListener('click', () => replyIn(thread, title));
    section.append(posts, reply);
    list.append(section);
    return posts;
  },
});

/** Its first words, or the name of its file. */
function titleOf({ text, files }: ChatMessage): string {
  const words = text.split('\n')[0]?.trim() ?? '';
  const title = words === '' ? (files[0]?.name ?? 'a message') : words;
  return title.length > MAX_TITLE_CHARACTERS ? `${title.slice(0, MAX_TITLE_CHARACTERS)}…` : title;
}
