/** People: what the bot must know of somebody to ask at the right time, and whether they want to be asked at all. */
import { type Kysely, type Selectable } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type Tables } from './tables';

export type Person = Selectable<Tables['people']>;

/** What an activity tells of its sender; null where it does not. */
export interface Introduction {
  readonly name: string | null;
  /** IANA */
  readonly timeZone: string | null;
  readonly locale: string | null;
}

/** Teams allows 256; what is longer is cut. */
const MAX_NAME_CHARACTERS = 256;

/** At every activity: what is told replaces what was known, what is not told stays, and so does the wish not to be asked. */
export async function meetPerson(
  db: Kysely<Tables>,
  key: string,
  { name, timeZone, locale }: Introduction,
  at: number,
): Promise<void> {
  await meet(db, {
    key,
    name: name === null ? null : withoutNul(name).slice(0, MAX_NAME_CHARACTERS),
    time_zone: timeZone,
    locale,
    at,
  });
}

interface Met extends Pick<Person, 'key' | 'name' | 'time_zone' | 'locale'> {
  readonly at: number;
}

const meet = compiledOnce((db, given: Given<Met>) =>
  db
    .insertInto('people')
    .values({
      key: given('key'),
      prompts: 'on',
      name: given('name'),
      time_zone: given('time_zone'),
      locale: given('locale'),
      updated_at: given('at'),
    })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ fn }) => ({
        name: fn.coalesce('excluded.name', 'people.name'),
        time_zone: fn.coalesce('excluded.time_zone', 'people.time_zone'),
        locale: fn.coalesce('excluded.locale', 'people.locale'),
        updated_at: given('at'),
      })),
    ),
);

/** Whether a person wants to be asked, over all cases. */
export async function setPrompts(
  db: Kysely<Tables>,
  key: string,
  prompts: Person['prompts'],
  at: number,
): Promise<void> {
  await db
    .insertInto('people')
    .values({ key, prompts, updated_at: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ prompts, updated_at: at }))
    .execute();
}

/** null where nobody of that key was met. */
export async function personOf(db: Kysely<Tables>, key: string): Promise<Person | null> {
  return (await db.selectFrom('people').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** The keys of people with this id in whichever tenant. */
export async function keysOfId(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  // What is a wildcard within the id finds too many, and never too few.
  const rows = await db.selectFrom('people').select('key').where('key', 'like', `%/${id}`).orderBy('key').execute();
  return rows.map(({ key }) => key).filter((key) => key.endsWith(`/${id}`));
}

/** A text of PostgreSQL cannot have the character U+0000. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');
