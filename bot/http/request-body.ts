/** The pieces of a request's body, within bounds of size and time; the connection lives on, so that a refusal can still be said. */
import { type IncomingMessage } from 'node:http';

import { RefusedError } from '../refused-error';
import { TRANSFER_TIME_LIMIT_MS, transferTimeLimit } from '../uploads/upload-bounds';

/** What a request in JSON may have: the largest has two addresses. */
const MAX_JSON_BYTES = 16 * 1024;

/** The sender went away before the end of its body: there is nobody left to answer. */
export class CallerGone extends Error {}

export interface BodyBounds {
  /** In bytes. */
  readonly most: number;
  /** What is said beyond it. */
  readonly tooMuch: () => RefusedError;
  /** Ends the reading with its reason. */
  readonly ends?: AbortSignal;
  /** Is told how many bytes have come by now. */
  readonly came?: (bytes: number) => void;
}

/** Rejects with `too-slow`, with `tooMuch`, and with the reason of `ends`. */
export async function* bodyPieces(
  request: IncomingMessage,
  { most, tooMuch, ends, came }: BodyBounds,
): AsyncGenerator<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooMuch();
  const limit = transferTimeLimit();
  // Whoever stops reading early still wants to answer on the same connection.
  const pieces: AsyncIterator<unknown> = request.iterator({ destroyOnReturn: false });
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of [limit.signal, ends])
      signal?.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  let bytes = 0;
  try {
    ends?.throwIfAborted();
    for (;;) {
      const piece = await Promise.race([stopped, pieces.next().catch(gone)]);
      if (piece === 'stopped') {
        ends?.throwIfAborted();
        throw tooSlow();
      }
      if (piece.done === true) break;
      const { value } = piece;
      if (!(value instanceof Uint8Array)) throw new Error('The body is read as text.');
      bytes += value.byteLength;
      if (bytes > most) throw tooMuch();
      limit.extend(bytes);
      came?.(bytes);
      yield value;
    }
    if (!request.complete) throw new CallerGone();
  } finally {
    limit.end();
  }
}

const gone = (): never => {
  throw new CallerGone();
};

const tooSlow = (): RefusedError =>
  new RefusedError(
    'too-slow',
    `The body did not come in time (${TRANSFER_TIME_LIMIT_MS / 1000} seconds, and one for each MB): send it again, or a zip of it.`,
  );

/** undefined where there is no body. Rejects with `broken-body` where it is no JSON. */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyPieces(request, JSON_BOUNDS)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedError('broken-body', 'The body is no JSON: send what the document of the API shows.');
  }
}

const tooLongJson = (): RefusedError =>
  new RefusedError('too-large', `A body in JSON has at most ${MAX_JSON_BYTES / 1024} KB here: send less.`);

const JSON_BOUNDS: BodyBounds = { most: MAX_JSON_BYTES, tooMuch: tooLongJson };
