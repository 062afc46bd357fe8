/** The local chat: a page, and behind it a small connector, for a newcomer without a Teams tenant; on the loopback interface only. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

import { type Log } from '../log';
import { RefusedError } from '../refused-error';
import { type GraphAccess } from '../teams/graph/graph-client';
import { MAX_FILE_BYTES } from '../uploads/upload-bounds';
import { createChannelPosts } from './channel-posts';
import { BOT, browserLocale } from './chat-identity';
import { createChatTranscript, NEW_THREAD } from './chat-transcript';
import { answerConnector } from './connector';
import { createEventStreams } from './event-streams';
import { createFileShelf, type FileShelf } from './file-shelf';
import { answerGraph } from './graph';
import { answerBytes, answerJson, bodyOf, jsonOf } from './http-exchange';
import { type BotLine, createBotLine } from './message-to-bot';
import { pageFile } from './page-files';

/** What a page may send beside files. */
export const MAX_PAGE_BODY_BYTES = 1024 * 1024;
/** One more than the bot takes, so that its own refusal can be seen. */
const MAX_SHELVED_FILE_BYTES = MAX_FILE_BYTES + 1024 * 1024;

export interface LocalChat {
  /** Answers everything under `/chat`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** To be called once when the door listens. */
  readonly openAt: (port: number) => void;
  readonly close: () => void;
  /** How the files of the channel, and those that a message links to, are found. */
  readonly graph: GraphAccess;
}

export interface LocalChatParts {
  readonly project: string;
  readonly bundles: string;
  readonly log: Log;
}

/** The page and everything that it loads come from here; a card can make it ask for nothing else. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

export function createLocalChat({ project, bundles, log }: LocalChatParts): LocalChat {
  // Milliseconds are ids that no former process gave, which the store would take for repetitions.
  let lastId = Date.now();
  const nextId = (): string => String((lastId += 1));
  const transcript = createChatTranscript(nextId);
  const shelf = createFileShelf();
  const streams = createEventStreams(transcript);
  const posts = createChannelPosts(shelf);
  let origin = '';
  let line: BotLine | null = null;
  let greeted = false;
  let locale = browserLocale(undefined);

  const routes: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>>
  > = {
    'GET /chat/events': async (_request, response) => {
      streams.open(response);
      if (greeted || line === null) return;
      greeted = true;
      await line.added();
    },
    'PUT /chat/files': async (request, response) => {
      const id = shelf.put(await bodyOf(request, MAX_SHELVED_FILE_BYTES));
      answerJson(response, { status: 201, body: { id } });
    },
    'POST /chat/messages': async (request, response) => {
      const sent = parsed(sentMessage, await jsonOf(request, MAX_PAGE_BODY_BYTES));
      const message = transcript.add({
        thread: sent.channel === null ? null : (sent.channel.thread ?? NEW_THREAD),
        from: 'person',
        text: sent.channel?.mention === true ? `@${BOT.name} ${sent.text}` : sent.text,
        files: sent.files,
        card: null,
        botFile: null,
      });
      posts.post(origin, message, sent);
      await line?.message(message, sent);
      answerJson(response, { status: 202, body: { id: message.id } });
    },
    'POST /chat/actions': async (request, response) => {
      const action = parsed(sentAction, await jsonOf(request, MAX_PAGE_BODY_BYTES));
      answerJson(response, { status: 200, body: await line?.action(action) });
    },
    'POST /chat/message-actions': async (request, response) => {
      const action = parsed(sentMessageAction, await jsonOf(request, MAX_PAGE_BODY_BYTES));
      answerJson(response, { status: 200, body: await line?.messageAction(action) });
    },
    'POST /chat/consents': async (request, response) => {
      await line?.consent(parsed(sentConsent, await jsonOf(request, MAX_PAGE_BODY_BYTES)));
      answerJson(response, { status: 200, body: {} });
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = routes[`${request.method ?? ''} ${url.pathname}`];
    if (route !== undefined) {
      locale = browserLocale(request.headers['accept-language']);
      return route(request, response, url);
    }
    if (url.pathname.startsWith(GRAPH)) {
      const { status, body } = answerGraph(posts.world, {
        authorization: request.headers.authorization,
        path: url.pathname.slice(GRAPH.length - 1),
        select: url.searchParams.get('$select'),
      });
      if (Buffer.isBuffer(body)) answerBytes(response, 'application/octet-stream', body);
      else answerJson(response, { status, body });
      return;
    }
    if (url.pathname.startsWith(CONNECTOR)) {
      const path = url.pathname.slice(CONNECTOR.length - 1);
      answerJson(response, await answerConnector(transcript, request, path));
      return;
    }
    if (url.pathname.startsWith(FILES)) {
      download(request, response, shelf.get(url.pathname.slice(FILES.length)));
      return;
    }
    if (request.method === 'PUT' && url.pathname.startsWith(UPLOADS)) {
      await takeUpload(request, response, shelf, url.pathname.slice(UPLOADS.length));
      return;
    }
    const file = request.method === 'GET' ? await pageFile(url.pathname, project, bundles) : null;
    if (file === null) answerJson(response, { status: 404, body: { error: 'There is no such page. Open /chat.' } });
    else answerBytes(response, file.contentType, file.bytes, PAGE_HEADERS);
  };

  return {
    handle: async (request, response) => {
      try {
        await handle(request, response);
      } catch (error) {
        log.warn('chat-failed', {}, error);
        if (!response.headersSent) explain(response, error);
      }
    },
    openAt: (port) => {
      origin = `http://127.0.0.1:${port}`;
      line = createBotLine(origin, transcript, shelf, nextId, () => locale);
    },
    graph: {
      baseUrl: () => `${origin}/chat/graph/`,
      tokenOf: () => Promise.resolve('local'),
    },
    close: streams.close,
  };
}

const CONNECTOR = '/chat/connector/';
const GRAPH = '/chat/graph/v1.0/';
const FILES = '/chat/files/';
const UPLOADS = '/chat/uploads/';
/** A script of the bot has some kilobytes. */
const MAX_UPLOAD_BYTES = 1024 * 1024;

