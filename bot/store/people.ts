/** The people who talk to the bot: what their activities say of them, and whether they want to be reminded. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

export type PersonSeen = Pick<Tables['people'], 'key' | 'name' | 'time_zone' | 'locale'>;

/** Keeps what an activity says; what it does not say stays as it was, and so does the wish not to be reminded. */
export async function rememberPerson(db: Kysely<Tables>, person: PersonSeen, at: number): Promise<void> {
  const { key, ...said } = person;
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  await db
    .insertInto('people')
    .values({ ...person, prompts: 'on', updated_at: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ ...told, updated_at: at }))
    .execute();
}
