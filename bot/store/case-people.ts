/** Who has taken part in a case: whoever sent something, and whoever is asked. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type RowOf } from './store-transaction';
import { type Tables } from './tables';

/** The keys of at most `limit` people, the latest first. */
export async function peopleOfCase(db: Kysely<Tables>, caseNumber: number, limit: number): Promise<readonly string[]> {
  const [row] = (await askedOf(db, { caseNumber })).rows;
  const senders = await sendersOf(db, { caseNumber, limit });
  const all = [...senders.rows.map(({ person }) => person), row?.asked, row?.opened_by];
  return [...new Set(all.filter((person) => person != null))].slice(0, limit);
}

const askedOf = compiledOnce((db, given: Given<{ readonly caseNumber: number }>) =>
  db.selectFrom('cases').select(['asked', 'opened_by']).where('number', '=', given('caseNumber')),
);

const sendersOf = compiledOnce((db, given: Given<{ readonly caseNumber: number; readonly limit: number }>) =>
  db
    .selectFrom('case_entries')
    .select(({ fn }) => ['person', fn.max('id').as('latest')])
    .where('case_number', '=', given('caseNumber'))
    .where('person', 'is not', null)
    .groupBy('person')
    .orderBy('latest', 'desc')
    .limit(given('limit')),
);

/** The cases for which a person sent something. */
export const casesWithEntriesOf = (
  db: Kysely<Tables>,
  person: string,
): Promise<readonly Pick<RowOf<'cases'>, 'number' | 'conversation' | 'ticket'>[]> =>
  db
    .selectFrom('cases')
    .select(['number', 'conversation', 'ticket'])
    .where('number', 'in', (query) =>
      query.selectFrom('case_entries').select('case_number').where('person', '=', person),
    )
    .execute();
