/** In the transaction of a diagnosis: the case gets the ticket that its place names, and the ticket gets a note where there is something to say. */
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering } from './answering';
import { type BotParts } from './bot-parts';
import { isSample } from './sample-case';

/** The record as it is then. Of a made-up client no ticket hears. */
export async function noteInTicket(
  { tickets, now }: BotParts,
  tx: StoreTransaction,
  { hints, at }: Pick<Answering, 'hints' | 'at'>,
  taken: CaseRecord,
  diagnosis: CaseDiagnosis,
): Promise<CaseRecord> {
  if (tickets === null || isSample(taken)) return taken;
  const record = hints === null ? taken : await tickets.find(tx, taken, hints);
  await tickets.plan(tx, { record, diagnosis, at: at ?? new Date(now()).toISOString(), asked: false });
  return record;
}
