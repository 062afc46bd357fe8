/** Jira Cloud, Service Management too: a comment in the Atlassian Document Format, kept from the customers of a service project. */
import createClient from 'openapi-fetch';
import { z } from 'zod';

import { type components, type paths } from './jira.openapi';
import { basicAuthorization, boundedFetch, callSignal, refusalOf, unexpectedAnswer } from './ticket-call';
import { type TicketAccess, type TicketNote, type TicketSystem } from './ticket-system';

/** A note is looked for among the newest comments: between two tries of one note are hours at most. */
const LOOKED_AT = 50;
const COMMENTS = '/rest/api/3/issue/{issueIdOrKey}/comment';

const comments = z.object({ comments: z.array(z.object({ body: z.unknown() })) });

export function openJira(access: TicketAccess): TicketSystem {
  const { url, user, secret } = access;
  const client = createClient<paths>({
    baseUrl: url,
    headers: { authorization: basicAuthorization(user ?? '', secret) },
    fetch: boundedFetch(access, 'json'),
  });

  return {
    title: 'Jira',
    example: 'NET-142',
    keyOf: (written) => {
      const key = written.trim().toUpperCase();
      return /^[A-Z][A-Z0-9_]{0,30}-[1-9]\d{0,9}$/.test(key) ? key : null;
    },
    check: async (signal) => {
      const { response } = await client.GET('/rest/api/3/myself', { signal: callSignal(signal) });
      return response.ok ? { kind: 'ready' } : refusalOf(response);
    },
    write: async (note, signal) => {
      const path = { issueIdOrKey: note.ticket };
      const newest = await client.GET(COMMENTS, {
        params: { path, query: { orderBy: '-created', maxResults: LOOKED_AT } },
        signal: callSignal(signal),
      });
      if (!newest.response.ok) return refusalOf(newest.response);
      const { data: listed } = comments.safeParse(newest.data);
      if (listed === undefined) throw unexpectedAnswer();
      if (listed.comments.some(({ body }) => JSON.stringify(body ?? null).includes(note.mark))) {
        return { kind: 'there-already' };
      }
      const { response } = await client.POST(COMMENTS, {
        params: { path },
        body: { body: documentOf(note), properties: [{ key: 'sd.public.comment', value: { internal: true } }] },
        signal: callSignal(signal),
      });
      return response.ok ? { kind: 'written' } : refusalOf(response);
    },
  };
}

/** The columns of the note need a font in which they stand below each other. */
const documentOf = ({ text }: TicketNote): components['schemas']['Document'] => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'codeBlock', content: [{ type: 'text', text }] }],
});
