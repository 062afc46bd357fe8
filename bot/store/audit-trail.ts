/** The audit trail: who did what and when, in codes and small facts, never the content of an upload or a message. */
import { type Kysely } from 'kysely';

import { compiledOnce, type Given } from './compiled-once';
import { type Tables } from './tables';

export interface Action {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A code, such as `case-closed`. */
  readonly action: string;
  readonly caseNumber: number | null;
  /** The key of a person; null where it was the bot itself. */
  readonly person: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** In the transaction of what was done, so that nothing is done without a trace and no trace is of what was not. */
export async function record(tx: Kysely<Tables>, { detail, ...action }: Action): Promise<void> {
  await insertRow(tx, { ...action, detail: JSON.stringify(detail) });
}

interface Row extends Omit<Action, 'detail'> {
  readonly detail: string;
}

const insertRow = compiledOnce((db, given: Given<Row>) =>
  db.insertInto('audit').values({
    at: given('at'),
    action: given('action'),
    case_number: given('caseNumber'),
    person: given('person'),
    detail: given('detail'),
  }),
);

/** The newest first. */
export async function actionsOfCase(db: Kysely<Tables>, caseNumber: number, limit: number): Promise<readonly Action[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('case_number', '=', caseNumber)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, action, case_number, person, detail }) => ({
    at,
    action,
    caseNumber: case_number,
    person,
    detail: detailOf(detail),
  }));
}

/** What is damaged is left out, because the rest of the trail must stay readable. */
function detailOf(json: string): Action['detail'] {
  try {
    return JSON.parse(json) as Action['detail']; // only `record` writes it
  } catch {
    return {};
  }
}
