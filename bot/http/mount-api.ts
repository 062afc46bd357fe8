/** Puts the API on the server: each operation of the document has a route, and every other address below its base is refused as a problem. */
import { type Next, type Request, type Response, type Server } from 'restify';

import { type ApiMeter } from '../counters';
import { inEvent, newEvent } from '../event';
import { type Log } from '../log';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { writeAnswer, writeProblem, writeStream } from './api-answer';
import { API_BASE, type Method, type Operation } from './api-document';
import { type Admit } from './api-guard';
import { type Caller } from './caller';
import { answerCrossOrigin } from './cross-origin';
import { answerDocs } from './docs-page';
import { type Emit, type Handlers } from './operation';
import { problemOf } from './problem';
import { CallerGone, jsonBody } from './request-body';
import { noSuchPath, routeOf, UNDOCUMENTED } from './route-of';

export interface ApiParts {
  readonly operations: readonly Operation[];
  readonly handlers: Handlers;
  readonly admit: Admit;
  /** Whose pages may call. */
  readonly origins: readonly string[];
  readonly meter: ApiMeter;
  /** The folder of the package. */
  readonly project: string;
  readonly log: Log;
}

export function mountApi(server: Server, parts: ApiParts): void {
  const { operations } = parts;
  server.pre((request: Request, response: Response, next: Next) => {
    const path = pathOf(request);
    if (path !== API_BASE && !path.startsWith(`${API_BASE}/`)) {
      next();
      return;
    }
    const begun = performance.now();
    let operation = UNDOCUMENTED;
    response.once('close', () => parts.meter(operation, response.statusCode, (performance.now() - begun) / 1000));
    if (answerCrossOrigin(request, response, parts.origins)) {
      next(false);
      return;
    }
    const routed = routeOf(operations, request.method ?? '', path.slice(API_BASE.length));
    if (!('refused' in routed)) {
      operation = routed.operation;
      next();
      return;
    }
    fail(parts, operation, request, response, routed.refused, routed.headers);
    next(false);
  });
  mountDocs(server, parts);
  for (const operation of operations) {
    const route = API_BASE + operation.path.replace(/\{(\w+)\}/g, ':$1');
    const handler = async (request: Request, response: Response): Promise<void> => {
      await inEvent(newEvent(), async () => {
        const begun = performance.now();
        const caller = await serve(parts, operation, request, response);
        // Whoever was not let in has a line of the guard, which bounds them.
        if (caller === null) return;
        const line = { operation: operation.id, caller: caller.key, status: response.statusCode };
        parts.log.info('api-request', { ...line, ms: Math.round(performance.now() - begun) });
      });
    };
    server[ROUTES[operation.method]](route, handler);
    if (operation.method === 'get')
      server.head(route, async (request: Request, response: Response) => handler(request, response));
  }
}

const ROUTES = { get: 'get', put: 'put', post: 'post', delete: 'del' } as const satisfies Record<Method, string>;

const pathOf = ({ url }: Request): string => (url ?? '').split('?', 1)[0] ?? '';

function mountDocs(server: Server, parts: ApiParts): void {
  const handler = async (request: Request, response: Response): Promise<void> => {
    try {
      if (!(await answerDocs(request, response, parts.project))) throw noSuchPath();
    } catch (error) {
      fail(parts, UNDOCUMENTED, request, response, error);
    }
  };
  for (const path of ['/docs', '/docs/*', '/openapi.yaml']) {
    server.get(API_BASE + path, handler);
    server.head(API_BASE + path, async (request: Request, response: Response) => handler(request, response));
  }
}

/** The caller; null where nobody was let in. Never rejects. */
async function serve(
  parts: ApiParts,
  operation: Operation,
  request: Request,
  response: Response,
): Promise<Caller | null> {
  let caller: Caller | null = null;
  try {
    caller = await parts.admit(request, response, operation.scope);
    const call = {
      caller,
      ...operation.parameters({ path: stringsOf(request.params), query: queryOf(request), header: request.headers }),
      accepted: acceptedOf(operation, request),
      body: await bodyOf(operation, request),
      request,
    };
    // The document has an operation of this name, and what the types say of a call was checked against it.
    const handler = parts.handlers[operation.id as keyof Handlers] as (given: typeof call) => Promise<AnyReply>;
    const { status, headers = {}, type = null, body } = await handler(call);
    if (isStream(body)) {
      await writeStream(response, (emit) => streamed(parts, operation.id, body, emit));
    } else {
      writeAnswer(response, { status, type, headers, body });
    }
  } catch (error) {
    fail(parts, operation.id, request, response, error);
  }
  return caller;
}

interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: unknown;
}

const isStream = (body: unknown): body is (emit: Emit) => Promise<void> => typeof body === 'function';

const stringsOf = (params: unknown): Readonly<Record<string, string>> =>
  // The router puts the decoded parts of the address there.
  params as Readonly<Record<string, string>>;

const queryOf = ({ url }: Request): URLSearchParams => new URLSearchParams((url ?? '').split('?').slice(1).join('?'));

/** The form that the caller likes best; the first where there is but one, which is given to whoever asks for another too. */
function acceptedOf({ answers }: Operation, request: Request): string {
  const [first = '', ...others] = answers;
  if (others.length === 0) return first;
  // Its type says whether, and it gives which.
  const best = request.accepts([...answers]) as unknown;
  if (typeof best === 'string') return best;
  throw new RefusedError('no-such-form', `This comes as ${answers.join(', ')}: ask for one of them with Accept.`);
}

async function bodyOf(operation: Operation, request: Request): Promise<unknown> {
  const { takes, isBodyRequired } = operation;
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (takes.length === 0) return undefined;
  if (!hasBody) {
    if (isBodyRequired) throw new RefusedError('bad-request', `This needs a body: ${takes.join(', ')}.`);
    return undefined;
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new RefusedError(
      'wrong-media-type',
      'Send the body without a content encoding; a zip is a file like another.',
    );
  }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!takes.includes(type)) throw new RefusedError('wrong-media-type', wrongType(takes));
  if (type !== 'application/json') return undefined;
  const body = await jsonBody(request);
  operation.checkBody(body);
  return body;
}

const wrongType = (takes: readonly string[]): string =>
  takes.includes('application/octet-stream')
    ? "Say that the body is a file: -H 'content-type: application/octet-stream', or several with -F file=@NAME."
    : `Say what the body is: -H 'content-type: ${takes[0] ?? ''}'.`;

function fail(
  { log }: ApiParts,
  operation: string,
  request: Request,
  response: Response,
  error: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (error instanceof CallerGone) {
    request.destroy();
    return;
  }
  const said = problemOf(error);
  note(log, operation, error, said.reference);
  writeProblem(request, response, { ...said, headers: { ...said.headers, ...headers } });
}

/** What fails after the stream has begun is its last event. */
async function streamed(
  { log }: ApiParts,
  operation: string,
  body: (emit: Emit) => Promise<void>,
  emit: Emit,
): Promise<void> {
  try {
    await body(emit);
  } catch (error) {
    if (error instanceof CallerGone) return;
    const { problem, reference } = problemOf(error);
    note(log, operation, error, reference);
    emit('problem', problem);
  }
}

function note(log: Log, operation: string, error: unknown, reference: string | null): void {
  if (reference !== null) log.error('api-failed', { operation, reference }, error);
  else if (error instanceof ServiceError) log.warn(error.code, { operation }, error.cause);
}
