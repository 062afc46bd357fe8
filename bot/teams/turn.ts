/** One turn: what Teams sends is told apart, acknowledged fast, and answered after the turn. */
import { ActivityTypes, TurnContext } from 'botbuilder';

import { welcomeCard } from '../../cards/index';
import { type ConversationStore } from '../cases/case-store';
import { answerMessage } from './answer-message';
import { answerPress, type PressAnswer } from './answer-press';
import { answerSafely, failureSentence, newReference } from './answer-safely';
import { type BotParts } from './bot-parts';
import { type ButtonPress, buttonPress } from './button-press';
import { contextOf } from './case-cards';
import { conversationKey, inboundMessage } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';

export interface TurnOptions {
  readonly conversations: ConversationStore;
  /** Empty allows every tenant. */
  readonly allowedTenants: readonly string[];
}

/** The logic that the adapter runs for each activity that it has authenticated. */
export async function turn(
  parts: BotParts,
  options: TurnOptions,
  activity: IncomingActivity,
  context: TurnContext,
): Promise<void> {
  parts.counters.count('turns');
  if (!isAllowed(activity, options.allowedTenants)) {
    parts.log.warn('tenant-refused');
    return answerInvoke(activity, context, { kind: 'said', sentence: 'This bot is not open to your organisation.' });
  }
  const key = conversationKey(activity);
  if (activity.id !== undefined && !(await options.conversations.firstDelivery(key, activity.id))) {
    parts.counters.count('duplicates');
    return answerInvoke(activity, context, { kind: 'said', sentence: 'This was done already.' });
  }
  await options.conversations.remember(key, TurnContext.getConversationReference(context.activity));
  await (REACTIONS[activity.type] ?? nothing)(parts, activity, context);
}

type Reaction = (parts: BotParts, activity: IncomingActivity, context: TurnContext) => Promise<void>;

/** The token of the Bot Connector does not name the tenant, so a bot of one tenant looks for itself. */
const isAllowed = ({ conversation }: IncomingActivity, tenants: readonly string[]): boolean =>
  tenants.length === 0 || tenants.includes((conversation?.tenantId ?? '').toLowerCase());

async function onMessage(parts: BotParts, activity: IncomingActivity, context: TurnContext): Promise<void> {
  const press = buttonPress(activity);
  if (press !== null) {
    const answer = await answerPress(parts, press);
    // A card in the place of the pressed one is on its way as an update; a message has no other answer within the turn.
    if (answer.kind === 'said') await context.sendActivity(answer.sentence);
    return;
  }
  const message = inboundMessage(activity, context);
  // With the right to read channel messages Teams delivers all of them; those that are not for the bot are dropped unread.
  if (message.scope !== 'personal' && !message.mentionsBot) return;
  parts.work.begin(() => parts.courier.typing(message.conversation));
  parts.work.begin(() => answerSafely(parts, message.conversation, () => answerMessage(parts, message)));
}

async function onInvoke(parts: BotParts, activity: IncomingActivity, context: TurnContext): Promise<void> {
  if (activity['name'] !== 'adaptiveCard/action') {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 501 } });
    return;
  }
  const press = buttonPress(activity);
  const answer: PressAnswer =
    press === null
      ? { kind: 'said', sentence: 'This button is of another release. Write help to see what I can do now.' }
      : await pressAnswer(parts, press);
  await answerInvoke(activity, context, answer);
}

/** A failure inside an invoke would be a bare 501; the person gets a sentence and a reference instead. */
async function pressAnswer(parts: BotParts, press: ButtonPress): Promise<PressAnswer> {
  try {
    return await answerPress(parts, press);
  } catch (error) {
    const reference = newReference();
    parts.log.error('press-failed', { reference }, error);
    return { kind: 'said', sentence: failureSentence(reference) };
  }
}

/** Universal Action Model: 200 with a body that has a status of its own. Other activities have no answer within the turn. */
async function answerInvoke({ type }: IncomingActivity, context: TurnContext, answer: PressAnswer): Promise<void> {
  if (type !== 'invoke') return;
  const body =
    answer.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.sentence };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

const nothing = (): Promise<void> => Promise.resolve();

/** Other kinds of activities are acknowledged and change nothing. */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  message: onMessage,
  invoke: onInvoke,
  conversationUpdate: onMembers,
};

/** The bot introduces itself where it was added. */
async function onMembers(parts: BotParts, activity: IncomingActivity): Promise<void> {
  const bot = activity.recipient?.id;
  if (bot === undefined || !(activity.membersAdded ?? []).some(({ id }) => id === bot)) return;
  const key = conversationKey(activity);
  const record = await parts.cases.current(key);
  const introduce = async (): Promise<void> => {
    await parts.courier.card(key, welcomeCard(contextOf(record)));
  };
  parts.work.begin(() => answerSafely(parts, key, introduce));
}
