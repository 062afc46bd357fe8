/**
 * `GET /metrics`: the numbers of the process and of its store for Prometheus. They hold no names, but they tell a stranger how busy the bot is and
 * which release runs, and a bot for Teams has to be reached from the internet: so they are for this machine alone, or for whoever has the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';

import { type Counters } from '../counters';

export interface MetricsParts {
  readonly counters: Pick<Counters, 'text'>;
  /** What the store says of the work that waits, in the same form; never rejects. */
  readonly storeMetrics: () => Promise<string>;
  /** Whoever shows it as a bearer token may read from anywhere; null lets only this machine read. */
  readonly metricsToken: string | null;
}

/** The exposition format of Prometheus, in which the text is. */
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function createMetricsRoute(
  parts: MetricsParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (!mayRead(request, parts.metricsToken)) {
      const refusal =
        parts.metricsToken === null
          ? 'The metrics are for this machine alone: set TUNNEL_TRIAGE_METRICS_TOKEN to read them from another.'
          : 'Send the token of TUNNEL_TRIAGE_METRICS_TOKEN: Authorization: Bearer TOKEN.';
      response.writeHead(401, { ...TEXT, 'www-authenticate': 'Bearer realm="metrics"' });
      response.end(refusal);
      return;
    }
    const text = (await parts.counters.text()) + (await parts.storeMetrics());
    response.writeHead(200, { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' });
    response.end(text);
  };
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

function mayRead(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return isOfThisMachine(request);
  const shown = /^Bearer ([^\s]{1,1000})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(sha256(shown), sha256(token));
}

/** Hashes are of one length, so that the comparison takes the same time whatever is shown. */
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const LOOPBACK_PEERS = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** A proxy on this machine says by one of them that it asks for somebody else (RFC 7239, RFC 9110 §7.6.3, and what proxies did before). */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const isOfThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK_PEERS.has(socket.remoteAddress ?? '') && PROXY_HEADERS.every((name) => headers[name] === undefined);
