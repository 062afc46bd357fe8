/** Where the answer to a message action belongs: the conversation of the message, in a channel its thread. */
import { TurnContext } from 'botbuilder';

import { conversationKey } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';
import { type ChosenMessage } from './message-action';

export interface ActionPlace {
  /** As the store names it. */
  readonly key: string;
  /** How it is reached, as the SDK gives it. */
  readonly reference: unknown;
}

/** From the compose box of a channel there is no thread yet: the answer begins one. */
export function actionPlace(
  activity: IncomingActivity,
  message: ChosenMessage | null,
  context: TurnContext,
): ActionPlace {
  const given = activity.conversation;
  const reference = TurnContext.getConversationReference(context.activity);
  const root = message?.replyToId ?? message?.id ?? null;
  const isUnthreaded = given?.conversationType === 'channel' && !given.id.includes(THREAD);
  if (given === undefined || root === null || !isUnthreaded) return { key: conversationKey(activity), reference };
  const id = `${given.id}${THREAD}${root}`;
  return {
    key: conversationKey({ ...activity, conversation: { ...given, id } }),
    reference: { ...reference, conversation: { ...reference.conversation, id } },
  };
}

const THREAD = ';messageid=';
