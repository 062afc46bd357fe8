/** ServiceNow by its Table API: a work note, which the caller of the record does not see. */
import createClient from 'openapi-fetch';
import { z } from 'zod';

import { type paths } from './service-now.openapi';
import { basicAuthorization, boundedFetch, callSignal, refusalOf, unexpectedAnswer } from './ticket-call';
import { type TicketAccess, type TicketSystem } from './ticket-system';

const records = z.object({
  result: z.array(z.object({ sys_id: z.string().regex(/^[0-9a-f]{32}$/), work_notes: z.string().optional() })),
});

export function openServiceNow(access: TicketAccess): TicketSystem {
  const { url, user, secret, table } = access;
  const client = createClient<paths>({
    baseUrl: url,
    headers: { authorization: basicAuthorization(user ?? '', secret), accept: 'application/json' },
    fetch: boundedFetch(access, 'json'),
  });

  return {
    title: 'ServiceNow',
    example: 'INC0012345',
    keyOf: (written) => {
      const key = written.trim().toUpperCase();
      return /^[A-Z]{2,10}\d{4,12}$/.test(key) ? key : null;
    },
    check: async (signal) => {
      const { response } = await client.GET('/api/now/table/{tableName}', {
        params: { path: { tableName: table }, query: { sysparm_fields: 'sys_id', sysparm_limit: 1 } },
        signal: callSignal(signal),
      });
      return response.ok ? { kind: 'ready' } : refusalOf(response);
    },
    write: async ({ ticket, mark, text }, signal) => {
      const found = await client.GET('/api/now/table/{tableName}', {
        params: {
          path: { tableName: table },
          query: {
            sysparm_query: `number=${ticket}`,
            sysparm_fields: 'sys_id,work_notes',
            sysparm_display_value: true,
            sysparm_limit: 1,
          },
        },
        signal: callSignal(signal),
      });
      if (!found.response.ok) return refusalOf(found.response);
      const { data: listed } = records.safeParse(found.data);
      if (listed === undefined) throw unexpectedAnswer();
      const [record] = listed.result;
      // A record that the account may not read is left out of the list, as one is that is not there.
      if (record === undefined) return { kind: 'never', why: '404' };
      if (record.work_notes?.includes(mark) === true) return { kind: 'there-already' };
      const { response } = await client.PATCH('/api/now/table/{tableName}/{sysId}', {
        params: { path: { tableName: table, sysId: record.sys_id }, query: { sysparm_fields: 'sys_id,number' } },
        body: { work_notes: text },
        signal: callSignal(signal),
      });
      return response.ok ? { kind: 'written' } : refusalOf(response);
    },
  };
}
