/** The messages on the page, kept as the local chat tells them. */
import { type ChatEvent, type ChatMessage } from '../chat-message';
import { drawnBotFile } from './bot-file-view';
import { drawnCard, type Pressed } from './card-view';
import { type MessagePlaces } from './message-places';
import { messageActionButton } from './message-action-dialog';
import { made } from './page-elements';
import { sendAction, sendConsent } from './server-calls';
import { type Theme } from './theme';

export interface TranscriptView {
  readonly on: (event: ChatEvent) => void;
  readonly connected: (is: boolean) => void;
  /** Shows a sentence in the status line. */
  readonly say: (sentence: string) => void;
  readonly fail: (error: unknown) => void;
}

/** How long "is reading" stands without another word, in milliseconds. */
const TYPING_MS = 20_000;
const TYPING = 'Tunnel Triage is reading…';

/** `places` says which messages are shown, and where in the list. */
export function createTranscriptView(
  list: HTMLElement,
  status: HTMLElement,
  theme: Theme,
  places: MessagePlaces,
  act: (messageId: string) => void,
): TranscriptView {
  let messages: readonly ChatMessage[] = [];
  let typingTimer: number | undefined;
  // Cards are drawn after their host configuration came: one change waits for the other, so that none overtakes.
  let drawing: Promise<void> = Promise.resolve();

  const say = (sentence: string): void => {
    clearTimeout(typingTimer);
    status.textContent = sentence;
  };
  const fail = (error: unknown): void => say(error instanceof Error ? error.message : 'That did not work.');
  const press = async (message: ChatMessage, pressed: Pressed): Promise<void> => {
    say(TYPING);
    const { said } = await sendAction({ messageId: message.id, ...pressed });
    if (said === null) return;
    say(said);
    articleOf(list, message.id)?.querySelector('.said')?.remove();
    articleOf(list, message.id)?.append(made('p', 'said', said));
  };
  const draw = async (message: ChatMessage): Promise<void> => {
    const article = await drawnMessage(message, theme, (pressed) => void press(message, pressed).catch(fail));
    if (message.botFile !== null) {
      const answer = (accept: boolean): void => void sendConsent({ messageId: message.id, accept }).catch(fail);
      article.append(drawnBotFile(message.botFile, answer));
    }
    if (message.from === 'person') article.append(messageActionButton(() => act(message.id)));
    const old = articleOf(list, message.id);
    if (old === null) {
      places.within(list, message).append(article);
      scrollTo(list, article);
      return;
    }
    const hadFocus = old.contains(document.activeElement);
    replaceInPlace(list, old, article);
    if (hadFocus) article.focus();
  };
  const later = (work: () => Promise<void> | void): void => {
    drawing = drawing.then(work).catch(fail);
  };
  const redrawAll = (): void => {
    later(async () => {
      list.replaceChildren();
      for (const message of messages) await draw(message);
    });
  };

  theme.changed(redrawAll);
  return {
    say,
    fail,
    connected: (is) => say(is ? '' : 'The bot does not answer. Waiting for it to come back…'),
    on: (event) => {
      if (event.kind === 'typing') {
        say(TYPING);
        typingTimer = window.setTimeout(() => say(''), TYPING_MS);
      } else if (event.kind === 'all') {
        messages = event.messages.filter(places.shows);
        redrawAll();
      } else if (event.kind === 'removed') {
        messages = messages.filter(({ id }) => id !== event.id);
        later(() => articleOf(list, event.id)?.remove());
      } else if (places.shows(event.message)) {
        const { message } = event;
        const known = messages.some(({ id }) => id === message.id);
        messages = known ? messages.map((each) => (each.id === message.id ? message : each)) : [...messages, message];
        if (message.from === 'bot' && !known) say('');
        later(() => draw(message));
      }
    },
  };
}

const articleOf = (list: HTMLElement, id: string): HTMLElement | null =>
  list.querySelector<HTMLElement>(`article[data-id="${CSS.escape(id)}"]`);

async function drawnMessage(
  message: ChatMessage,
  theme: Theme,
  pressed: (press: Pressed) => void,
): Promise<HTMLElement> {
  const article = made('article', message.card === null ? message.from : `${message.from} card`);
  article.dataset['id'] = message.id;
  article.tabIndex = -1;
  article.setAttribute('aria-label', message.from === 'bot' ? 'Tunnel Triage' : 'You');
  if (message.text !== '') article.append(made(message.text.includes('\n') ? 'pre' : 'p', 'text', message.text));
  article.append(...message.files.map(({ name }) => made('p', 'file', name)));
  if (message.card !== null) article.append(await drawnCard(message.card, theme.current(), pressed));
  return article;
}

/** An earlier card that becomes shorter must not move the last one, which is being read. */
function replaceInPlace(list: HTMLElement, old: HTMLElement, article: HTMLElement): void {
  const last = list.querySelector('article:last-of-type') === old ? null : list.lastElementChild;
  const top = last?.getBoundingClientRect().top ?? 0;
  old.replaceWith(article);
  if (last !== null) list.scrollTop += last.getBoundingClientRect().top - top;
}

/** A long card is read from its top. */
const scrollTo = (list: HTMLElement, article: HTMLElement): void => {
  list.scrollTop = article.offsetTop - list.offsetTop - 8;
};
