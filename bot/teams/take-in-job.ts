/** The job of the inbox: answers one message or press; a failure becomes one sentence to the person and one line in the log. */
import { errorCard, messageCard } from '../../cards/index';
import { referenceOf } from '../jobs/dead-jobs';
import { waitingBehind } from '../jobs/job-lanes';
import { type Job, type JobRun, type JobWork } from '../jobs/job';
import { isJobLost } from '../jobs/run-job';
import { RefusedError } from '../refused-error';
import { caseOf, openCase } from '../store/case-rows';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { answerConsent } from './answer-consent';
import { answerMessage } from './answer-message';
import { answerPosted } from './answer-posted';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { contextOf } from './case-cards';
import { doPressed } from './do-pressed';
import { failureSentence, KEPT } from './failure-sentence';
import { type InboxItem, inboxItemOf, isWaitedFor } from './inbox';
import { MissingRight } from './missing-right';
import { missingCard } from './take-in';
import {
  createToldToWait,
  HELD_BACK_LIMIT_MS,
  isPatient,
  THROTTLED_LIMIT_MS,
  type ToldToWait,
  WaitError,
} from './wait-error';
import { withdrawMessage } from './withdraw-message';
import { ticketHints } from './ticket-hints';

export function createTakeInWork(parts: BotParts, home: Home): JobWork {
  const toldToWait = createToldToWait(parts.now);
  return {
    run: (job, run) => takeIn(parts, home, toldToWait, job, run),
    gaveUp: (tx, job, why) => explain(parts, tx, job, why),
  };
}

async function takeIn(parts: BotParts, home: Home, toldToWait: ToldToWait, job: Job, run: JobRun): Promise<void> {
  const { delivered, content } = inboxItemOf(job.payload);
  const answering: Answering = {
    ...delivered,
    at: timeOf(content),
    hints: content.kind === 'message' ? await ticketHints(parts, content.message) : null,
    signal: run.signal,
    commit: (work) => run.finish(work),
  };
  try {
    toldToWait.check(job.id);
    await answer(parts, home, answering, content);
  } catch (error) {
    if (isJobLost(error)) throw error;
    const impatient = error instanceof WaitError ? await impatience(parts, home, job, answering.takenAt) : null;
    if (error instanceof WaitError && impatient === null) {
      parts.log.info('answer-waits', { why: error.code, ms: Math.round(error.afterMs) });
      await run.postpone(toldToWait.pause(job.id, error));
      return;
    }
    const refused = impatient ?? error;
    if (!(refused instanceof RefusedError)) throw error;
    parts.counters.count('answers_failed');
    parts.log.warn(refused.code);
    await answerWith(parts, answering, refusalCard(refused));
  } finally {
    parts.typing.over(delivered.key);
  }
}

const refusalCard = (refused: RefusedError) =>
  refused instanceof MissingRight ? missingCard(refused) : messageCard(refused.message, null);

/** Why a message that was taken in then is waited for no longer; null as long as it is. */
async function impatience({ now }: BotParts, { db }: Home, job: Job, since: number): Promise<RefusedError | null> {
  const patience = { since, now };
  if (!isPatient(patience, THROTTLED_LIMIT_MS)) return waitedTooLong();
  if (isPatient(patience, HELD_BACK_LIMIT_MS)) return null;
  const behind = await waitingBehind(db, job);
  return behind.some((payload) => isWaitedFor(inboxItemOf(payload))) ? heldBack() : null;
}

const waitedTooLong = (): RefusedError =>
  new RefusedError(
    'throttled',
    `Microsoft 365 has asked me to wait for ${THROTTLED_LIMIT_MS / 60_000} minutes, and I could not read the files of your message. Post it again later, or paste the output.`,
  );

const heldBack = (): RefusedError =>
  new RefusedError(
    'held-back',
    'Microsoft 365 asks me to wait, and more has come meanwhile: I go on with that, and have not read the files of the message before it. Post it again later, or paste the output.',
  );

function timeOf(content: InboxItem['content']): string | undefined {
  if (content.kind === 'message') return content.message.at;
  if (content.kind === 'posted') return content.posted.at ?? undefined;
  return content.kind === 'press' ? content.press.at : undefined;
}

async function answer(parts: BotParts, home: Home, answering: Answering, content: InboxItem['content']): Promise<void> {
  if (content.kind === 'message') return answerMessage(parts, answering, content.message);
  if (content.kind === 'withdrawal') return withdrawMessage(parts, home, answering);
  if (content.kind === 'posted') return answerPosted(parts, answering, content.posted);
  if (content.kind === 'consent') return answerConsent(parts, answering, content.consent);
  const record = await caseOf(home.db, answering.conversation, content.press.caseId);
  if (record !== null) await doPressed(parts, answering, content.press, record);
}

/** Nobody who was acknowledged is left without an answer. */
async function explain(parts: BotParts, tx: StoreTransaction, job: Job, why: unknown): Promise<void> {
  const { delivered } = inboxItemOf(job.payload);
  parts.counters.count('answers_failed');
  const reference = referenceOf(job.id);
  parts.log.error('answer-failed', { reference }, why);
  await putCard(parts, tx, delivered, await failureCard(parts, tx, delivered, reference), {
    // Each time that it is tried again and fails has an answer of its own.
    part: `failed-${parts.now()}`,
  });
}

async function failureCard(
  { now }: BotParts,
  tx: StoreTransaction,
  { conversation, person }: InboxItem['delivered'],
  reference: string,
) {
  try {
    return errorCard(KEPT, reference, contextOf(await openCase(tx, conversation, { at: now(), person })));
  } catch {
    // The case itself may be what cannot be read.
    return messageCard(failureSentence(reference), null);
  }
}
