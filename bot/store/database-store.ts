/** Cases and conversations in a database. */
import { type Kysely, type Transaction } from 'kysely';

import { emptyCase } from '../../analyzers/index';
import { type CaseRecord, type CaseStore, type ConversationStore } from '../cases/case-store';
import { caseNumber, storedCase } from './stored-case';
import { type Tables } from './tables';

/** Teams repeats a delivery within minutes; a day is far beyond that. */
export const SEEN_FOR_MS = 24 * 60 * 60 * 1000;

export interface DatabaseStore extends CaseStore, ConversationStore {
  /** Rejects where the database does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `now` gives milliseconds since 1970. */
export function createDatabaseStore(db: Kysely<Tables>, now: () => number): DatabaseStore {
  return {
    openCase: (conversation) => db.transaction().execute((tx) => openOrBegin(tx, conversation, now())),
    caseOf: (conversation, id) => caseOf(db, conversation, id),
    beginCase: (conversation) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('cases')
          .set({ state: 'closed', updated_at: now() })
          .where('conversation', '=', conversation)
          .where('state', '=', 'open')
          .execute();
        return openOrBegin(tx, conversation, now());
      }),
    keep: (record) => keep(db, record, now()),
    remember: async (key, reference) => {
      const values = { reference: JSON.stringify(reference), updated_at: now() };
      await db
        .insertInto('conversations')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute();
    },
    referenceOf: async (key) => {
      const row = await db.selectFrom('conversations').select('reference').where('key', '=', key).executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.reference) as unknown);
    },
    firstDelivery: (conversation, activity) =>
      db.transaction().execute((tx) => firstDelivery(tx, conversation, activity, now())),
    check: async () => {
      await db.selectFrom('cases').select('number').limit(1).execute();
    },
    close: () => db.destroy(),
  };
}

async function openOrBegin(tx: Transaction<Tables>, conversation: string, at: number): Promise<CaseRecord> {
  const open = await tx
    .selectFrom('cases')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (open !== undefined) return storedCase(open);
  const begun = {
    conversation,
    state: 'open' as const,
    version: 1,
    evidence: JSON.stringify(emptyCase),
    updated_at: at,
  };
  return storedCase(await tx.insertInto('cases').values(begun).returningAll().executeTakeFirstOrThrow());
}

async function caseOf(db: Kysely<Tables>, conversation: string, id: string): Promise<CaseRecord | null> {
  const number = caseNumber(id);
  if (number === null) return null;
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', number)
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  return row === undefined ? null : storedCase(row);
}

async function keep(db: Kysely<Tables>, record: CaseRecord, at: number): Promise<boolean> {
  const number = caseNumber(record.id);
  if (number === null) return false;
  const { numUpdatedRows } = await db
    .updateTable('cases')
    .set({
      state: record.state,
      version: record.version + 1,
      evidence: JSON.stringify(record.evidence),
      diagnosis: record.diagnosis === null ? null : JSON.stringify(record.diagnosis),
      card_activity_id: record.cardActivityId,
      updated_at: at,
    })
    .where('number', '=', number)
    .where('version', '=', record.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function firstDelivery(
  tx: Transaction<Tables>,
  conversation: string,
  activity: string,
  at: number,
): Promise<boolean> {
  await tx
    .deleteFrom('seen_activities')
    .where('seen_at', '<', at - SEEN_FOR_MS)
    .execute();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('seen_activities')
    .values({ conversation, activity, seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
