/** What stands for what in the notes of a ticket: kept as long as a case has the ticket, so that a name has the same stand-in in every note of it. */
import { type Kysely } from 'kysely';

import { type Deleted, deletedFrom } from './deleted';
import { type RowOf } from './store-transaction';
import { type Tables } from './tables';

type Database = Kysely<Tables>;

/** JSON of the map; null where nothing was redacted for the ticket yet. */
export async function standInsFor(db: Database, ticket: string): Promise<string | null> {
  const row = await db.selectFrom('ticket_stand_ins').select('map').where('ticket', '=', ticket).executeTakeFirst();
  return row?.map ?? null;
}

/** `map` is JSON; `at` milliseconds since 1970. */
export async function keepStandIns(tx: Database, ticket: string, map: string, at: number): Promise<void> {
  const values = { map, updated_at: at };
  await tx
    .insertInto('ticket_stand_ins')
    .values({ ticket, ...values })
    .onConflict((conflict) => conflict.column('ticket').doUpdateSet(values))
    .execute();
}

interface Ticketed {
  /** null where it has none. */
  readonly ticket: string | null;
}

/** Those of the tickets of some cases. */
export async function standInsOf(
  db: Database,
  cases: readonly Ticketed[],
): Promise<readonly RowOf<'ticket_stand_ins'>[]> {
  const tickets = ticketsOf(cases);
  return tickets.length === 0
    ? []
    : db.selectFrom('ticket_stand_ins').selectAll().where('ticket', 'in', tickets).orderBy('ticket').execute();
}

/** As `standInsOf` finds them. Another case of such a ticket gets new ones with its next note: nobody can tell whose names a map has. */
export async function deleteStandInsOf(tx: Database, cases: readonly Ticketed[]): Promise<Deleted> {
  const tickets = ticketsOf(cases);
  return tickets.length === 0
    ? {}
    : deletedFrom(
        'ticket_stand_ins',
        await tx.deleteFrom('ticket_stand_ins').where('ticket', 'in', tickets).executeTakeFirst(),
      );
}

const ticketsOf = (cases: readonly Ticketed[]): readonly string[] =>
  cases.flatMap(({ ticket }) => (ticket === null ? [] : [ticket]));

/** Those of tickets that no case has any more. */
export async function deleteUnusedStandIns(tx: Database): Promise<Deleted> {
  const used = tx.selectFrom('cases').select('cases.ticket').where('cases.ticket', 'is not', null);
  return deletedFrom(
    'ticket_stand_ins',
    await tx
      .deleteFrom('ticket_stand_ins')
      .where('ticket', 'not in', used.$narrowType<{ ticket: string }>())
      .executeTakeFirst(),
  );
}
