/** What the page asks of the local chat: send a message with files, press a button, and be told of every change. */
import {
  type ActionAnswer,
  type ChatEvent,
  type MessageActionAnswer,
  type SentAction,
  type SentConsent,
  type SentMessage,
  type SentToChannel,
  type SentMessageAction,
} from '../chat-message';

/** Puts each file on the shelf, then sends the message that names them. */
export async function sendMessage({
  text,
  files,
  channel,
}: {
  readonly text: string;
  readonly files: readonly File[];
  readonly channel: SentToChannel | null;
}): Promise<void> {
  const shelved = [];
  for (const file of files) {
    const answer = await call('PUT', '/chat/files', file);
    shelved.push({ id: (answer as { readonly id: string }).id, name: file.name });
  }
  const message: SentMessage = { text, files: shelved, channel };
  await call('POST', '/chat/messages', JSON.stringify(message));
}

export const sendAction = async (action: SentAction): Promise<ActionAnswer> =>
  (await call('POST', '/chat/actions', JSON.stringify(action))) as ActionAnswer;

export const sendMessageAction = async (action: SentMessageAction): Promise<MessageActionAnswer> =>
  (await call('POST', '/chat/message-actions', JSON.stringify(action))) as MessageActionAnswer;

export async function sendConsent(consent: SentConsent): Promise<void> {
  await call('POST', '/chat/consents', JSON.stringify(consent));
}

/** The browser connects again by itself after a restart of the bot, and is then told everything anew. */
export function followEvents(listener: {
  readonly on: (event: ChatEvent) => void;
  readonly connected: (is: boolean) => void;
}): void {
  const events = new EventSource('/chat/events');
  events.addEventListener('open', () => listener.connected(true));
  events.addEventListener('error', () => listener.connected(false));
  events.addEventListener('message', ({ data }) => listener.on(JSON.parse(String(data)) as ChatEvent));
}

/** Rejects with a sentence. What comes back is our own server's, whose types both sides share. */
async function call(method: 'PUT' | 'POST', path: string, body: File | string): Promise<unknown> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const response = await fetch(path, { method, body, headers: { 'content-type': type } }).catch(() => {
    throw new Error('The bot does not answer. Is it still running?');
  });
  const answer = (await response.json()) as unknown;
  if (response.ok) return answer;
  throw new Error((answer as { readonly error?: string }).error ?? `The bot answered ${response.status}.`);
}
