/** Reads bodies and writes answers of the local chat, every body with a bound. */
import { type IncomingMessage, type ServerResponse } from 'node:http';

import { RefusedError } from '../refused-error';

/** The whole body; throws a RefusedError beyond `most` bytes. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A request without an encoding gives buffers, which its type leaves open.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= most) chunks.push(chunk);
  }
  if (size > most)
    throw new RefusedError(
      'too-large',
      `This is larger than ${Math.floor(most / (1024 * 1024))} MB. Send the part around the failure, or a zip of it.`,
    );
  return Buffer.concat(chunks);
}

/** Throws a RefusedError where the body is no JSON. */
export async function jsonOf(request: IncomingMessage, most: number): Promise<unknown> {
  const text = (await bodyOf(request, most)).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedError('no-json', 'The body is no JSON.');
  }
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

export function answerJson(response: ServerResponse, { status, body }: JsonAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function answerBytes(
  response: ServerResponse,
  contentType: string,
  bytes: Buffer,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    ...more,
  });
  response.end(bytes);
}
