/** One call of a ticket system: bounded in time and size, never led elsewhere, and what its status says of trying again. */
import { boundedText } from '../bounded-text';
import { retryAfterMs } from '../retry-after';
import { ServiceError } from '../service-error';
import { type TicketAccess, type TicketRefusal } from './ticket-system';

/** A system that takes longer is tried again later. */
const CALL_LIMIT_MS = 15_000;
/** A ticket may have years of notes, but no answer to a call of ours is larger than this. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Aborts with the job, and when the call has taken too long. */
export const callSignal = (signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(CALL_LIMIT_MS)]);

/**
 * `fetch` for openapi-fetch: a redirect is an answer like another, because it would take the credentials along. Rejects with a ServiceError
 * for an answer that is too large, or that says it succeeded with something other than JSON, as the sleeping page of a hosted system does.
 */
export const boundedFetch =
  ({ fetch }: TicketAccess, answers: 'json' | 'anything') =>
  async (request: Request): Promise<Response> => {
    const response = await fetch(new Request(request, { redirect: 'manual' }));
    const text = await boundedText(response, MAX_ANSWER_BYTES);
    if (text === null) {
      throw new ServiceError('ticket-answer-too-large', 'The ticket system answered with more than can be read.');
    }
    if (answers === 'json' && response.ok && !isJson(text)) {
      throw new ServiceError('ticket-answer-no-json', 'The ticket system answered with something other than JSON.');
    }
    const { status, headers } = response;
    return new Response(text === '' ? null : text, { status, headers: new Headers(headers) });
  };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Besides these, every status from 500 up: the service says that it cannot at the moment. */
const WORTH_ANOTHER_TRY = new Set([408, 423, 425, 429]);

/** What a status other than one of success means for another try. */
export function refusalOf({ status, headers }: Response): TicketRefusal {
  const why = String(status);
  return status >= 500 || WORTH_ANOTHER_TRY.has(status)
    ? { kind: 'later', why, afterMs: retryAfterMs(headers.get('retry-after'), Date.now()) }
    : { kind: 'never', why };
}

/** The header of HTTP's basic authentication. */
export const basicAuthorization = (user: string, secret: string): string =>
  `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}`;

/** Where a system that answered with success left out what it promises. */
export const unexpectedAnswer = (): ServiceError =>
  new ServiceError('ticket-answer-unexpected', 'The ticket system answered with another shape than it documents.');
