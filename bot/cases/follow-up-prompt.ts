/** The job of a prompt that is due: it looks at the case as it is now, and sends, moves or drops what was planned. */
import { z } from 'zod';

import { type Awaited, closingQuestionCard, followUpCard, settledCard } from '../../cards/index';
import { type JobWork } from '../jobs/job';
import { record } from '../store/audit-trail';
import { storedCase } from '../store/case-rows';
import { caseId } from '../store/case-id';
import { readAnyIn } from '../store/evidence-entries';
import { type RowOf, type StoreTransaction } from '../store/store-transaction';
import { dueAt, nextMorning, sendingTime, stageAfter } from './follow-up-plan';
import { type Rules, rulesFor } from './follow-up-rules';
import { arm, insertFollowUp } from './follow-up-rows';
import { type FollowUpParts } from './follow-ups';
import { momentInWords } from './follow-up-words';

/** How often it is looked again whether a person has answered the prompt of another case. */
export const WAIT_BEHIND_ANOTHER_MS = 30 * 60 * 1000;

const payload = z.object({ followUp: z.number(), ownHour: z.boolean() });

export const createPromptWork = (parts: FollowUpParts): JobWork => ({
  run: async (job, run) => {
    const { followUp, ownHour } = payload.parse(job.payload);
    await run.finish((tx) => servePrompt(tx, parts, { job: job.id, followUp, ownHour }));
  },
});

interface Due {
  readonly job: string;
  readonly followUp: number;
  readonly ownHour: boolean;
}

/** What becomes of it. */
export type Served = 'sent' | 'moved' | 'dropped';

/** In one transaction: a prompt is written into the outbox together with the record that it was sent and the plan of the next. */
export async function servePrompt(tx: StoreTransaction, parts: FollowUpParts, due: Due): Promise<Served> {
  await lockPersonOf(tx, due.followUp);
  await lockCaseOf(tx, due.followUp);
  const row = await plannedRow(tx, due.followUp);
  if (row?.state !== 'planned' || row.job !== due.job) return 'dropped';
  const { now } = parts;
  const rules = await rulesFor(tx, parts.settings, row);
  const awaited = await awaitedOf(tx, row, rules, now());
  if (awaited === null || !rules.asks) {
    await tx
      .updateTable('follow_ups')
      .set({ state: 'cancelled', updated_at: now() })
      .where('id', '=', row.id)
      .execute();
    return 'dropped';
  }
  const when = await timeToSend(tx, parts, row, rules, due.ownHour);
  if (when !== 'now') {
    await arm(tx, parts, row.id, when, due.ownHour);
    return 'moved';
  }
  await send(tx, parts, row, rules, awaited);
  return 'sent';
}

type FollowUpRow = RowOf<'follow_ups'>;

const plannedRow = (tx: StoreTransaction, id: number): Promise<FollowUpRow | undefined> =>
  tx.selectFrom('follow_ups').selectAll().where('id', '=', id).where('state', '=', 'planned').executeTakeFirst();

/** Two prompts for one person, due at the same moment in two instances, wait for each other here: only one of them finds none before it. */
async function lockPersonOf(tx: StoreTransaction, followUp: number): Promise<void> {
  await tx
    .updateTable('people')
    .from('follow_ups')
    .set((row) => ({ prompts: row.ref('people.prompts') }))
    .whereRef('people.key', '=', 'follow_ups.person')
    .where('follow_ups.id', '=', followUp)
    .where('follow_ups.state', '=', 'planned')
    .execute();
}

/** As `lockCase` does for a case whose number is known. */
async function lockCaseOf(tx: StoreTransaction, followUp: number): Promise<void> {
  await tx
    .updateTable('cases')
    .from('follow_ups')
    .set((row) => ({ calls: row.ref('cases.calls') }))
    .whereRef('cases.number', '=', 'follow_ups.case_number')
    .where('follow_ups.id', '=', followUp)
    .where('follow_ups.state', '=', 'planned')
    .execute();
}

