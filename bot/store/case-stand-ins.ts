/** The stand-ins of a case's redacted answers, so that a name has the same one in each. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

/** JSON of a redaction map; null where nothing was redacted for the case so far. */
export async function standInsOfCase(db: Kysely<Tables>, caseNumber: number): Promise<string | null> {
  const row = await db
    .selectFrom('case_stand_ins')
    .select('map')
    .where('case_number', '=', caseNumber)
    .executeTakeFirst();
  return row?.map ?? null;
}

/** `at`: milliseconds since 1970. */
export async function keepStandInsOfCase(
  tx: Kysely<Tables>,
  caseNumber: number,
  map: string,
  at: number,
): Promise<void> {
  await tx
    .insertInto('case_stand_ins')
    .values({ case_number: caseNumber, map, updated_at: at })
    .onConflict((conflict) => conflict.column('case_number').doUpdateSet({ map, updated_at: at }))
    .execute();
}
