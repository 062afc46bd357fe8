/** The answer inside the dialog, where the bot is no member of the conversation: it waits a little for the reading, and can be asked again. */
import { type AdaptiveCard, ledBy, stillReadingCard, unreadableCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { stateOfJob } from '../jobs/job-rows';
import { openCaseIfAny } from '../store/case-rows';
import { type BotParts } from './bot-parts';
import { caseCard, contextOf, standing } from './case-cards';
import { type DialogAnswer } from './dialog';
import { takeInKey } from './inbox';
import { type Membership } from './roster';

/** Together with the question to the roster it stays below what a client waits for an invoke. */
export const DIALOG_WAIT_MS = 2500;
const LOOK_EVERY_MS = 50;

/** What is looked for: the answer to the delivery of that key. */
export interface Looked {
  readonly key: string;
  /** How the case stood, by `stoodBefore`; null where there was none, or that is not known. */
  readonly before: string | null;
}

/** How a case stands, to be told later whether anything was read since: which case, and how many calls have brought something. */
export const stoodBefore = (record: CaseRecord | null): string | null =>
  record === null ? null : `${record.id} ${record.evidence.calls}`;

function hasReadSince({ id, evidence }: CaseRecord, before: string | null): boolean {
  const [caseId, calls] = before?.split(' ') ?? [];
  return caseId !== id || evidence.readings.some(({ call }) => call > Number(calls));
}

export async function answerInDialog(
  parts: BotParts,
  conversation: string,
  looked: Looked,
  membership: Exclude<Membership, 'member'>,
): Promise<DialogAnswer> {
  const end = performance.now() + DIALOG_WAIT_MS;
  for (;;) {
    const state = await parts.jobs.transaction((tx) => stateOfJob(tx, takeInKey(looked.key)));
    if (state === 'done') return answerOf(parts, conversation, looked.before, WHY[membership]);
    if (state !== 'pending' && state !== 'running') return { kind: 'said', sentence: FAILED };
    if (performance.now() > end)
      return { kind: 'dialog', size: 'medium', card: stillReadingCard(looked.key, looked.before) };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The key comes back from a client: only one of the same conversation is looked for. */
export const lookAgain = (parts: BotParts, conversation: string, looked: Looked): Promise<DialogAnswer> =>
  looked.key.startsWith(`${conversation}/`)
    ? answerInDialog(parts, conversation, looked, 'not-member')
    : Promise.resolve({ kind: 'said', sentence: 'This dialog belongs to another conversation. Open it again.' });

const WHY: Readonly<Record<Exclude<Membership, 'member'>, string>> = {
  'not-member':
    'Tunnel Triage is not in this conversation, so the answer stands only here. Add the app to the conversation, and it answers in its thread.',
  unknown:
    'Teams does not tell at the moment whether Tunnel Triage is in this conversation, so the answer stands here too.',
};
const FAILED = 'I could not finish this. Open the message action again, or send the output in a chat with me.';

/** A diagnosis that stood before is no answer to what could not be read: then it says so. */
async function answerOf(
  parts: BotParts,
  conversation: string,
  before: string | null,
  why: string,
): Promise<DialogAnswer> {
  const record = await parts.jobs.transaction((tx) => openCaseIfAny(tx, conversation));
  if (record === null) return { kind: 'said', sentence: FAILED };
  const diagnosis = standing(record);
  const context = contextOf(record, diagnosis?.at, 'gone');
  const answer = (card: AdaptiveCard): DialogAnswer => ({ kind: 'dialog', size: 'large', card: ledBy(why, card) });
  if (diagnosis !== null && hasReadSince(record, before)) return answer(caseCard(diagnosis, context));
  const unread = (record.diagnosis?.uploads ?? []).filter(({ readings }) => readings.length === 0);
  return unread.length === 0
    ? { kind: 'said', sentence: FAILED }
    : answer(unreadableCard({ uploads: unread, diagnosis }, context));
}
