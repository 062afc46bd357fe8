/** The ticket of a case, and what its last note was about. It is no part of what the case knows, so it does not change the case's version. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

export interface CaseTicket {
  readonly ticket: string;
  /** How the case came to it. */
  readonly origin: string;
  /** The state that the last note is about, planned or written; null where there was none. */
  readonly state: string | null;
  /** How many notes were planned. */
  readonly notes: number;
}

/** null where the case has none. */
export async function ticketOfCase(db: Kysely<Tables>, caseNumber: number): Promise<CaseTicket | null> {
  const row = await db
    .selectFrom('cases')
    .select(['ticket', 'ticket_origin', 'ticket_state', 'ticket_notes'])
    .where('number', '=', caseNumber)
    .executeTakeFirst();
  if (row?.ticket == null) return null;
  return { ticket: row.ticket, origin: row.ticket_origin ?? '', state: row.ticket_state, notes: row.ticket_notes };
}

/** Another ticket knows nothing of the case yet; null takes the ticket away. In a transaction. */
export async function keepTicket(
  tx: Kysely<Tables>,
  caseNumber: number,
  bound: Pick<CaseTicket, 'ticket' | 'origin'> | null,
): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ ticket: bound?.ticket ?? null, ticket_origin: bound?.origin ?? null, ticket_state: null })
    .where('number', '=', caseNumber)
    .execute();
}

/**
 * Counts another note of a case and keeps what it is about; its number. null where the last note is about that already. One statement, so that
 * of two at the same time one is the first.
 */
export async function countNote(tx: Kysely<Tables>, caseNumber: number, state: string): Promise<number | null> {
  const row = await tx
    .updateTable('cases')
    .set((of) => ({ ticket_state: state, ticket_notes: of('ticket_notes', '+', 1) }))
    .where('number', '=', caseNumber)
    .where((where) => where.or([where('ticket_state', 'is', null), where('ticket_state', '<>', state)]))
    .returning('ticket_notes')
    .executeTakeFirst();
  return row?.ticket_notes ?? null;
}

/** A note of the same state was planned since, because this one had been given up. */
export async function isSaidSince(
  db: Kysely<Tables>,
  caseNumber: number,
  { ticket, state, count }: { readonly ticket: string; readonly state: string; readonly count: number },
): Promise<boolean> {
  const bound = await ticketOfCase(db, caseNumber);
  return bound !== null && bound.ticket === ticket && bound.state === state && bound.notes > count;
}

/** A note that had been given up is written after all: its state is the last one, unless there is another since. */
export async function rememberNote(
  tx: Kysely<Tables>,
  caseNumber: number,
  { ticket, state }: { readonly ticket: string; readonly state: string },
): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ ticket_state: state })
    .where('number', '=', caseNumber)
    .where('ticket', '=', ticket)
    .where('ticket_state', 'is', null)
    .execute();
}

/** The note of that state was never written: it may be planned again. `origin` is kept where it is given. */
export async function forgetNote(
  tx: Kysely<Tables>,
  caseNumber: number,
  { ticket, state }: { readonly ticket: string; readonly state: string },
  origin: string | null,
): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ ticket_state: null, ...(origin === null ? {} : { ticket_origin: origin }) })
    .where('number', '=', caseNumber)
    .where('ticket', '=', ticket)
    .where('ticket_state', '=', state)
    .execute();
}
