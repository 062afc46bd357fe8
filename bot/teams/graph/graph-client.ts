/** Asks Microsoft Graph by Microsoft's client: with a token of the tenant, never redirected, and not at all while it asks to wait. */
import { Client, HTTPMessageHandler, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';

import { boundedText } from '../../bounded-text';
import { type Counters } from '../../counters';
import { type GraphService, NO_ANSWER, NO_TOKEN } from '../../metrics/label-values';
import { ServiceError } from '../../service-error';
import { askedToWaitMs, WaitError } from '../wait-error';
import { type TokenOf } from './graph-token';

/** How Graph is reached. */
export interface GraphAccess {
  /** `https://graph.microsoft.com/`, or the local one on the loopback interface, which is known when it listens. */
  readonly baseUrl: () => string;
  readonly tokenOf: TokenOf;
}

export interface GraphClient {
  /**
   * The JSON at a path such as `/chats/ID/messages/ID`, whose parts are encoded. Rejects with a GraphRefusal where Graph says no, a WaitError
   * where it is to be asked later, and as the token does.
   */
  readonly get: (path: string, select?: readonly string[]) => Promise<unknown>;
  /** The answer with its body still to be read; rejects as `get` does. */
  readonly stream: (path: string, signal: AbortSignal) => Promise<Response>;
  /** The application permissions that were consented in the tenant, as the token tells them; null where it does not. */
  readonly roles: () => Promise<readonly string[] | null>;
}

/** The client of one tenant. */
export type GraphOf = (tenant: string) => GraphClient;

/** Graph said no: `status` and `graphCode` as it gave them. Never leaves the room. */
export class GraphRefusal extends ServiceError {
  constructor(
    readonly status: number,
    readonly graphCode: string,
  ) {
    super(`graph-${status}`, 'Microsoft Graph refused a call.');
  }
}

/** Which service answers: Teams and SharePoint throttle apart (Microsoft Graph, service-specific throttling limits). */
const serviceOf = (path: string): GraphService => (/^\/(?:teams|chats)\//.test(path) ? 'teams' : 'files');

/** A connection that says nothing for so long is given up. */
const CALL_LIMIT_MS = 20_000;
/** A message has at most some hundred kilobytes, a page of drives less: what is larger is no answer of Graph. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** When a service that did not answer is asked again. */
const AWAY_MS = 2000;
/** Microsoft Graph, "Error responses": it cannot at the moment. */
const AWAY = new Set([408, 423, 500, 502, 503, 504, 509]);

/** While a service was told to wait in a tenant, nothing else is asked of it there. `now`: milliseconds since 1970. */
export function createGraph(
  { baseUrl, tokenOf }: GraphAccess,
  { graphAsked }: Pick<Counters, 'graphAsked'>,
  now: () => number,
): GraphOf {
  const closedUntil = new Map<string, number>();
  let made: Client | null = null;
  const client = (): Client =>
    (made ??= Client.initWithMiddleware({ baseUrl: baseUrl(), middleware: new HTTPMessageHandler() }));

  return (tenant) => {
    const token = (service: GraphService): Promise<string> =>
      tokenOf(tenant).catch((error: unknown) => {
        graphAsked(service, NO_TOKEN);
        throw error;
      });
    const ask = async (path: string, signal: AbortSignal, select: readonly string[] = []): Promise<Response> => {
      const service = serviceOf(path);
      const gate = `${tenant} ${service}`;
      const waits = (closedUntil.get(gate) ?? 0) - now();
      if (waits > 0) throw new WaitError('throttled', waits);
      const request = client()
        .api(path)
        .header('authorization', `Bearer ${await token(service)}`)
        .options({ redirect: 'manual', signal })
        .responseType(ResponseType.RAW);
      const sent = (select.length === 0 ? request : request.select([...select])).get() as Promise<Response>; // RAW is that
      const response = await sent.catch((error: unknown) => {
        graphAsked(service, NO_ANSWER);
        throw new WaitError('away', AWAY_MS, error);
      });
      graphAsked(service, response.ok ? null : String(response.status));
      if (response.ok) return response;
      const failure = await failureOf(response, now());
      if (failure instanceof WaitError && failure.code === 'throttled') {
        closedUntil.set(gate, now() + failure.afterMs);
      }
      throw failure;
    };
    return {
      get: async (path, select) => {
        const response = await ask(path, AbortSignal.timeout(CALL_LIMIT_MS), select);
        try {
          return await jsonOf(response);
        } catch (error) {
          throw new WaitError('away', AWAY_MS, error);
        }
      },
      stream: ask,
      roles: async () => rolesIn(await tokenOf(tenant)),
    };
  };
}

async function failureOf(response: Response, at: number): Promise<WaitError | GraphRefusal> {
  const { status } = response;
  const code = await codeOf(response);
  if (status === 429) return new WaitError('throttled', askedToWaitMs(response.headers, at));
  return AWAY.has(status) ? new WaitError('away', askedToWaitMs(response.headers, at)) : new GraphRefusal(status, code);
}

/** For a better sentence only: a token of Graph is opaque by contract, and may stop being readable. */
function rolesIn(token: string): readonly string[] | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return tokenClaims.parse(claims).roles ?? [];
  } catch {
    return null;
  }
}

const tokenClaims = z.looseObject({ roles: z.array(z.string()).optional() });

/** Rejects for what is no JSON, and for what is larger than any answer that is asked for. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await boundedText(response, MAX_ANSWER_BYTES);
  if (text === null) throw new RangeError(`The answer has more than ${MAX_ANSWER_BYTES} bytes.`);
  return JSON.parse(text) as unknown;
}

const errorBody = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** Empty where the answer is none of Graph's. */
async function codeOf(response: Response): Promise<string> {
  try {
    return errorBody.parse(await jsonOf(response)).error.code;
  } catch {
    return '';
  }
}
