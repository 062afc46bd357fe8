/** What becomes of a message that the connector did not take. */
import { retryAfterMs } from '../retry-after';

/** `never`: sent again it would be refused again. `gone`: so would everything in this conversation. */
export type Refusal =
  | { readonly kind: 'later'; readonly why: string; readonly afterMs: number }
  | { readonly kind: 'never'; readonly why: string }
  | { readonly kind: 'gone'; readonly why: string };

/**
 * Codes that are worth another try: 429, 412, 502 and 504 by Microsoft's list (Optimize your bot with rate limiting in Teams), and those by
 * which any service says that it cannot at the moment; 401 is a token that may be renewed.
 */
const WORTH_ANOTHER_TRY = new Set([401, 408, 412, 429, 500, 502, 503, 504]);

/** `replaces`: it was to take the place of a message, which a person may have deleted without anything else being wrong. */
export function refusalOf(error: unknown, replaces: boolean): Refusal {
  const status = statusOf(error);
  const why = status === null ? nameOf(error) : String(status);
  if (status === null || WORTH_ANOTHER_TRY.has(status))
    return { kind: 'later', why, afterMs: retryAfterMs(toldIn(error), Date.now()) };
  if (status === 403 || (status === 404 && !replaces)) return { kind: 'gone', why };
  return { kind: 'never', why };
}

/** The HTTP status of the connector's answer; null where there was none. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

interface WithHeaders {
  readonly response: { readonly headers: { readonly get: (name: string) => unknown } };
}

/** The Retry-After header of the answer; null where there is none. */
function toldIn(error: unknown): string | null {
  const value = hasHeaders(error) ? error.response.headers.get('retry-after') : null;
  return typeof value === 'string' ? value : null;
}

function hasHeaders(error: unknown): error is WithHeaders {
  if (typeof error !== 'object' || error === null || !('response' in error)) return false;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return false;
  const { headers } = response;
  return typeof headers === 'object' && headers !== null && 'get' in headers && typeof headers.get === 'function';
}
