/** The HTTP door: routes, limits, health and counters. What it answers is fixed; no text of the SDK or of an error leaves it. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer,
  type Next,
  plugins,
  type Request,
  type RequestHandlerType,
  type Response,
  type Server,
} from 'restify';

import { type Counters } from './counters';
import { inEvent, newEvent } from './event';
import { API_BASE } from './http/api-document';
import { type Api } from './http/create-api';
import { createMetricsRoute, type MetricsParts } from './http/metrics-route';
import { inTime } from './in-time';
import { type Log } from './log';
import { isLoopbackHost } from './loopback';
import { storeSilent } from './store/store-fault';
import { incomingActivity, type IncomingActivity } from './teams/incoming-activity';
import { isTrustedServiceUrl } from './teams/service-url';
import { type TurnResult } from './teams/turn-adapter';
import { LONGEST_TRANSFER_MS } from './uploads/upload-bounds';

/** Teams sends far less; a message with a card's input of 20,000 characters has about 100 KB. */
export const MAX_ACTIVITY_BYTES = 262_144;

/**
 * Members by which JavaScript makes a number or a text of an object: no sender has them, and where one comes that is no function, zod throws as it
 * measures the object (4.6, `length` of what should be a text), and so would every text that the object is put into.
 */
const CONVERSIONS: ReadonlySet<string> = new Set(['toString', 'valueOf', 'toJSON']);

/** The reader takes a limit that its type does not name; without one a body has no bound. */
const BODY_LIMITS: plugins.JsonBodyParserOptions & { readonly maxBodySize: number } = {
  maxBodySize: MAX_ACTIVITY_BYTES,
  mapParams: false,
  reviver: (name: string, value: unknown): unknown => (CONVERSIONS.has(name) ? undefined : value),
};

/**
 * How long a connection is kept on which nothing comes: longer than by whoever stands before the bot (the front ends of Azure: four minutes), in
 * milliseconds. Where the bot closes first, as after the five seconds that Node waits, a message that is just being sent on it is lost.
 */
const KEPT_IDLE_MS = 300_000;

export interface DoorParts extends MetricsParts {
  readonly local: boolean;
  /** Authenticates and runs one turn. */
  readonly turn: (authorization: string, activity: IncomingActivity) => Promise<TurnResult>;
  /** Rejects while the store does not answer, or the bot stops. */
  readonly checkReady: () => Promise<void>;
  /** Everything under `/chat`; null outside of local mode. */
  readonly localChat: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** null serves none. */
  readonly api: Pick<Api, 'mount' | 'origins'> | null;
  readonly counters: Counters;
  readonly log: Log;
}

export interface Door {
  /** Settles when it listens, with the port. */
  readonly listen: (host: string, port: number) => Promise<number>;
  /** New connections are refused at once; settles when those that are open have ended, within about a second. */
  readonly close: () => Promise<void>;
}

export function createDoor(parts: DoorParts): Door {
  const server = createServer({ name: 'tunnel-triage' });
  server.on('restifyError', (_request: Request, _response: Response, error: object, done: () => void) => {
    // restify sends the error itself, with its own text unless it is given another.
    Object.assign(error, { toJSON: () => ({ error: NOT_ANSWERED }), toString: () => NOT_ANSWERED });
    done();
  });
  if (parts.local) server.pre(refuseForeignPages(parts.api?.origins ?? []));
  server.post(
    '/api/messages',
    refuseEncoded,
    ...plugins.jsonBodyParser(BODY_LIMITS),
    async (request: Request, response: Response) => {
      await inEvent(newEvent(), () => onActivity(parts, request, response));
    },
  );
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    say(response, 200, 'alive');
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    await onReady(parts, response);
  });
  const metrics = createMetricsRoute(parts);
  server.get('/metrics', async (request: Request, response: Response) => {
    await metrics(request, response);
  });
  mountLocalChat(server, parts);
  parts.api?.mount(server);
  // A large upload on a slow line takes longer than Node gives any request; every body has a nearer limit of its own.
  server.server.requestTimeout = LONGEST_TRANSFER_MS;
  server.server.keepAliveTimeout = KEPT_IDLE_MS;
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(server.address().port));
      }),
    close: () =>
      new Promise((resolve) => {
        // A connection that was busy when the door closed would be kept for seconds after its last answer.
        const idle = setInterval(() => server.server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
        const late = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS_MS);
        server.close(() => {
          clearInterval(idle);
          clearTimeout(late);
          resolve();
        });
      }),
  };
}

