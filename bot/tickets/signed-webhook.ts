/** An address of the operator's own: every note is posted there with a signature. The document beside this file says how to check it. */
import { createHmac } from 'node:crypto';
import createClient from 'openapi-fetch';

import { type components, type paths } from './signed-webhook.openapi';
import { boundedFetch, callSignal, refusalOf } from './ticket-call';
import { type TicketAccess, type TicketSystem } from './ticket-system';

const SCHEMA = 'tunnel-triage/webhook/1';
/** Tells which bot was started, so that its ping is no repetition. */
const PING = 'ping';

type Message = components['schemas']['Note'] | components['schemas']['Ping'];

export function openSignedWebhook(access: TicketAccess): TicketSystem {
  const bounded = boundedFetch(access, 'anything');
  const client = createClient<paths>({
    baseUrl: new URL(access.url).origin,
    // The address is the operator's as a whole, and may have a path and a query of its own.
    fetch: (request) => bounded(new Request(access.url, request)),
  });
  const post = async (message: Message, signal: AbortSignal): Promise<Response> => {
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const { response } = await client.POST('/', {
      params: {
        header: {
          'X-Tunnel-Triage-Timestamp': timestamp,
          'X-Tunnel-Triage-Signature': signatureOf(access.secret, timestamp, body),
          'Idempotency-Key': message.id,
        },
      },
      body: message,
      // What was signed is what is sent, to the byte.
      bodySerializer: () => body,
      parseAs: 'text',
      signal: callSignal(signal),
    });
    return response;
  };

  return {
    title: 'the webhook',
    example: 'A-142',
    keyOf: (written) => {
      const key = written.trim();
      return /^[A-Za-z0-9][A-Za-z0-9._#-]{0,39}$/.test(key) ? key : null;
    },
    check: async (signal) => {
      const response = await post({ schema: SCHEMA, kind: PING, id: `${PING}-${Date.now()}` }, signal);
      return response.ok ? { kind: 'ready' } : refusalOf(response);
    },
    // It cannot be asked what it has, so the receiver knows a repetition by its id.
    write: async ({ ticket, caseId, occasion, mark, text }, signal) => {
      const response = await post(
        { schema: SCHEMA, kind: 'note', id: mark, ticket, case: caseId, occasion, text },
        signal,
      );
      return response.ok ? { kind: 'written' } : refusalOf(response);
    },
  };
}

/** `v1=` and the HMAC-SHA256 of timestamp, full stop and body, in hexadecimal digits. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex')}`;
