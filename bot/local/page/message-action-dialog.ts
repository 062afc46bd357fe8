/** The dialog of the message action, as Teams opens it: on a message, or from the compose box. */
import { type SentMessageAction } from '../chat-message';
import { drawnCard } from './card-view';
import { element, made } from './page-elements';
import { sendMessageAction } from './server-calls';
import { type Theme } from './theme';

/** What the action is called wherever it is offered, as in the manifest. */
export const ACTION_TITLE = 'Analyze with Tunnel Triage';

export interface MessageActionDialog {
  /** `messageId` is null from the compose box. */
  readonly open: (messageId: string | null) => void;
}

/** `say` shows a sentence in the status line. */
export function createMessageActionDialog(theme: Theme, say: (sentence: string) => void): MessageActionDialog {
  const dialog = element('action', HTMLDialogElement);
  const content = element('action-content', HTMLDivElement);
  const fail = (error: unknown): void => say(error instanceof Error ? error.message : 'That did not work.');

  const step = async (messageId: string | null, data: SentMessageAction['data']): Promise<void> => {
    const { said, card } = await sendMessageAction({ messageId, data });
    if (card === null) {
      dialog.close();
      say(said ?? '');
      return;
    }
    const send = (inputs: Readonly<Record<string, unknown>>): void => void step(messageId, inputs).catch(fail);
    const drawn = await drawnCard(card, theme.current(), ({ data: inputs }) => send(inputs));
    content.replaceChildren(drawn);
    if (!dialog.open) dialog.showModal();
    content.querySelector<HTMLElement>('input, textarea, button')?.focus();
  };

  element('action-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => content.replaceChildren());
  return { open: (messageId) => void step(messageId, null).catch(fail) };
}

/** The entry of a message's menu, seen while the message is pointed at or has the focus. */
export function messageActionButton(press: () => void): HTMLButtonElement {
  const button = made('button', 'act', '⋯');
  button.type = 'button';
  button.title = ACTION_TITLE;
  button.setAttribute('aria-label', ACTION_TITLE);
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', press);
  return button;
}
