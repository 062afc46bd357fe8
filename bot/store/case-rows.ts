/** Cases in the tables. Every function takes a database or a transaction, so that a change can stand in one with what follows from it. */
import { type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';

import { DIAGNOSIS_SCHEMA, emptyCase } from '../../analyzers/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { figuresOf } from './case-figures';
import { caseId, caseNumber } from './case-id';
import { caseLog, entriesBetween, serverOf } from './case-log';
import { compiledOnce, type Given } from './compiled-once';
import { type Brought, brought, type CaseHead, evidenceOver } from './evidence-entries';
import { shownBy } from './shown-cards';
import { type RowOf } from './store-transaction';
import { type Tables } from './tables';

/** Who does something, and when. */
export interface Doing {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The key of a person; null where it is not known. */
  readonly person: string | null;
}

/** The open case of a conversation; begins one where there is none. In a transaction, or two instances may meet between the two. */
export async function openCase(tx: Kysely<Tables>, conversation: string, doing: Doing): Promise<CaseRecord> {
  const open = await openRow(tx, conversation);
  if (open !== undefined) return storedCase(tx, open);
  const begun = await beginFirstCase(tx, conversation, doing);
  if (begun !== null) return begun;
  // Another instance began it at the same time; its row is committed, or the insert would have waited.
  const row = await openRow(tx, conversation);
  if (row === undefined) throw new Error('The open case was closed at the same time.');
  return storedCase(tx, row);
}

/** null where the conversation has an open case. In a transaction. */
export async function beginFirstCase(
  tx: Kysely<Tables>,
  conversation: string,
  { at, person }: Doing,
): Promise<CaseRecord | null> {
  const [row] = (await insertOpen(tx, { conversation, at, person })).rows;
  return row === undefined ? null : { ...newCase(conversation), id: caseId(row.number), version: row.version };
}

const insertOpen = compiledOnce((db, given: Given<Doing & { readonly conversation: string }>) =>
  db
    .insertInto('cases')
    .values({
      conversation: given('conversation'),
      state: 'open',
      version: 1,
      calls: 0,
      opened_by: given('person'),
      opened_at: given('at'),
      updated_at: given('at'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['number', 'version']),
);

/** A case that nothing was sent to, as it is before it is begun: without an id. */
export const newCase = (conversation: string): CaseRecord => ({
  id: '',
  conversation,
  state: 'open',
  version: 0,
  evidence: emptyCase,
  log: [],
  diagnosis: null,
  cardActivityId: null,
  ticket: null,
});

/** null where the conversation has none. */
export async function openCaseIfAny(db: Kysely<Tables>, conversation: string): Promise<CaseRecord | null> {
  const row = await openRow(db, conversation);
  return row === undefined ? null : storedCase(db, row);
}

const openRow = async (db: Kysely<Tables>, conversation: string): Promise<Selectable<Tables['cases']> | undefined> =>
  (await openRows(db, { conversation })).rows[0];

const openRows = compiledOnce((db, given: Given<{ readonly conversation: string }>) =>
  db.selectFrom('cases').selectAll().where('conversation', '=', given('conversation')).where('state', '=', 'open'),
);

/** Closes the open case of a conversation, also one that cannot be read, and begins another. In a transaction. */
export async function beginCase(tx: Kysely<Tables>, conversation: string, doing: Doing): Promise<CaseRecord> {
  await tx
    .updateTable('cases')
    .set((row) => ({ state: 'closed', version: row('version', '+', 1), updated_at: doing.at }))
    .where('conversation', '=', conversation)
    .where('state', '=', 'open')
    .execute();
  return openCase(tx, conversation, doing);
}

/** null where no such case belongs to the conversation. */
export async function caseOf(db: Kysely<Tables>, conversation: string, id: string): Promise<CaseRecord | null> {
  const number = caseNumber(id);
  if (number === null) return null;
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', number)
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  return row === undefined ? null : storedCase(db, row);
}

/** Reads the whole case for it where anything may have come. */
function broughtBetween(before: CaseRecord, { evidence }: CaseRecord): Brought {
  return evidence === before.evidence ? { entry: null, commands: null } : brought(before.evidence, evidence);
}

/**
 * Keeps `after`, which was made from `before`: what it adds goes into the log, the row takes the next version. False, and nothing was
 * changed, where the stored case is not at the version of `before` any more: read it again, analyse again. In a transaction.
 */
export async function keepCase(
  tx: Kysely<Tables>,
  before: CaseRecord,
  after: CaseRecord,
  { at, person }: Doing,
  { entry, commands }: Brought = broughtBetween(before, after),
): Promise<boolean> {
  const number = caseNumber(before.id);
  if (number === null) return false;
  const awaited = awaitedOf(after.evidence);
  const asksAnew = awaited !== awaitedOf(before.evidence);
  const values = {
    number,
    version: before.version,
    next: before.version + 1,
    state: after.state,
    calls: after.evidence.calls,
    server: serverOf(after.evidence),
    awaited,
    diagnosis: after.diagnosis === null ? null : JSON.stringify(after.diagnosis),
    ...figuresOf(after.diagnosis, commands),
    at,
  };
  const asked = awaited === null ? { since: null, asked: null } : { since: at, asked: person };
  const { numAffectedRows } = await (asksAnew ? keepAndAsk(tx, { ...values, ...asked }) : keepRow(tx, values));
  if (numAffectedRows !== 1n) return false;
  // The message that shows the case may have become another meanwhile, which is no change of the case.
  if (after.cardActivityId !== before.cardActivityId) await shownBy(tx, number, after.cardActivityId);
  const entries = entriesBetween(before.evidence, after.evidence, entry);
  if (entries.length > 0) {
    const place = { case_number: number, call: after.evidence.calls, at, person };
    await tx
      .insertInto('case_entries')
      .values(entries.map((entry) => ({ ...place, ...entry })))
      .execute();
  }
  return true;
}

interface KeptRow extends Pick<
  RowOf<'cases'>,
  'number' | 'version' | 'state' | 'calls' | 'server' | 'awaited' | 'diagnosis'
> {
  readonly next: number;
  readonly failedStep: string | null;
  readonly commandsToCause: number | null;
  readonly at: number;
}

const keptRow = (db: Kysely<Tables>, given: Given<KeptRow>) =>
  db
    .updateTable('cases')
    .set((row) => ({
      state: given('state'),
      version: given('next'),
      calls: given('calls'),
      server: given('server'),
      awaited: given('awaited'),
      diagnosis: given('diagnosis'),
      // What came first stays: a case that was repaired failed all the same.
      failed_step: row.fn.coalesce('failed_step', row.val(given('failedStep'))),
      commands_to_cause: row.fn.coalesce('commands_to_cause', row.val(given('commandsToCause'))),
      updated_at: given('at'),
    }))
    .where('number', '=', given('number'))
    .where('version', '=', given('version'));
const keepRow = compiledOnce(keptRow);
const keepAndAsk = compiledOnce(
  (db, given: Given<KeptRow & { readonly since: number | null; readonly asked: string | null }>) =>
    keptRow(db, given).set({ awaited_since: given('since'), asked: given('asked') }),
);

const awaitedOf = ({ awaited }: CaseHead): string | null => (awaited === null ? null : JSON.stringify(awaited));

/** Rejects with a ServiceError where the case cannot be read by this release; the other cases are not touched by that. */
export async function storedCase(db: Kysely<Tables>, row: Selectable<Tables['cases']>): Promise<CaseRecord> {
  const id = caseId(row.number);
  const { head, entries } = await caseLog(db, row);
  return {
    id,
    conversation: row.conversation,
    state: row.state,
    version: row.version,
    evidence: evidenceOver(head, entries, id),
    log: entries,
    diagnosis: diagnosisOf(row.diagnosis),
    cardActivityId: row.card_activity_id,
    ticket: row.ticket,
  };
}

const ofThisVersion = z.looseObject({ schema: z.literal(DIAGNOSIS_SCHEMA) });

/** A diagnosis of another version is left out, because it can be computed again from the log at any time. */
function diagnosisOf(json: string | null): CaseDiagnosis | null {
  if (json === null) return null;
  try {
    const diagnosis = ofThisVersion.safeParse(JSON.parse(json));
    return diagnosis.success ? (diagnosis.data as unknown as CaseDiagnosis) : null;
  } catch {
    return null;
  }
}
