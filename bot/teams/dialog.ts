/** What a client gets within the turn of a message action: a dialog with a card, or a sentence. */
import { type AdaptiveCard } from '../../cards/index';

export type DialogAnswer =
  | { readonly kind: 'dialog'; readonly card: AdaptiveCard; readonly size: 'medium' | 'large' }
  | { readonly kind: 'said'; readonly sentence: string };

export const DIALOG_TITLE = 'Analyze with Tunnel Triage';

/** Microsoft Learn, "Create and send the task module": `continue` shows the card, `message` a sentence with a button that closes it. */
export const dialogBody = (answer: DialogAnswer, title: string) =>
  answer.kind === 'said'
    ? { task: { type: 'message', value: answer.sentence } }
    : {
        task: {
          type: 'continue',
          value: {
            title,
            height: answer.size,
            width: answer.size,
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card },
          },
        },
      };
