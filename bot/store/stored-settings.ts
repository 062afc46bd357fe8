/** Settings that people change while the bot runs: those of everybody, of one team, and of one person. What they are is not known here. */
import { type Kysely } from 'kysely';

import { ServiceError } from '../service-error';
import { type Tables } from './tables';

/** A person's ends with the key of the person. */
export type SettingsScope = 'global' | `team/${string}` | `person/${string}`;

export const personsScope = (key: string): SettingsScope => `person/${key}`;

/** As they were kept; null where none were. Rejects with a ServiceError where they are damaged, so that nobody goes by others in silence. */
export async function storedSettings(db: Kysely<Tables>, scope: SettingsScope): Promise<unknown> {
  const row = await db.selectFrom('settings').select('body').where('scope', '=', scope).executeTakeFirst();
  if (row === undefined) return null;
  try {
    return JSON.parse(row.body) as unknown;
  } catch (error) {
    throw new ServiceError('settings-damaged', `The settings of ${scope} cannot be read: set them again.`, error);
  }
}

/** Replaces all of them; `body` goes through JSON. */
export async function keepSettings(db: Kysely<Tables>, scope: SettingsScope, body: unknown, at: number): Promise<void> {
  const values = { body: JSON.stringify(body), updated_at: at };
  await db
    .insertInto('settings')
    .values({ scope, ...values })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet(values))
    .execute();
}
