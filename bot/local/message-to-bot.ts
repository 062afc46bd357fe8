/** Sends what a person does in the local chat to the bot's own door, as activities in the form of Teams. */
import { z } from 'zod';

import { type AdaptiveCard } from '../../cards/elements';
import { ServiceError } from '../service-error';
import {
  type ActionAnswer,
  type ChatFile,
  type ChatMessage,
  type MessageActionAnswer,
  type SentAction,
  type SentConsent,
  type SentMessage,
  type SentMessageAction,
} from './chat-message';
import { BOT, chatActivity, PERSON } from './chat-identity';
import { type ChatTranscript } from './chat-transcript';
import { type FileShelf } from './file-shelf';
import { messageActionAnswer, messageActionInvoke } from './message-action-line';

export interface BotLine {
  readonly added: () => Promise<void>;
  /** In the channel the files stay out of it, as in Teams: they are found by Graph only. */
  readonly message: (message: ChatMessage, sent: SentMessage) => Promise<void>;
  readonly action: (action: SentAction) => Promise<ActionAnswer>;
  readonly consent: (consent: SentConsent) => Promise<void>;
  readonly messageAction: (action: SentMessageAction) => Promise<MessageActionAnswer>;
}

/** `origin` is `http://127.0.0.1:PORT`; `nextId` gives each activity an id that was never used; `locale` is that of the browser now. */
export function createBotLine(
  origin: string,
  transcript: ChatTranscript,
  shelf: FileShelf,
  nextId: () => string,
  locale: () => string,
): BotLine {
  const serviceUrl = `${origin}/chat/connector/`;
  const post = async (activity: object): Promise<unknown> => {
    const response = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (!response.ok) throw new ServiceError('bot-refused', `The bot answered ${response.status}.`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };

  return {
    added: async () => {
      await post({
        ...chatActivity(nextId(), serviceUrl, new Date(), locale()),
        type: 'conversationUpdate',
        membersAdded: [BOT, PERSON],
      });
    },
    message: async ({ id, thread }, { text, files, channel }) => {
      const mentioned = channel?.mention === true;
      await post({
        ...chatActivity(id, serviceUrl, new Date(), locale(), thread),
        type: 'message',
        textFormat: 'plain',
        text: mentioned ? `${MENTION} ${text}` : text,
        ...(mentioned ? { entities: [{ type: 'mention', mentioned: BOT, text: MENTION }] } : {}),
        attachments:
          thread === null
            ? files.map((file) => fileAttachment(file, origin))
            : [{ contentType: 'text/html', content: '<div></div>' }],
      });
    },
    action: async ({ messageId, kind, verb, data }) => {
      const thread = transcript.find(messageId)?.thread ?? null;
      const activity = { ...chatActivity(nextId(), serviceUrl, new Date(), locale(), thread), replyToId: messageId };
      if (kind === 'submit') {
        await post({ ...activity, type: 'message', value: { verb, ...data } });
        return { said: null };
      }
      const action = { type: 'Action.Execute', verb, data };
      const answer = await post({
        ...activity,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action, trigger: 'manual' },
      });
      return shown(transcript, messageId, answer);
    },
    consent: async ({ messageId, accept }) => {
      const offer = transcript.find(messageId);
      if (offer?.botFile?.kind !== 'offered') return;
      const { name, context } = offer.botFile;
      const value = accept
        ? { action: 'accept', uploadInfo: uploadInfo(shelf.expect(), name, origin) }
        : { action: 'decline' };
      await post({
        ...chatActivity(nextId(), serviceUrl, new Date(), locale()),
        replyToId: messageId,
        type: 'invoke',
        name: 'fileConsent/invoke',
        value: { type: 'fileUpload', context, ...value },
      });
    },
    messageAction: async (action) => {
      const message = action.messageId === null ? null : (transcript.find(action.messageId) ?? null);
      const activity = chatActivity(nextId(), serviceUrl, new Date(), locale(), message?.thread ?? null);
      return messageActionAnswer(await post({ ...activity, ...messageActionInvoke(action, message, origin) }));
    },
  };
}

const MENTION = `<at>${BOT.name}</at>`;

/** Microsoft Learn, "Send and receive files using bot": the address carries its own credential, and no bearer may be sent to it. */
const fileAttachment = ({ id, name }: ChatFile, origin: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `${origin}/chat/files/${id}`,
  name,
  content: {
    downloadUrl: `${origin}/chat/files/${id}?tempauth=local`,
    uniqueId: id,
    fileType: name.split('.').at(-1) ?? '',
  },
});

/** Where the bot puts a file, and where it can be had then. */
const uploadInfo = (id: string, name: string, origin: string) => ({
  uploadUrl: `${origin}/chat/uploads/${id}`,
  contentUrl: `${origin}/chat/files/${id}`,
  name,
  uniqueId: id,
  fileType: name.split('.').at(-1) ?? '',
});

const invokeAnswer = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.looseObject({ type: z.literal('AdaptiveCard') }),
  }),
  z.looseObject({ type: z.literal('application/vnd.microsoft.activity.message'), value: z.string() }),
]);

/** A card replaces the one that was pressed; a sentence stands beside it. */
function shown(transcript: ChatTranscript, messageId: string, answer: unknown): ActionAnswer {
  const parsed = invokeAnswer.safeParse(answer);
  if (!parsed.success) return { said: 'Something went wrong.' };
  if (typeof parsed.data.value === 'string') return { said: parsed.data.value };
  // Drawn by a renderer that takes any JSON.
  transcript.replace(messageId, { card: parsed.data.value as unknown as AdaptiveCard });
  return { said: null };
}
