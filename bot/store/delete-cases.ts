/** Deletes cases with everything that came for them. */
import { type ExpressionBuilder, type ExpressionWrapper, type Kysely, type SqlBool } from 'kysely';

import { keepFacts } from './case-figures';
import { type Deleted, deletedFrom, together } from './deleted';
import { type Tables } from './tables';
import { deleteUnusedStandIns } from './ticket-stand-ins';

export interface TakenCase {
  readonly number: number;
  readonly conversation: string;
  readonly ticket: string | null;
  readonly opened_at: number;
  /** Of an open case the moment of its deletion. */
  readonly closed_at: number;
}

type CaseFilter = (where: ExpressionBuilder<Tables, 'cases'>) => ExpressionWrapper<Tables, 'cases', SqlBool>;

/**
 * Takes cases in hand that are to be deleted in the same transaction: whoever is about to change one of them finds another version,
 * and nothing can be added between the deletion of what it has and its own.
 */
export async function takeCases(tx: Kysely<Tables>, which: CaseFilter, at: number): Promise<readonly TakenCase[]> {
  const rows = await tx
    .updateTable('cases')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where(which)
    .returning(['number', 'conversation', 'ticket', 'state', 'opened_at', 'updated_at'])
    .execute();
  return rows.map(({ state, updated_at, ...row }) => ({ ...row, closed_at: state === 'open' ? at : updated_at }));
}

/** In the transaction in which they were taken. What they were is counted, without a name. */
export async function deleteCases(tx: Kysely<Tables>, cases: readonly TakenCase[]): Promise<Deleted> {
  if (cases.length === 0) return {};
  const numbers = cases.map(({ number }) => number);
  await keepFacts(tx, numbers);
  const followUps = tx.selectFrom('follow_ups').select('job').where('case_number', 'in', numbers);
  return together([
    deletedFrom(
      'jobs',
      await tx.deleteFrom('jobs').where('id', 'in', followUps.$narrowType<{ job: string }>()).executeTakeFirst(),
    ),
    deletedFrom('follow_ups', await tx.deleteFrom('follow_ups').where('case_number', 'in', numbers).executeTakeFirst()),
    deletedFrom(
      'case_entries',
      await tx.deleteFrom('case_entries').where('case_number', 'in', numbers).executeTakeFirst(),
    ),
    deletedFrom(
      'idempotency_keys',
      await tx.deleteFrom('idempotency_keys').where('case_number', 'in', numbers).executeTakeFirst(),
    ),
    deletedFrom(
      'case_stand_ins',
      await tx.deleteFrom('case_stand_ins').where('case_number', 'in', numbers).executeTakeFirst(),
    ),
    deletedFrom('audit', await tx.deleteFrom('audit').where('case_number', 'in', numbers).executeTakeFirst()),
    deletedFrom('cases', await tx.deleteFrom('cases').where('number', 'in', numbers).executeTakeFirst()),
    await deleteUnusedStandIns(tx),
  ]);
}
