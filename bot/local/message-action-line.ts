/** The message action of the local chat, in the form in which Teams sends it, and what the bot's dialog has in it. */
import { z } from 'zod';

import { type AdaptiveCard } from '../../cards/elements';
import { ANALYZE_COMMAND } from '../teams/message-action';
import { linkOf } from './channel-posts';
import { PERSON } from './chat-identity';
import { type ChatMessage, type MessageActionAnswer, type SentMessageAction } from './chat-message';

/** The part of the activity that names the action. `message` is null from the compose box. */
export const messageActionInvoke = ({ data }: SentMessageAction, message: ChatMessage | null, origin: string) => ({
  type: 'invoke',
  name: data === null ? 'composeExtension/fetchTask' : 'composeExtension/submitAction',
  value: {
    commandId: ANALYZE_COMMAND,
    commandContext: message === null ? 'compose' : 'message',
    context: { theme: 'default' },
    ...(message === null ? {} : { messagePayload: payloadOf(message, origin) }),
    ...(data === null ? {} : { data }),
  },
});

/** As Graph has a message: its files are links to where they are kept. */
const payloadOf = ({ id, text, files }: ChatMessage, origin: string) => ({
  id,
  body: { contentType: 'text', content: text },
  from: { user: { id: PERSON.aadObjectId, displayName: PERSON.name } },
  attachments: files.map((file) => ({
    id: file.id,
    contentType: 'reference',
    contentUrl: linkOf(origin, file),
    name: file.name,
  })),
});

const taskAnswer = z.looseObject({
  task: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('message'), value: z.string() }),
    z.looseObject({
      type: z.literal('continue'),
      value: z.looseObject({ card: z.looseObject({ content: z.looseObject({ type: z.literal('AdaptiveCard') }) }) }),
    }),
  ]),
});

export function messageActionAnswer(body: unknown): MessageActionAnswer {
  const task = taskAnswer.safeParse(body).data?.task;
  if (task === undefined) return { said: 'Something went wrong.', card: null };
  if (task.type === 'message') return { said: task.value, card: null };
  // Drawn by a renderer that takes any JSON.
  return { said: null, card: task.value.card.content as unknown as AdaptiveCard };
}