const sentMessage = z.object({
  text: z.string(),
  files: z.array(z.object({ id: z.string().max(100), name: z.string().max(255) })).max(100),
  channel: z
    .object({
      thread: z
        .string()
        .regex(/^\d{1,20}$/)
        .nullable(),
      mention: z.boolean(),
    })
    .nullable()
    .default(null),
});
const sentAction = z.object({
  messageId: z.string().max(100),
  kind: z.enum(['execute', 'submit']),
  verb: z.string().max(100),
  data: z.record(z.string(), z.unknown()),
});

const sentMessageAction = z.object({
  messageId: z.string().max(100).nullable(),
  data: z.record(z.string(), z.unknown()).nullable(),
});

const sentConsent = z.object({ messageId: z.string().max(100), accept: z.boolean() });

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new RefusedError('page-mismatch', 'The page is of another release. Load it again.');
}

/** As SharePoint does: the address has its own credential, and whoever sends a token to it has made a mistake. */
function download(request: IncomingMessage, response: ServerResponse, bytes: Buffer | undefined): void {
  if (request.headers.authorization !== undefined) {
    answerJson(response, { status: 400, body: { error: 'No token belongs here.' } });
  } else if (bytes === undefined) {
    answerJson(response, { status: 404, body: { error: 'The file is no longer kept.' } });
  } else {
    answerBytes(response, 'application/octet-stream', bytes);
  }
}

/** As the place that Teams gives for a file of a bot: it takes it once, and no token. */
async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  shelf: FileShelf,
  id: string,
): Promise<void> {
  if (request.headers.authorization !== undefined) {
    answerJson(response, { status: 400, body: { error: 'No token belongs here.' } });
    return;
  }
  const taken = shelf.fill(id, await bodyOf(request, MAX_UPLOAD_BYTES));
  answerJson(response, { status: taken ? 201 : 404, body: {} });
}

function explain(response: ServerResponse, error: unknown): void {
  const refused = error instanceof RefusedError;
  const status = refused ? (error.code === 'too-large' ? 413 : 400) : 502;
  answerJson(response, { status, body: { error: refused ? error.message : 'The bot did not answer. Send it again.' } });
}
