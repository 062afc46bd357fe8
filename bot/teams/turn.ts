/** One turn: what Teams sends is told apart and written down in one transaction, acknowledged, and answered after it. */
import { TurnContext } from 'botbuilder';

import { errorCard, welcomeCard } from '../../cards/index';
import { openCase } from '../store/case-rows';
import { markConversationDead, rememberConversation } from '../store/conversations';
import { meetPerson } from '../store/people';
import { isFirstDelivery } from '../store/seen-activities';
import { type StoreTransaction } from '../store/store-transaction';
import { addressed } from './addressed';
import { INVOKE_LIMIT_MS, answeredInTime } from './answer-in-time';
import { answerMessageAction } from './answer-message-action';
import { answerPress } from './answer-press';
import { putCard } from './answering';
import { type BotParts } from './bot-parts';
import { buttonPress } from './button-press';
import { contextOf } from './case-cards';
import { CONSENT_INVOKE, fileConsent } from './file-consent';
import { failureSentence, newReference, SAFE } from './failure-sentence';
import { type Delivered, takeDelivery } from './inbox';
import { conversationKey, inboundMessage } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';
import { isMessageAction } from './message-action';
import { said } from './press-answer';
import { placeOf, senderOf } from './sender';
import { answerInTurn, type Outcome } from './turn-outcome';
import { TYPING_AFTER_MS } from './typing-indicator';

/** The logic that the adapter runs for each activity that it has authenticated. `allowedTenants`: empty allows every one. */
export async function turn(
  parts: BotParts,
  allowedTenants: readonly string[],
  activity: IncomingActivity,
  context: TurnContext,
): Promise<void> {
  if (!(await isForBot(parts, activity, context))) return;
  parts.counters.count('turns');
  const ended = parts.counters.turnBegan(activity.type);
  const begun = performance.now();
  const line: { outcome: Outcome['kind'] | 'refused' | 'failed' } = { outcome: 'failed' };
  try {
    line.outcome = await answered(parts, allowedTenants, activity, context);
  } finally {
    ended();
    // A type is a word of the sender's; only one that we know is no content.
    const type = REACTIONS.has(activity.type) ? activity.type : 'other';
    parts.log.info('turn', { type, ...line, ms: Math.round(performance.now() - begun) });
  }
}

async function answered(
  parts: BotParts,
  allowedTenants: readonly string[],
  activity: IncomingActivity,
  context: TurnContext,
): Promise<Outcome['kind'] | 'refused'> {
  if (!isAllowed(activity, allowedTenants)) {
    parts.log.warn('tenant-refused');
    await answerInTurn(activity, context, said('This bot is not open to your organisation.'));
    return 'refused';
  }
  const outcome = await outcomeOf(parts, activity, context);
  if (outcome.kind === 'repeated') parts.counters.count('duplicates');
  if (outcome.kind === 'answered-later') {
    // Files come over the network, so there is always a while to show.
    parts.typing.soon(conversationKey(activity), outcome.key, outcome.hasFiles ? 0 : TYPING_AFTER_MS);
  }
  await answerInTurn(activity, context, outcome);
  return outcome.kind;
}

/** Messages of others are dropped here: nothing of them is kept, counted or logged. */
async function isForBot({ known }: BotParts, activity: IncomingActivity, context: TurnContext): Promise<boolean> {
  const says = addressed(activity, context);
  if (says !== 'unsaid') return says === 'yes';
  const conversation = conversationKey(activity);
  return activity.type === 'messageDelete'
    ? known.wasTaken(conversation, activity.id ?? '')
    : known.isOwnMessage(conversation, activity.replyToId ?? '');
}

/** The token of the Bot Connector does not name the tenant, so a bot of one tenant looks for itself. */
const isAllowed = ({ conversation }: IncomingActivity, tenants: readonly string[]): boolean =>
  tenants.length === 0 || tenants.includes((conversation?.tenantId ?? '').toLowerCase());

/** Whoever pressed something waits for an answer; nobody waits for the one to a message, and its turn ends with the transaction. */
function outcomeOf(parts: BotParts, activity: IncomingActivity, context: TurnContext): Promise<Outcome> {
  const work = takenIn(parts, activity, context);
  if (activity.type !== 'invoke') return work;
  return answeredInTime(work, INVOKE_LIMIT_MS, () => {
    parts.log.warn('invoke-late');
    // What it does is done all the same.
    return said(LATE);
  });
}

const LATE = 'This takes longer than usual. I go on with it, and the card changes when it is done.';

/** A failure inside an invoke would be a bare 501; the person gets a card, or a sentence, with a reference instead. */
async function takenIn(parts: BotParts, activity: IncomingActivity, context: TurnContext): Promise<Outcome> {
  try {
    if (isMessageAction(activity)) {
      return (await answerMessageAction(parts, activity, context)) ?? { kind: 'not-implemented' };
    }
    return await parts.jobs.transaction((tx) => inTransaction(parts, tx, activity, context));
  } catch (error) {
    if (activity.type !== 'invoke') throw error;
    const reference = newReference();
    parts.log.error('press-failed', { reference }, error);
    return failed(activity, reference);
  }
}

/** The card brings back that of the case by a press. A failure outside of cards is a sentence. */
function failed(activity: IncomingActivity, reference: string): Outcome {
  const caseId = activity['name'] === 'adaptiveCard/action' ? buttonPress(activity)?.caseId : undefined;
  if (caseId === undefined) return said(failureSentence(reference));
  return { kind: 'card', card: errorCard(SAFE, reference, { caseId, buttons: 'offered' }, 'refresh') };
}

