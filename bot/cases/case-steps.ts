/** The small changes of a case, each inside of a transaction that the caller gives. */
import { type NextCommand } from '../../analyzers/index';
import { ServiceError } from '../service-error';
import { caseOf, type Doing, keepCase } from '../store/case-rows';
import { type StoreTransaction } from '../store/store-transaction';
import { type CaseRecord } from './case-record';
import { CASE_CHANGED } from './living-case';

/** Rejects with `case-changed` where somebody else changes the case at the same time. */
export const closeCase = (tx: StoreTransaction, record: CaseRecord, doing: Doing): Promise<void> =>
  change(tx, record, doing, () => ({ state: 'closed' }));

/** Remembers which command a case waits for now. Rejects as `closeCase` does. */
export const expectCommand = (
  tx: StoreTransaction,
  record: CaseRecord,
  awaited: NextCommand,
  doing: Doing,
): Promise<void> => change(tx, record, doing, ({ evidence }) => ({ evidence: { ...evidence, awaited } }));

async function change(
  tx: StoreTransaction,
  { conversation, id }: CaseRecord,
  doing: Doing,
  changed: (stored: CaseRecord) => Partial<CaseRecord>,
): Promise<void> {
  const stored = await caseOf(tx, conversation, id);
  if (stored !== null && (await keepCase(tx, stored, { ...stored, ...changed(stored) }, doing))) return;
  throw new ServiceError(CASE_CHANGED, `Case ${id} was changed by somebody else at the same time.`);
}
