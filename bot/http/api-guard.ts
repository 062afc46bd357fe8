/** Lets callers into the API: who they are, how often they come, and how often an address came with a credential that is none. */
import { type IncomingMessage, type ServerResponse } from 'node:http';

import { type Log } from '../log';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type Home } from '../store/home';
import { countOne, type LimitState, type RateLimit } from '../store/rate-limits';
import { type ApiSettings } from './api-settings';
import { type Caller, type CallerOf, type Scope } from './caller';
import { clientAddress } from './client-address';
import { NotAuthenticated } from './refusal';

export interface GuardParts {
  readonly home: Home;
  readonly callerOf: CallerOf;
  readonly settings: ApiSettings;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The caller, who has the scope (null asks for none). Rejects with a RefusedError: `not-authenticated` (401), `scope-missing` (403),
 * `too-many-requests` (429); and with a ServiceError where it cannot be known now (503). What belongs to it in headers is written by then:
 * WWW-Authenticate, RateLimit-Policy, RateLimit, Retry-After.
 */
export type Admit = (request: IncomingMessage, response: ServerResponse, scope: Scope | null) => Promise<Caller>;

const MINUTE_MS = 60_000;
/**
 * How many failures of one address are told apart from each other. A good credential is taken beyond it too: none can be guessed, so nothing is
 * won by keeping callers out who share an address with whoever tries; what is bounded is the work and the log.
 */
export const FAILURE_LIMIT: RateLimit = { most: 20, windowMs: 5 * MINUTE_MS };
const CHALLENGE = 'Bearer realm="Tunnel Triage"';
/** How soon a caller may ask again who cannot be known now, in seconds. */
const UNKNOWN_RETRY_S = 10;

export function createAdmit({ home, callerOf, settings, log, now }: GuardParts): Admit {
  const { requestsPerMinute, proxies } = settings;
  const limit: RateLimit = { most: requestsPerMinute, windowMs: MINUTE_MS };
  // A count that the power takes back is no loss, so no answer waits for the disk.
  const count = (key: string, of: RateLimit): Promise<LimitState> => home.inHaste((db) => countOne(db, key, of, now()));

  const refuse = async (
    error: NotAuthenticated,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Error> => {
    const state = await count(`api-refused/${clientAddress(request, proxies)}`, FAILURE_LIMIT);
    if (!state.within) {
      response.setHeader('retry-after', seconds(state.resetMs));
      return tooMany('Too many requests from this address had no valid credential', state);
    }
    log.warn('api-not-authenticated', { reason: error.reason });
    response.setHeader('www-authenticate', CHALLENGE);
    return error;
  };

  return async (request, response, scope) => {
    const caller = await callerOf(request.headers.authorization).catch(async (error: unknown) => {
      if (error instanceof ServiceError) response.setHeader('retry-after', UNKNOWN_RETRY_S);
      throw error instanceof NotAuthenticated ? await refuse(error, request, response) : error;
    });
    const state = await count(`api/${caller.key}`, limit);
    response.setHeader('ratelimit-policy', `"requests";q=${limit.most};w=${MINUTE_MS / 1000}`);
    response.setHeader('ratelimit', `"requests";r=${state.left};t=${seconds(state.resetMs)}`);
    if (!state.within) {
      response.setHeader('retry-after', seconds(state.resetMs));
      throw tooMany(`This caller has sent its ${limit.most} requests of this minute`, state);
    }
    if (scope !== null && !caller.scopes.has(scope)) {
      throw new RefusedError(
        'scope-missing',
        `${caller.name} may not do this: it needs a key with the scope ${scope}, or the app role for it.`,
      );
    }
    return caller;
  };
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

const tooMany = (what: string, { resetMs }: LimitState): RefusedError =>
  new RefusedError('too-many-requests', `${what}: wait ${seconds(resetMs)} seconds, then go on.`);