/** What the case waits for now; null where it is closed, waits for nothing, or cannot be written to any more. */
async function awaitedOf(
  tx: StoreTransaction,
  { case_number, conversation, person }: FollowUpRow,
  { zone, isOwnZone }: Rules,
  now: number,
): Promise<Awaited | null> {
  const row = await tx
    .selectFrom('cases')
    .innerJoin('conversations', 'conversations.key', 'cases.conversation')
    .leftJoin('people', (join) => join.on('people.key', '=', person))
    .selectAll('cases')
    .select(['conversations.state as place', 'conversations.scope', 'people.name'])
    .where('cases.number', '=', case_number)
    .executeTakeFirst();
  const since = row?.awaited_since ?? null;
  if (row?.place !== 'live' || row.conversation !== conversation || row.state !== 'open' || since === null) return null;
  const record = await storedCase(tx, row);
  if (record.evidence.awaited === null) return null;
  const nothingRead = !readAnyIn(record.log);
  return {
    diagnosis: nothingRead ? null : record.diagnosis,
    nothingRead,
    next: record.evidence.awaited,
    asked: momentInWords(since, now, zone, isOwnZone),
    of: row.scope === 'personal' ? null : row.name,
  };
}

async function timeToSend(
  tx: StoreTransaction,
  { now }: FollowUpParts,
  row: FollowUpRow,
  { settings, zone }: Rules,
  ownHour: boolean,
): Promise<'now' | number> {
  const time = sendingTime(settings, zone, now(), ownHour);
  if (time !== 'now') return time;
  const other = await promptOfAnotherCase(tx, row);
  const until = other === undefined ? now() : nextMorning(settings, zone, other.updated_at);
  const isBehind = until > now() || (row.stage !== 'first' && (await hasUnasked(tx, row, now())));
  if (!isBehind) return 'now';
  const again = until > now() ? Math.min(until, now() + WAIT_BEHIND_ANOTHER_MS) : now() + WAIT_BEHIND_ANOTHER_MS;
  const then = sendingTime(settings, zone, again, false);
  return then === 'now' ? again : then;
}

/** The latest that the person has not answered. It stands in the way until the next working morning, then the next case has its turn. */
const promptOfAnotherCase = (tx: StoreTransaction, { person, case_number }: FollowUpRow) =>
  tx
    .selectFrom('follow_ups')
    .select('updated_at')
    .where('person', '=', person)
    .where('state', '=', 'sent')
    .where('case_number', '!=', case_number)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();

/** A question that was never asked comes before a reminder, or one case that is left lying would hold up all others. */
async function hasUnasked(tx: StoreTransaction, { person, case_number }: FollowUpRow, now: number): Promise<boolean> {
  const waiting = await tx
    .selectFrom('follow_ups')
    .select('id')
    .where('person', '=', person)
    .where('state', '=', 'planned')
    .where('stage', '=', 'first')
    .where('due_at', '<=', now)
    // One that is not served at all, because its case cannot be read, holds up nothing.
    .where('due_at', '>', now - 2 * WAIT_BEHIND_ANOTHER_MS)
    .where('case_number', '!=', case_number)
    .executeTakeFirst();
  return waiting !== undefined;
}

async function send(
  tx: StoreTransaction,
  parts: FollowUpParts,
  row: FollowUpRow,
  rules: Rules,
  awaited: Awaited,
): Promise<void> {
  const { id, case_number: caseNumber, conversation, person, stage } = row;
  const at = parts.now();
  await markSent(tx, parts, row);
  const context = { caseId: caseId(caseNumber), buttons: 'offered' } as const;
  const card = (stage === 'closing' ? closingQuestionCard : followUpCard)(awaited, context);
  await parts.outbox.send(tx, { conversation, followUp: id, card });
  await record(tx, { at, action: 'prompt-sent', caseNumber, person, detail: { stage } });
  const next = stageAfter(rules.settings, stage);
  const due = next === null ? null : dueAt(rules.settings, rules.zone, next, at);
  if (next === null || due === null) return;
  await insertFollowUp(tx, parts, { caseNumber, conversation, person, stage: next, due, ownHour: false });
}

/** Of one question one prompt has buttons, the newest: those that were sent before it are retired. */
async function markSent(
  tx: StoreTransaction,
  { outbox, now }: FollowUpParts,
  { id: newest, case_number }: FollowUpRow,
): Promise<void> {
  const marked = await tx
    .updateTable('follow_ups')
    .set((row) => ({
      state: row
        .case()
        .when('id', '=', newest)
        .then('sent' as const)
        .else('cancelled' as const)
        .end(),
      updated_at: now(),
    }))
    .where('case_number', '=', case_number)
    .where((row) => row.or([row('id', '=', newest), row('state', '=', 'sent')]))
    .returning(['id', 'conversation', 'prompt_activity_id'])
    .execute();
  for (const { id, conversation, prompt_activity_id: activityId } of marked) {
    if (id === newest || activityId === null) continue;
    await outbox.replace(tx, { conversation, followUp: id, activityId, card: settledCard(ASKED_AGAIN, null, null) });
  }
}

const ASKED_AGAIN = 'I asked for this again further down.';
