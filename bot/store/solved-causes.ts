/** Which cause was the true one, as the person said who closed the case as solved. It is said once, when the case is closed already. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

/** null where nobody has said it. */
export async function causeOf(db: Kysely<Tables>, caseNumber: number): Promise<string | null> {
  const row = await db.selectFrom('cases').select('solved_cause').where('number', '=', caseNumber).executeTakeFirst();
  return row?.solved_cause ?? null;
}

/** The id of a cause, or a word for none that is known. */
export async function keepCause(db: Kysely<Tables>, caseNumber: number, cause: string): Promise<void> {
  await db.updateTable('cases').set({ solved_cause: cause }).where('number', '=', caseNumber).execute();
}
