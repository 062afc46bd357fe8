/** Which message shows a prompt, and whether the prompt is still wanted while it is on its way. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

/** False where it was answered, put off or taken back since it was written into the outbox. */
export async function isPromptWanted(db: Kysely<Tables>, followUp: number): Promise<boolean> {
  const row = await db.selectFrom('follow_ups').select('state').where('id', '=', followUp).executeTakeFirst();
  return row?.state === 'sent';
}

/** In a transaction. False as `isPromptWanted`: whoever answered it found no message yet whose buttons could be taken away. */
export async function promptShownBy(tx: Kysely<Tables>, followUp: number, activityId: string): Promise<boolean> {
  const row = await tx
    .updateTable('follow_ups')
    .set({ prompt_activity_id: activityId })
    .where('id', '=', followUp)
    .returning('state')
    .executeTakeFirst();
  return row?.state === 'sent';
}
