/** The redactor of a ticket: it goes on with the stand-ins of the notes before, and what it adds is kept in the same transaction. */
import { z } from 'zod';

import { createRedactor, REDACTION_MAP_SCHEMA, type RedactionMap, type Redactor } from '../../analyzers/index';
import { type StoreTransaction } from '../store/store-transaction';
import { keepStandIns, standInsFor } from '../store/ticket-stand-ins';

export interface TicketRedactor {
  readonly redactor: Redactor;
  /** `at`: milliseconds since 1970. */
  readonly keep: (at: number) => Promise<void>;
}

export async function redactorOf(tx: StoreTransaction, ticket: string): Promise<TicketRedactor> {
  const kept = await standInsFor(tx, ticket);
  const redactor = createRedactor(kept === null ? undefined : (mapOf(kept) ?? undefined));
  return { redactor, keep: (at) => keepStandIns(tx, ticket, JSON.stringify(redactor.map()), at) };
}

/** The inside is not checked: only this program writes it, and the version changes with the shape. */
const ofThisVersion = z.looseObject({ schema: z.literal(REDACTION_MAP_SCHEMA) });

/** null for a map of another release: its ticket gets stand-ins of its own from then on, which is better than none. */
export function mapOf(json: string): RedactionMap | null {
  try {
    const map = ofThisVersion.safeParse(JSON.parse(json));
    return map.success ? (map.data as unknown as RedactionMap) : null;
  } catch {
    return null;
  }
}