const CLOSE_IDLE_EVERY_MS = 50;
/** A turn writes one transaction; whoever takes longer is cut off. */
const LAST_ANSWERS_MS = 1000;

async function onActivity(parts: DoorParts, request: Request, response: Response): Promise<void> {
  try {
    const { status, body } = await answerTo(parts, request);
    if (status >= 400) parts.counters.count('turns_refused');
    if (typeof body === 'string') say(response, status, body);
    else response.send(status, body);
  } catch (error) {
    parts.log.error('activity-failed', {}, error);
    say(response, 500, 'The activity could not be taken.');
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answerTo({ local, turn, log }: DoorParts, request: Request): Promise<Answer> {
  const parsed = incomingActivity.safeParse(request.body);
  if (!parsed.success) {
    log.warn('no-activity');
    return { status: 400, body: 'The body is no activity.' };
  }
  // Without it the SDK would skip the claim that ties a token to a service, and talk to an address of its own choice.
  const { serviceUrl } = parsed.data;
  if (serviceUrl === undefined || !isTrustedServiceUrl(serviceUrl, local)) {
    log.warn('service-url-refused');
    return NOT_AUTHENTICATED;
  }
  const result = await turn(request.headers.authorization ?? '', parsed.data);
  if (result.kind === 'answered') return { status: result.status, body: result.body ?? '' };
  log.warn('not-authenticated', {}, result.cause);
  return NOT_AUTHENTICATED;
}

const NOT_AUTHENTICATED: Answer = { status: 401, body: 'The sender is not authenticated.' };

/** Whoever asks gives up soon; a store that hangs is as bad as one that is away. */
export const READY_LIMIT_MS = 2000;

async function onReady({ checkReady, log }: DoorParts, response: Response): Promise<void> {
  try {
    await inTime(checkReady(), READY_LIMIT_MS, storeSilent);
    say(response, 200, 'ready');
  } catch (error) {
    log.error('not-ready', {}, error);
    say(response, 503, 'The bot takes no work now.');
  }
}

/** Teams sends none; a small compressed body could unpack to any size. */
function refuseEncoded(request: Request, response: Response, next: Next): void {
  if ((request.headers['content-encoding'] ?? 'identity') === 'identity') {
    next();
    return;
  }
  say(response, 415, 'Send the body without a content encoding.');
  next(false);
}

/** In local mode nobody is authenticated, so a page of another site in the same browser must not reach the bot. */
const refuseForeignPages =
  (apiOrigins: readonly string[]) =>
  (request: Request, response: Response, next: Next): void => {
    const host = request.headers.host ?? '';
    const origin = request.headers.origin;
    const address = `http://${host}`;
    const own = URL.canParse(address) && isLoopbackHost(new URL(address).hostname);
    // The API knows who calls, so a page that the operator names may be of another origin there.
    const named = origin !== undefined && apiOrigins.includes(origin) && isOfApi(request.url ?? '');
    if (own && (origin === undefined || origin === address || named)) {
      next();
      return;
    }
    say(response, 403, 'Open the local chat at its printed address.');
    next(false);
  };

const isOfApi = (url: string): boolean => url.startsWith(`${API_BASE}/`);

function mountLocalChat(server: Server, { local, localChat }: DoorParts): void {
  if (localChat === null) return;
  if (!local) throw new Error('The local chat has no authentication and cannot run beside a registered bot.');
  const handler: RequestHandlerType = async (request: Request, response: Response) => {
    await localChat(request, response);
  };
  for (const path of ['/chat', '/chat/*']) {
    server.get(path, handler);
    server.post(path, handler);
    server.put(path, handler);
    server.del(path, handler);
  }
}

const NOT_ANSWERED = 'This request cannot be answered.';

function say(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}
