/** The rows of the follow-ups, and the jobs that send them. */
import { randomUUID } from 'node:crypto';

import { type NewJob } from '../jobs/job';
import { compiledOnce, type Given } from '../store/compiled-once';
import { type RowOf, type StoreTransaction } from '../store/store-transaction';
import { type Stage } from './follow-up-plan';

/** The id of the job; null where one with its key exists. */
export type Enqueue = (tx: StoreTransaction, job: NewJob) => Promise<string | null>;

/** The payload of a `prompt` job. */
export interface PromptJob {
  readonly followUp: number;
  /** Whether the person chose the hour: it need not be working time. */
  readonly ownHour: boolean;
}

/** Whoever changes the follow-ups of a case holds its row, so that two who do wait for each other and neither overlooks what the other adds. */
export const lockCase = (tx: StoreTransaction, caseNumber: number): Promise<unknown> => lock(tx, { caseNumber });

/** From now on somebody is asked. Holds the case too. */
export const noteQuestion = (tx: StoreTransaction, question: Question): Promise<unknown> => ask(tx, question);

/** Nobody is asked any more. What the case would make of an output without a heading it still knows. Holds the case too. */
export const noteAnswer = (tx: StoreTransaction, caseNumber: number): Promise<unknown> => endAsking(tx, { caseNumber });

interface Question {
  readonly caseNumber: number;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type OfCase = Pick<Question, 'caseNumber'>;

const lock = compiledOnce((db, given: Given<OfCase>) =>
  db
    .updateTable('cases')
    .set((row) => ({ calls: row.ref('calls') }))
    .where('number', '=', given('caseNumber')),
);
const ask = compiledOnce((db, given: Given<Question>) =>
  db
    .updateTable('cases')
    .set({ awaited_since: given('at'), asked: given('person') })
    .where('number', '=', given('caseNumber')),
);
const endAsking = compiledOnce((db, given: Given<OfCase>) =>
  db.updateTable('cases').set({ awaited_since: null }).where('number', '=', given('caseNumber')),
);

export interface NewFollowUp {
  readonly caseNumber: number;
  readonly conversation: string;
  readonly person: string;
  readonly stage: Stage;
  readonly due: number;
  readonly ownHour: boolean;
}

export async function insertFollowUp(
  tx: StoreTransaction,
  parts: { readonly enqueue: Enqueue; readonly now: () => number },
  { caseNumber, conversation, person, stage, due, ownHour }: NewFollowUp,
): Promise<void> {
  const at = parts.now();
  const job = randomUUID();
  const [row] = (await insertRow(tx, { caseNumber, conversation, person, stage, due, job, at })).rows;
  if (row === undefined) throw new Error('A follow-up that was inserted has no row.');
  await parts.enqueue(tx, { id: job, ...promptJob(row.id, due, ownHour) });
}

interface NewRow extends Omit<NewFollowUp, 'ownHour'> {
  readonly job: string;
  readonly at: number;
}

const insertRow = compiledOnce((db, given: Given<NewRow>) =>
  db
    .insertInto('follow_ups')
    .values({
      case_number: given('caseNumber'),
      conversation: given('conversation'),
      person: given('person'),
      stage: given('stage'),
      due_at: given('due'),
      state: 'planned',
      job: given('job'),
      created_at: given('at'),
      updated_at: given('at'),
    })
    .returning('id'),
);

/** Ends what is planned or unanswered for a case; gives it back as it is now. The case must be held. */
export async function endOpenFollowUps(
  tx: StoreTransaction,
  caseNumber: number,
  at: number,
): Promise<readonly RowOf<'follow_ups'>[]> {
  return (await endOpen(tx, { caseNumber, at })).rows;
}

const endOpen = compiledOnce((db, given: Given<Pick<Question, 'caseNumber' | 'at'>>) =>
  db
    .updateTable('follow_ups')
    .set((row) => ({
      state: row
        .case()
        .when('state', '=', 'sent')
        .then('answered' as const)
        .else('cancelled' as const)
        .end(),
      updated_at: given('at'),
    }))
    .where('case_number', '=', given('caseNumber'))
    .where('state', 'in', ['planned', 'sent'])
    .returningAll(),
);

/** The job that sends the prompt at that time. The row knows it, so that an older one of a prompt that was moved finds that it is not meant. */
export async function arm(
  tx: StoreTransaction,
  { enqueue }: { readonly enqueue: Enqueue },
  followUp: number,
  due: number,
  ownHour: boolean,
): Promise<void> {
  const job = await enqueue(tx, promptJob(followUp, due, ownHour));
  await tx.updateTable('follow_ups').set({ job, due_at: due }).where('id', '=', followUp).execute();
}

function promptJob(followUp: number, due: number, ownHour: boolean): NewJob {
  const payload: PromptJob = { followUp, ownHour };
  return { kind: 'prompt', key: `prompt/${followUp}/${due}`, dueAt: due, payload };
}

/** The one that is put off; undefined where the case has none that is open. */
export const openFollowUp = (tx: StoreTransaction, caseNumber: number): Promise<RowOf<'follow_ups'> | undefined> =>
  tx
    .selectFrom('follow_ups')
    .selectAll()
    .where('case_number', '=', caseNumber)
    .where('state', 'in', ['planned', 'sent'])
    // A prompt that was sent comes before the one that is planned after it.
    .orderBy('state', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** The conversation of a case that asks somebody for an output; null where it asks nobody, or is closed. */
export async function askingIn(tx: StoreTransaction, caseNumber: number): Promise<string | null> {
  const row = await tx
    .selectFrom('cases')
    .select('conversation')
    .where('number', '=', caseNumber)
    .where('state', '=', 'open')
    .where('awaited', 'is not', null)
    .where('awaited_since', 'is not', null)
    .executeTakeFirst();
  return row?.conversation ?? null;
}
