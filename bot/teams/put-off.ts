/** Puts the reminder of a case off, and says in one sentence what becomes of it. */
import { type CaseRecord } from '../cases/case-record';
import { momentInWords } from '../cases/follow-up-words';
import { type PutOff } from '../cases/follow-ups';
import { caseNumber } from '../store/case-id';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type Delivered } from './inbox';

export interface PutOffWish {
  readonly record: CaseRecord;
  readonly until: PutOff['until'];
  readonly pressed: string | null;
}

/** What becomes of it, in one sentence with the time on the person's own clock. */
export async function putOffInWords(
  { followUps, now }: BotParts,
  tx: StoreTransaction,
  delivered: Delivered,
  { record, until, pressed }: PutOffWish,
): Promise<string> {
  const { asks } = await followUps.rulesFor(tx, delivered);
  if (!asks) return 'You told me to stop asking, so I do not. Write ask me again to change that.';
  const number = caseNumber(record.id);
  const then =
    number === null ? null : await followUps.putOff(tx, { caseNumber: number, by: delivered.person, until, pressed });
  if (then === null) return `Case ${record.id} waits for nothing now: what I asked for has come.`;
  const { due, rules } = then;
  return `I ask again ${momentInWords(due, now(), rules.zone, rules.isOwnZone)}.`;
}
