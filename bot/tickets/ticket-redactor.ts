/** The redactor of a ticket: it goes on with the stand-ins of the notes before, and what it adds is kept in the same transaction. */
import { type Redactor } from '../../analyzers/index';
import { redactorWith } from '../redaction/kept-stand-ins';
import { type StoreTransaction } from '../store/store-transaction';
import { keepStandIns, standInsFor } from '../store/ticket-stand-ins';

export interface TicketRedactor {
  readonly redactor: Redactor;
  /** `at`: milliseconds since 1970. */
  readonly keep: (at: number) => Promise<void>;
}

export async function redactorOf(tx: StoreTransaction, ticket: string): Promise<TicketRedactor> {
  const redactor = redactorWith(await standInsFor(tx, ticket));
  return { redactor, keep: (at) => keepStandIns(tx, ticket, JSON.stringify(redactor.map()), at) };
}
