/** The answer inside the dialog, where the bot is no member of the conversation: it waits a little for the reading, and can be asked again. */
import { ledBy, stillReadingCard, unreadableCard } from '../../cards/index';
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

/** `key` is that of the delivery. */
export async function answerInDialog(
  parts: BotParts,
  conversation: string,
  key: string,
  membership: Exclude<Membership, 'member'>,
): Promise<DialogAnswer> {
  const end = performance.now() + DIALOG_WAIT_MS;
  for (;;) {
    const state = await parts.jobs.transaction((tx) => stateOfJob(tx, takeInKey(key)));
    if (state === 'done') return answerOf(parts, conversation, WHY[membership]);
    if (state !== 'pending' && state !== 'running') return { kind: 'said', sentence: FAILED };
    if (performance.now() > end) return { kind: 'dialog', size: 'medium', card: stillReadingCard(key) };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The key comes back from a client: only one of the same conversation is looked for. */
export const lookAgain = (parts: BotParts, conversation: string, key: string): Promise<DialogAnswer> =>
  key.startsWith(`${conversation}/`)
    ? answerInDialog(parts, conversation, key, 'not-member')
    : Promise.resolve({ kind: 'said', sentence: 'This dialog belongs to another conversation. Open it again.' });

const WHY: Readonly<Record<Exclude<Membership, 'member'>, string>> = {
  'not-member':
    'Tunnel Triage is not in this conversation, so the answer stands only here. Add the app to the conversation, and it answers in its thread.',
  unknown:
    'Teams does not tell at the moment whether Tunnel Triage is in this conversation, so the answer stands here too.',
};
const FAILED = 'I could not finish this. Open the message action again, or send the output in a chat with me.';

async function answerOf(parts: BotParts, conversation: string, why: string): Promise<DialogAnswer> {
  const record = await parts.jobs.transaction((tx) => openCaseIfAny(tx, conversation));
  if (record === null) return { kind: 'said', sentence: FAILED };
  const diagnosis = standing(record);
  const context = contextOf(record, diagnosis?.at, 'gone');
  const card =
    diagnosis === null
      ? unreadableCard({ uploads: record.diagnosis?.uploads ?? [], diagnosis }, context)
      : caseCard(diagnosis, context);
  return { kind: 'dialog', size: 'large', card: ledBy(why, card) };
}
