/** The job of the outbox: one message, sent when the conversation may be written to, and recorded where its id is needed. */
import { settledCard } from '../../cards/index';
import { type Job, type JobRun, type JobWork } from '../jobs/job';
import { type JobQueue } from '../jobs/job-engine';
import { isJobLost } from '../jobs/run-job';
import { pauseBefore } from '../jobs/send-limits';
import { type Log } from '../log';
import { liveReference, markConversationDead } from '../store/conversations';
import { type Home } from '../store/home';
import { isPromptWanted, promptShownBy } from '../store/prompt-messages';
import { cardShowing, shownBy } from '../store/shown-cards';
import { type StoreTransaction } from '../store/store-transaction';
import { type Courier } from './courier';
import { refusalOf } from './delivery';
import { cardOf, type Outgoing, outgoingOf, putOut, sendLane, type Shows } from './outbox';

export interface SendParts {
  readonly home: Home;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly courier: Courier;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A message that was posted must not be posted again because the store was away for a moment, so its record is tried for so long. */
const RECORD_FOR_MS = 15_000;
const RECORD_EVERY_MS = 250;

export const createSendWork = (parts: SendParts): JobWork => ({ run: (job, run) => send(parts, job, run) });

async function send(parts: SendParts, job: Job, run: JobRun): Promise<void> {
  const { home, now } = parts;
  const message = outgoingOf(job.payload);
  const pause = await pauseBefore(home.db, sendLane(message.conversation), now());
  if (pause > 0) return run.postpone(pause);
  const reference = await liveReference(home.db, message.conversation);
  if (reference === null) return run.drop('conversation-gone', () => Promise.resolve());
  if (!(await isWanted(parts, message))) return run.drop('not-wanted', () => Promise.resolve());
  const activityId = await replacedBy(parts, message);
  if (replaces(message) && activityId === null) return run.drop('nothing-to-replace', () => Promise.resolve());
  let posted: string | null;
  try {
    posted = await post(parts, job, reference, message, activityId);
  } catch (error) {
    return refused(parts, message, run, error);
  }
  await recorded(run, (tx) => record(parts, tx, job, message, posted));
}

/** A prompt is not sent to who has answered it meanwhile; everything else is. */
const isWanted = ({ home }: SendParts, message: Outgoing): Promise<boolean> =>
  message.what === 'card' && message.shows?.kind === 'follow-up'
    ? isPromptWanted(home.db, message.shows.id)
    : Promise.resolve(true);

/** Whether it does something with a message that must still be there. */
const replaces = ({ what }: Outgoing): boolean => what !== 'card' && what !== 'file';

/** The message that the card takes the place of, or that is removed; null where there is none. */
async function replacedBy({ home }: SendParts, message: Outgoing): Promise<string | null> {
  if (message.what === 'replace' || message.what === 'remove') return message.activityId;
  if (message.what === 'file') return null;
  if (message.what === 'card') return message.inPlaceOf ?? null;
  return cardShowing(home.db, message.caseNumber);
}

async function post(
  { courier }: SendParts,
  job: Job,
  reference: unknown,
  message: Outgoing,
  activityId: string | null,
): Promise<string | null> {
  const key = job.key ?? job.id;
  if (message.what === 'file') return courier.file(reference, key, message.attachment);
  if (message.what === 'remove') {
    await courier.remove(reference, message.activityId);
    return null;
  }
  const keyed = { key, card: cardOf(message) };
  if (activityId === null) return courier.card(reference, keyed);
  try {
    await courier.replaceCard(reference, activityId, keyed);
    return activityId;
  } catch (error) {
    // The message that showed the reading was deleted meanwhile: its answer is still owed.
    if (message.what !== 'card' || refusalOf(error, true).kind !== 'never') throw error;
    return courier.card(reference, keyed);
  }
}

async function refused({ log, now }: SendParts, message: Outgoing, run: JobRun, error: unknown): Promise<void> {
  const refusal = refusalOf(error, replaces(message));
  log.warn('not-sent', { kind: refusal.kind, why: refusal.why }, error);
  if (refusal.kind === 'later') return run.retry(refusal.why, refusal.afterMs);
  if (refusal.kind === 'gone') {
    return run.drop(refusal.why, (tx) => markConversationDead(tx, message.conversation, now()));
  }
  // A card whose message was deleted has nothing left to be replaced in.
  return !replaces(message) ? run.giveUp(refusal.why) : run.drop(refusal.why, () => Promise.resolve());
}

async function record(
  { jobs }: SendParts,
  tx: StoreTransaction,
  job: Job,
  message: Outgoing,
  activityId: string | null,
): Promise<void> {
  if (message.what === 'retire') await shownBy(tx, message.caseNumber, null);
  if (message.what !== 'card' || message.shows === null || activityId === null) return;
  const { shows, conversation } = message;
  const replaced = await replacedThereby(tx, shows, activityId);
  if (replaced === null) return;
  await putOut(jobs, tx, `${job.key ?? job.id}/retired`, { what: 'replace', conversation, ...replaced });
}

type Replaced = Pick<Extract<Outgoing, { what: 'replace' }>, 'activityId' | 'card'>;

/** A card that holds no longer now that this one is shown: the one before it, or, of a prompt that was answered on its way, itself. */
async function replacedThereby(tx: StoreTransaction, shows: Shows, activityId: string): Promise<Replaced | null> {
  if (shows.kind === 'follow-up') {
    const wanted = await promptShownBy(tx, shows.id, activityId);
    return wanted ? null : { activityId, card: settledCard(ANSWERED_MEANWHILE, null, null) };
  }
  const before = await shownBy(tx, shows.caseNumber, activityId);
  return before === null || shows.retired === null ? null : { activityId: before, card: shows.retired };
}

const ANSWERED_MEANWHILE = 'This was settled while I was writing it.';

async function recorded(run: JobRun, effect: (tx: StoreTransaction) => Promise<void>): Promise<void> {
  const end = performance.now() + RECORD_FOR_MS;
  for (;;) {
    try {
      await run.finish(effect);
      return;
    } catch (error) {
      if (isJobLost(error) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, RECORD_EVERY_MS));
    }
  }
}
