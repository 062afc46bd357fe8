/** Which message brought what into which case, so that what a deleted message brought can be taken out again. */
import { type Kysely } from 'kysely';
import { z } from 'zod';

import { record } from './audit-trail';
import { type Tables } from './tables';

const ACTION = 'message-read';

export interface TakenMessage {
  readonly caseNumber: number;
  /** Which call of the case it was. */
  readonly call: number;
}

/** In the transaction that keeps what the message brought. */
export async function rememberTaken(
  tx: Kysely<Tables>,
  message: string,
  { caseNumber, call }: TakenMessage,
  { at, person }: { readonly at: number; readonly person: string | null },
): Promise<void> {
  await record(tx, { at, action: ACTION, caseNumber, person, detail: { call, message } });
}

/** An edited message may have been read several times. */
export async function takenFrom(
  db: Kysely<Tables>,
  conversation: string,
  message: string,
): Promise<readonly TakenMessage[]> {
  const rows = await db
    .selectFrom('audit')
    .innerJoin('cases', 'cases.number', 'audit.case_number')
    .select(['audit.case_number', 'audit.detail'])
    .where('cases.conversation', '=', conversation)
    .where('audit.action', '=', ACTION)
    .where('audit.detail', 'like', `%${JSON.stringify(message).replaceAll(/[%_]/g, '')}%`)
    .execute();
  return rows.flatMap(({ case_number: caseNumber, detail }) => {
    const parsed = taken.safeParse(JSON.parse(detail)); // only `record` writes it
    return parsed.success && parsed.data.message === message && caseNumber !== null
      ? [{ caseNumber, call: parsed.data.call }]
      : [];
  });
}

const taken = z.object({ call: z.number(), message: z.string() });

/** Takes what these calls brought out of the log of their case; whoever is about to change the case finds another version. In a transaction. */
export async function withdrawCalls(tx: Kysely<Tables>, caseNumber: number, calls: readonly number[]): Promise<number> {
  if (calls.length === 0) return 0;
  const { numDeletedRows } = await tx
    .deleteFrom('case_entries')
    .where('case_number', '=', caseNumber)
    .where('kind', '=', 'evidence')
    .where('call', 'in', [...calls])
    .executeTakeFirst();
  await tx
    .updateTable('cases')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('number', '=', caseNumber)
    .execute();
  return Number(numDeletedRows);
}
