/** A connector on the loopback interface that takes every message and counts how often each came. */
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type AdaptiveCard } from '../../cards/index';

/** One message that was accepted. */
export interface Delivery {
  readonly method: 'POST' | 'PUT';
  readonly conversation: string;
  /** The key that the bot sends along; null for typing indicators. */
  readonly key: string | null;
  /** null where cards are not kept. */
  readonly card: AdaptiveCard | null;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

export interface CountingConnector {
  readonly serviceUrl: string;
  readonly deliveries: readonly Delivery[];
  /** By key, those that were posted. */
  readonly posted: () => ReadonlyMap<string, readonly Delivery[]>;
  /** The keys of everything that was accepted: an answer may take the place of the message that showed how far its reading had come. */
  readonly keys: () => ReadonlySet<string | null>;
  readonly close: () => Promise<void>;
}

/** `latencyMs` is what a real one takes to answer. `keepCards`: a long run has too many of them for the memory. */
export async function startCountingConnector(
  latencyMs: number,
  { keepCards = false } = {},
): Promise<CountingConnector> {
  const deliveries: Delivery[] = [];
  let last = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const conversation = decodeURIComponent(/\/v3\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '');
      setTimeout(() => {
        // What counts is acceptance, whether or not somebody is left to hear of it.
        const method = request.method === 'PUT' ? 'PUT' : 'POST';
        const card = keepCards ? (body.attachments?.[0]?.content ?? null) : null;
        const key = body.channelData?.sendKey ?? null;
        deliveries.push({ method, conversation, key, card, at: performance.now() });
        last += 1;
        // Two statements: an HTTP framework in the same process may have replaced the first by one that gives nothing back.
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: `sent-${last}` }));
      }, latencyMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    deliveries,
    keys: () => new Set(deliveries.map(({ key }) => key)),
    posted: () => postedByKey(deliveries),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Those that were posted, not those that took the place of another one, nor typing indicators. */
export function postedByKey(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly Delivery[]> {
  const byKey = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    if (delivery.key === null || delivery.method !== 'POST') continue;
    const before = byKey.get(delivery.key);
    if (before === undefined) byKey.set(delivery.key, [delivery]);
    else before.push(delivery);
  }
  return byKey;
}

interface SentBody {
  readonly attachments?: readonly { readonly content: AdaptiveCard }[];
  readonly channelData?: { readonly sendKey?: string };
}

async function bodyOf(request: IncomingMessage): Promise<SentBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as SentBody;
}
