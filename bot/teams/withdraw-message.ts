/** Takes out of a case what a message brought that its author has deleted since, and judges the case again without it. */
import { messageCard } from '../../cards/index';
import { caseId, caseNumber } from '../store/case-id';
import { type Home } from '../store/home';
import { type TakenMessage, takenFrom, withdrawCalls } from '../store/taken-messages';
import { type StoreTransaction } from '../store/store-transaction';
import { type TakenIn } from '../cases/living-case';
import { type Answering, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { retireCard, showDiagnosis } from './take-in';

/** Nothing happens where the message brought nothing. Done again after it broke off, it ends the same. */
export async function withdrawMessage(parts: BotParts, home: Home, answering: Answering): Promise<void> {
  const { conversation, messageId, person, commit } = answering;
  const taken = messageId === null ? [] : await takenFrom(home.db, conversation, messageId);
  if (taken.length === 0) return;
  await parts.jobs.transaction(async (tx) => {
    for (const [number, calls] of byCase(taken)) await withdrawCalls(tx, number, calls);
  });
  await parts.cases.takeIn({
    conversation,
    incoming: { uploads: [] },
    person,
    commit,
    also: (tx, made) => tell(parts, tx, answering, taken, made),
  });
}

function byCase(taken: readonly TakenMessage[]): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, readonly number[]>();
  for (const { caseNumber: number, call } of taken) calls.set(number, [...(calls.get(number) ?? []), call]);
  return calls;
}

async function tell(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  taken: readonly TakenMessage[],
  made: TakenIn,
): Promise<void> {
  const { case: record } = made;
  const isOpen = taken.some(({ caseNumber: number }) => number === caseNumber(record.id));
  const of = isOpen ? record.id : caseId(taken[0]?.caseNumber ?? 0);
  const left = standing(record) !== null;
  const said = `A message was deleted, so I took out of case ${of} what it had brought.`;
  const then = !isOpen ? '' : left ? ' The case stands as shown below.' : ' Nothing else was read in it so far.';
  await putCard(parts, tx, answering, messageCard(`${said}${then}`, null), { part: 'withdrawn' });
  if (!isOpen) return;
  if (left) await showDiagnosis(parts, tx, answering, made);
  else await retireCard(parts, tx, answering, made.before);
}
