/** The connector of the local chat, asked over HTTP as the bot's adapter asks it, with the rules of Teams. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { createLog } from '../../../bot/log';
import { createLocalChat, type LocalChat } from '../../../bot/local/local-chat';
import { CHAT_CONVERSATION_ID, PERSON } from '../../../bot/local/chat-identity';
import { MAX_MESSAGE_BYTES } from '../../../bot/local/connector';

let chat: LocalChat;
let server: Server;
let origin: string;
beforeAll(async () => {
  chat = createLocalChat({ project: process.cwd(), bundles: process.cwd(), log: createLog('silent') });
  server = createServer((request, response) => void chat.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  chat.close();
  server.closeAllConnections();
  server.close();
});

const CONVERSATION = `/chat/connector/v3/conversations/${encodeURIComponent(CHAT_CONVERSATION_ID)}`;

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${origin}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const sentId = async (): Promise<string> =>
  (
    (await call('POST', `${CONVERSATION}/activities`, { type: 'message', text: 'hello' })).body as {
      readonly id: string;
    }
  ).id;

describe('The connector', () => {
  it('shows a message and gives it an id', async () => {
    expect(await sentId()).toMatch(/^\d+$/);
  });

  it('takes a reply to an activity that does not exist, as a continued conversation sends it', async () => {
    expect((await call('POST', `${CONVERSATION}/activities/nothing`, { type: 'message', text: 'hello' })).status).toBe(
      201,
    );
  });

  it('acknowledges a typing indicator', async () => {
    expect((await call('POST', `${CONVERSATION}/activities`, { type: 'typing' })).status).toBe(202);
  });

  it('replaces and removes a message of its own, and no other', async () => {
    const id = await sentId();
    expect((await call('PUT', `${CONVERSATION}/activities/${id}`, { type: 'message', text: 'changed' })).status).toBe(
      200,
    );
    expect((await call('DELETE', `${CONVERSATION}/activities/${id}`)).status).toBe(200);
    expect(await call('PUT', `${CONVERSATION}/activities/${id}`, { type: 'message', text: 'changed' })).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  it('refuses a message of more than 100 KB, counted as UTF-16', async () => {
    const envelope = JSON.stringify({ type: 'message', text: '' }).length;
    const fits = 'x'.repeat(MAX_MESSAGE_BYTES / 2 - envelope);
    expect((await call('POST', `${CONVERSATION}/activities`, { type: 'message', text: fits })).status).toBe(201);
    expect(await call('POST', `${CONVERSATION}/activities`, { type: 'message', text: `${fits}x` })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
  });

  it('knows one conversation and one person', async () => {
    expect((await call('POST', '/chat/connector/v3/conversations/other/activities', { type: 'message' })).status).toBe(
      404,
    );
    expect((await call('GET', `${CONVERSATION}/members`)).body).toEqual([PERSON]);
    expect((await call('GET', `${CONVERSATION}/members/${PERSON.id}`)).body).toEqual(PERSON);
    expect((await call('GET', `${CONVERSATION}/pagedmembers`)).body).toEqual({ members: [PERSON] });
  });

  it('hands a file out without a token, and refuses whoever brings one', async () => {
    const { id } = (await (await fetch(`${origin}/chat/files`, { method: 'PUT', body: 'an output' })).json()) as {
      readonly id: string;
    };
    expect(await (await fetch(`${origin}/chat/files/${id}?tempauth=local`)).text()).toBe('an output');
    expect((await fetch(`${origin}/chat/files/${id}`, { headers: { authorization: 'Bearer token' } })).status).toBe(
      400,
    );
    expect((await fetch(`${origin}/chat/files/unknown`)).status).toBe(404);
  });

  it('answers a body that is no JSON with a sentence', async () => {
    const response = await fetch(`${origin}${CONVERSATION}/activities`, { method: 'POST', body: '{' });
    expect([response.status, await response.json()]).toEqual([400, { error: 'The body is no JSON.' }]);
  });

  it('serves the page so that a card can load nothing from elsewhere', async () => {
    const response = await fetch(`${origin}/chat`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });
});
