/** Request Tracker 5 by its REST2: a comment, which requestors do not get. Its subject is the mark, because RT lists the subjects of a ticket's messages. */
import createClient from 'openapi-fetch';
import { z } from 'zod';

import { type paths } from './request-tracker.openapi';
import { basicAuthorization, boundedFetch, callSignal, refusalOf, unexpectedAnswer } from './ticket-call';
import { type TicketAccess, type TicketSystem } from './ticket-system';

/** A note is looked for among the newest messages: between two tries of one note are hours at most. */
const LOOKED_AT = 100;

const subjects = z.object({ items: z.array(z.object({ Subject: z.string().nullish() })) });

export function openRequestTracker(access: TicketAccess): TicketSystem {
  const { url, user, secret } = access;
  const client = createClient<paths>({
    baseUrl: url,
    headers: { authorization: user === null ? `token ${secret}` : basicAuthorization(user, secret) },
    fetch: boundedFetch(access, 'json'),
  });

  return {
    title: 'Request Tracker',
    example: '12345',
    keyOf: (written) => {
      const digits = /^(?:(?:RT|ticket)\s?)?#?0{0,9}([1-9]\d{0,8})$/i.exec(written.trim())?.[1];
      return digits ?? null;
    },
    check: async (signal) => {
      const { response } = await client.GET('/REST/2.0/rt', { signal: callSignal(signal) });
      return response.ok ? { kind: 'ready' } : refusalOf(response);
    },
    write: async ({ ticket, mark, text }, signal) => {
      const path = { id: Number(ticket) };
      // Of a ticket that is not there RT lists no messages, and refuses a comment with 400: only the ticket itself tells.
      const there = await client.GET('/REST/2.0/ticket/{id}', { params: { path }, signal: callSignal(signal) });
      if (!there.response.ok) return refusalOf(there.response);
      const messages = await client.GET('/REST/2.0/ticket/{id}/attachments', {
        params: { path, query: { fields: 'Subject', orderby: 'id', order: 'DESC', per_page: LOOKED_AT } },
        signal: callSignal(signal),
      });
      if (!messages.response.ok) return refusalOf(messages.response);
      const { data: listed } = subjects.safeParse(messages.data);
      if (listed === undefined) throw unexpectedAnswer();
      const subject = `Tunnel Triage ${mark}`;
      if (listed.items.some(({ Subject }) => Subject === subject)) return { kind: 'there-already' };
      const { response } = await client.POST('/REST/2.0/ticket/{id}/comment', {
        params: { path },
        body: { Subject: subject, Content: text, ContentType: 'text/plain' },
        signal: callSignal(signal),
      });
      // RT refuses what an account has no right to with 400 and a sentence that may be in any language.
      return response.ok ? { kind: 'written' } : refusalOf(response);
    },
  };
}
