/** Whether pages of other origins may call the API from a browser (Fetch standard, "CORS protocol"): none, unless the operator names them. */
import { type IncomingMessage, type ServerResponse } from 'node:http';

const METHODS = 'GET, POST, PUT, DELETE';
const REQUEST_HEADERS =
  'accept, authorization, content-disposition, content-type, idempotency-key, if-match, if-none-match';
const RESPONSE_HEADERS = 'etag, link, location, ratelimit, ratelimit-policy, retry-after, www-authenticate';
/** How long a browser may keep the answer to its question, in seconds. */
const MAX_AGE_S = 600;

/**
 * Writes the headers that an allowed page needs. True where the request was the question of a browser before the real one: it is answered then,
 * without a credential, because browsers send none with it. No cookie is ever used, so none is allowed.
 */
export function answerCrossOrigin(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const asking = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  const { origin } = headers;
  if (origins.length > 0) response.setHeader('vary', 'origin');
  const allowed = origin !== undefined && origins.includes(origin);
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', RESPONSE_HEADERS);
  }
  if (!asking) return false;
  if (allowed) {
    response.setHeader('access-control-allow-methods', METHODS);
    response.setHeader('access-control-allow-headers', REQUEST_HEADERS);
    response.setHeader('access-control-max-age', MAX_AGE_S);
  }
  response.statusCode = allowed ? 204 : 403;
  response.end();
  return true;
}
