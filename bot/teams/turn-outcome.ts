/** What became of an activity within its turn, and how Teams is told: every invoke has an answer of its own form. */
import { ActivityTypes, type TurnContext } from 'botbuilder';

import { inLanguage, languageOf, sentenceInLanguage } from '../../cards/index';
import { DIALOG_TITLE, type DialogAnswer, dialogBody } from './dialog';
import { CONSENT_INVOKE } from './file-consent';
import { type IncomingActivity } from './incoming-activity';
import { isMessageAction } from './message-action';
import { type PressAnswer } from './press-answer';

/** What became of an activity within its turn. */
export type Outcome =
  | PressAnswer
  | DialogAnswer
  | { readonly kind: 'answered-later'; readonly key: string; readonly hasFiles: boolean }
  | { readonly kind: 'repeated' | 'nothing' | 'not-implemented' };

/** Universal Action Model: 200 with a body that has a status of its own. Other activities have no answer of their turn but a sentence. */
export async function answerInTurn(
  { type, ...activity }: IncomingActivity,
  context: TurnContext,
  outcome: Outcome,
): Promise<void> {
  const language = languageOf(activity.locale);
  if (type !== 'invoke') {
    // A card in the place of the pressed one is on its way as an update; a message has no other answer within the turn.
    if (outcome.kind === 'said' && type === 'message')
      await context.sendActivity(sentenceInLanguage(outcome.sentence, language));
    return;
  }
  if (outcome.kind === 'not-implemented') {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 501 } });
    return;
  }
  if (activity['name'] === CONSENT_INVOKE) {
    // It has no body that anybody shows; a sentence here says that nothing was taken in.
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: outcome.kind === 'said' ? 500 : 200 },
    });
    return;
  }
  const body = isMessageAction({ type, ...activity })
    ? dialogBody(
        outcome.kind === 'dialog'
          ? { ...outcome, card: inLanguage(outcome.card, language) }
          : { kind: 'said', sentence: sentenceInLanguage(sentenceOf(outcome), language) },
        sentenceInLanguage(DIALOG_TITLE, language),
      )
    : outcome.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: inLanguage(outcome.card, language) }
      : {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: sentenceInLanguage(sentenceOf(outcome), language),
        };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

const sentenceOf = (outcome: Outcome): string =>
  outcome.kind === 'said' ? outcome.sentence : 'This was done already.';
