/** Writes what the API answers: JSON, text, nothing, a problem, or a stream of events. No answer is kept by anybody on the way. */
import { type IncomingMessage, type ServerResponse } from 'node:http';

import { type Emit } from './operation';
import { type SaidProblem } from './problem';

/** So often a stream without news says that it lives, in milliseconds: proxies end what is silent for a minute. */
const HEARTBEAT_MS = 15_000;
/** How long a caller whose body was not wanted may go on sending it before the connection is cut, in milliseconds. */
const LINGER_MS = 2000;

const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export interface WrittenAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function writeAnswer(response: ServerResponse, { status, type, headers, body }: WrittenAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const text = type === null ? null : type === 'text/plain' ? String(body) : JSON.stringify(body);
  response.writeHead(status, {
    ...ALWAYS,
    ...besides(response, headers),
    ...(type === null || text === null
      ? {}
      : { 'content-type': typeWithCharset(type), 'content-length': String(Buffer.byteLength(text)) }),
  });
  response.end(text ?? undefined);
}

/** What the guard has said already stays: it knows better how long to wait, and answers vary by what both name. */
function besides(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { vary, 'retry-after': retryAfter, ...others } = headers;
  const varies = [response.getHeader('vary'), vary].filter((each) => each !== undefined);
  return {
    ...others,
    ...(varies.length === 0 ? {} : { vary: varies.join(', ') }),
    ...(retryAfter === undefined || response.hasHeader('retry-after') ? {} : { 'retry-after': retryAfter }),
  };
}

const typeWithCharset = (type: string): string => (type === 'text/plain' ? 'text/plain; charset=utf-8' : type);

/** A caller whose body was not wanted may still be sending it. */
export function writeProblem(
  request: IncomingMessage,
  response: ServerResponse,
  { problem, headers }: SaidProblem,
): void {
  writeAnswer(response, { status: problem.status, type: 'application/problem+json', headers, body: problem });
  if (request.complete) return;
  // A connection that is closed while data still comes would take the answer away from the caller (RFC 9112, 9.6).
  request.resume();
  setTimeout(() => {
    if (!request.complete) request.destroy();
  }, LINGER_MS).unref();
}

/** Settles when the last event is written. `events` must not reject. */
export async function writeStream(response: ServerResponse, events: (emit: Emit) => Promise<void>): Promise<void> {
  response.writeHead(200, { ...ALWAYS, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  const beat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    await events((event, data) => {
      if (!response.destroyed) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    });
  } finally {
    clearInterval(beat);
    response.end();
  }
}