/** An activity that is delivered again, to this instance or another, finds that it was seen, and has no second effect. */
async function inTransaction(
  parts: BotParts,
  tx: StoreTransaction,
  activity: IncomingActivity,
  context: TurnContext,
): Promise<Outcome> {
  const at = parts.now();
  const conversation = conversationKey(activity);
  const id = deliveryOf(activity);
  if (id !== null && !(await isFirstDelivery(tx, conversation, id, at))) return { kind: 'repeated' };
  const reference = TurnContext.getConversationReference(context.activity);
  await rememberConversation(tx, conversation, reference, placeOf(activity), at);
  const person = senderOf(activity);
  if (person !== null) await meetPerson(tx, person.key, person.introduction, at);
  const delivered = {
    conversation,
    person: person?.key ?? null,
    key: `${conversation}/${id ?? `at-${at}`}`,
    takenAt: at,
    messageId: activity.id ?? null,
  };
  return (REACTIONS.get(activity.type) ?? nothing)(parts, tx, activity, context, delivered);
}

/** An edit and a deletion have the id of their message; a repeated delivery has the time of the first. null where there is no id. */
function deliveryOf({ type, id, ...activity }: IncomingActivity): string | null {
  if (id === undefined) return null;
  if (type !== 'messageUpdate' && type !== 'messageDelete') return id;
  const at = activity['timestamp'];
  return `${id}/${type}/${typeof at === 'string' ? at : ''}`;
}

type Reaction = (
  parts: BotParts,
  tx: StoreTransaction,
  activity: IncomingActivity,
  context: TurnContext,
  delivered: Delivered,
) => Promise<Outcome>;

const nothing: Reaction = () => Promise.resolve({ kind: 'nothing' });

const onMessage: Reaction = async (parts, tx, activity, context, delivered) => {
  const press = buttonPress(activity);
  if (press !== null) return answerPress(parts, tx, press, delivered);
  const message = inboundMessage(activity, context);
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'message', message });
  return { kind: 'answered-later', key: delivered.key, hasFiles: message.files.length > 0 };
};

const EDITS: ReadonlySet<unknown> = new Set(['editMessage', 'undeleteMessage']);

/** Whoever edits a message may have added a file, or the mention of the bot; a message that came back is read like a new one. */
const onEdit: Reaction = async (parts, tx, activity, context, delivered) => {
  if (!EDITS.has(activity.channelData?.['eventType'])) return { kind: 'nothing' };
  const message = inboundMessage(activity, context);
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'message', message });
  return { kind: 'nothing' };
};

const onDeletion: Reaction = async (parts, tx, activity, _context, delivered) => {
  if (activity.channelData?.['eventType'] !== 'softDeleteMessage') return { kind: 'nothing' };
  await takeDelivery(parts.jobs, tx, delivered, { kind: 'withdrawal' });
  return { kind: 'nothing' };
};

const onInvoke: Reaction = async (parts, tx, activity, _context, delivered) => {
  if (activity['name'] === CONSENT_INVOKE) return onConsent(parts, tx, activity, delivered);
  if (activity['name'] !== 'adaptiveCard/action') return { kind: 'not-implemented' };
  const press = buttonPress(activity);
  return press === null
    ? said('This button is of another release. Write help to see what I can do now.')
    : answerPress(parts, tx, press, delivered);
};

/** Whether the person takes a file that was offered; the bytes follow after the turn. */
async function onConsent(
  { jobs }: BotParts,
  tx: StoreTransaction,
  activity: IncomingActivity,
  delivered: Delivered,
): Promise<Outcome> {
  const consent = fileConsent(activity);
  if (consent === null) return { kind: 'not-implemented' };
  await takeDelivery(jobs, tx, delivered, { kind: 'consent', consent });
  return { kind: 'nothing' };
}

/** The bot introduces itself where it was added, and writes no more where it was removed. */
const onMembers: Reaction = async (parts, tx, activity, _context, delivered) => {
  const bot = activity.recipient?.id;
  const isBot = ({ id }: { readonly id?: string | undefined }): boolean => bot !== undefined && id === bot;
  const { conversation, person } = delivered;
  if (activity.membersRemoved?.some(isBot) === true) await markConversationDead(tx, conversation, parts.now());
  if (activity.membersAdded?.some(isBot) !== true) return { kind: 'nothing' };
  const record = await openCase(tx, conversation, { at: parts.now(), person });
  await putCard(parts, tx, delivered, welcomeCard(contextOf(record)));
  return { kind: 'nothing' };
};

/** Teams tells of an app that was removed in this way too. */
const onInstallation: Reaction = async (parts, tx, activity, _context, { conversation }) => {
  if (activity.action?.startsWith('remove') === true) await markConversationDead(tx, conversation, parts.now());
  return { kind: 'nothing' };
};

/** Other kinds of activities are acknowledged and change nothing. */
const REACTIONS: ReadonlyMap<string, Reaction> = new Map([
  ['message', onMessage],
  ['messageUpdate', onEdit],
  ['messageDelete', onDeletion],
  ['invoke', onInvoke],
  ['conversationUpdate', onMembers],
  ['installationUpdate', onInstallation],
]);
