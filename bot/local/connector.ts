/** The connector of the local chat: what the bot's adapter sends by the Bot Connector's REST API becomes the transcript. */
import { type IncomingMessage } from 'node:http';
import { z } from 'zod';

import { type AdaptiveCard } from '../../cards/elements';
import { botFileOf } from './bot-file';
import { PERSON, TEAM, threadOf } from './chat-identity';
import { type ChatTranscript } from './chat-transcript';
import { type components } from './connector.openapi';
import { type JsonAnswer, jsonOf } from './http-exchange';

type Schemas = components['schemas'];

/** Teams refuses more, counted as UTF-16 (msteams-docs, agent-message-size-limit). */
export const MAX_MESSAGE_BYTES = 100 * 1024;
/** As bytes on the wire: nothing that is small enough as UTF-16 is larger. */
const MAX_BODY_BYTES = 4 * MAX_MESSAGE_BYTES;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** `path` is what follows `/chat/connector`. */
export async function answerConnector(
  transcript: ChatTranscript,
  request: IncomingMessage,
  path: string,
): Promise<JsonAnswer> {
  const [, version, kind, conversation, what, id, ...more] = path.split('/').map(decodeURIComponent);
  if (version === 'v3' && kind === 'teams' && conversation === TEAM.id && what === undefined) {
    return success(200, TEAM satisfies Schemas['TeamDetails']);
  }
  const thread = threadOf(conversation ?? '');
  if (version !== 'v3' || kind !== 'conversations' || thread === undefined || more.length > 0) {
    return failure(404, 'ConversationNotFound', 'There is no such conversation.');
  }
  if (what === 'activities') return onActivities(transcript, request, thread, id);
  if (request.method === 'GET' && what === 'members') return onMembers(id);
  if (request.method === 'GET' && what === 'pagedmembers') {
    return success(200, { members: [PERSON] } satisfies Schemas['PagedMembersResult']);
  }
  return failure(404, 'NotFound', 'The local chat has no such call.');
}

async function onActivities(
  transcript: ChatTranscript,
  request: IncomingMessage,
  thread: string | null,
  id: string | undefined,
): Promise<JsonAnswer> {
  if (request.method === 'DELETE') {
    return transcript.remove(id ?? '') ? success(200, {}) : notInConversation();
  }
  const body = await jsonOf(request, MAX_BODY_BYTES);
  if (Buffer.byteLength(JSON.stringify(body), 'utf16le') > MAX_MESSAGE_BYTES) {
    return failure(413, 'MessageSizeTooBig', 'A message has at most 100 KB, counted as UTF-16.');
  }
  const parsed = sentActivity.safeParse(body);
  if (!parsed.success) return failure(400, 'BadArgument', 'The body is no activity.');
  return request.method === 'PUT'
    ? onUpdate(transcript, id ?? '', parsed.data)
    : onSend(transcript, thread, parsed.data);
}

const sentActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullable().exactOptional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string(),
        name: z.string().exactOptional(),
        contentUrl: z.string().exactOptional(),
        content: z.unknown(),
      }),
    )
    .exactOptional(),
});
/** The schema gives what the description promises. */
type SentActivity = z.output<typeof sentActivity> & Schemas['Activity'];

/** A continued conversation replies to an activity that does not exist, so nothing is asked of the id that it names. */
function onSend(transcript: ChatTranscript, thread: string | null, activity: SentActivity): JsonAnswer {
  if (activity.type === 'typing') {
    transcript.typing();
    return success(202, { id: '' } satisfies Schemas['ResourceResponse']);
  }
  if (activity.type !== 'message')
    return failure(400, 'BadArgument', `Activities of type ${activity.type} are not shown.`);
  const botFile = botFileOf(activity.attachments ?? []);
  const { id } = transcript.add({
    thread,
    from: 'bot',
    text: activity.text ?? '',
    files: [],
    card: cardOf(activity),
    botFile,
  });
  return success(201, { id } satisfies Schemas['ResourceResponse']);
}

function onUpdate(transcript: ChatTranscript, id: string, activity: SentActivity): JsonAnswer {
  const replaced = transcript.replace(id, { text: activity.text ?? '', card: cardOf(activity) });
  return replaced ? success(200, { id } satisfies Schemas['ResourceResponse']) : notInConversation();
}

function cardOf({ attachments }: SentActivity): AdaptiveCard | null {
  const card = attachments?.find(({ contentType }) => contentType === CARD_TYPE)?.content;
  // It is drawn by a renderer that takes any JSON; the type only says what the bot sends.
  return typeof card === 'object' && card !== null ? (card as AdaptiveCard) : null;
}

function onMembers(id: string | undefined): JsonAnswer {
  if (id === undefined) return success(200, [PERSON] satisfies Schemas['ChannelAccount'][]);
  if (id === PERSON.id) return success(200, PERSON satisfies Schemas['ChannelAccount']);
  return failure(404, 'MemberNotFoundInConversation', 'There is one person in the local chat.');
}

const notInConversation = (): JsonAnswer => failure(404, 'ActivityNotFoundInConversation', 'There is no such message.');

const success = (status: number, body: unknown): JsonAnswer => ({ status, body });

const failure = (status: number, code: string, message: string): JsonAnswer => ({
  status,
  body: { error: { code, message } } satisfies Schemas['ErrorResponse'],
});
