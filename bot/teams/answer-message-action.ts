/** Answers the message action: asks in a dialog for what is missing, takes in what there is, and answers in the thread, or in the dialog. */
import { type TurnContext } from 'botbuilder';

import { analyzeCard, type WrittenServer } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { openCaseIfAny } from '../store/case-rows';
import { rememberConversation } from '../store/conversations';
import { meetPerson } from '../store/people';
import { isFirstDelivery } from '../store/seen-activities';
import { type ActionPlace, actionPlace } from './action-place';
import { answerInDialog, lookAgain, stoodBefore } from './answer-in-dialog';
import { type Posted } from './answer-posted';
import { type BotParts } from './bot-parts';
import { type DialogAnswer } from './dialog';
import { takeDelivery } from './inbox';
import { type IncomingActivity } from './incoming-activity';
import { type ChosenMessage, messageAction } from './message-action';
import { intentOf } from './message-intent';
import { membershipIn } from './roster';
import { placeOf, senderOf } from './sender';
import { TYPING_AFTER_MS } from './typing-indicator';
import { writtenServer } from './written-server';

/** null where it is no action that the manifest has. Takes its transactions by itself, because the service is asked between them. */
export async function answerMessageAction(
  parts: BotParts,
  activity: IncomingActivity,
  context: TurnContext,
): Promise<DialogAnswer | null> {
  const action = messageAction(activity);
  if (action === null) return null;
  const { message, wish } = action;
  const place = actionPlace(activity, message, context);
  if (wish?.step === 'look') return lookAgain(parts, place.key, wish);
  const record = await knownCase(parts, place.key);
  const asks = { message, server: knowsServer(record) ? null : NOT_WRITTEN };
  const before = stoodBefore(record);
  const pasted = wish?.pasted ?? '';
  const brings = broughtBy(message, pasted);
  if (wish === null) {
    // With nothing left to ask, one press is enough.
    return brings !== null && asks.server === null
      ? take(parts, activity, context, place, { ...brings, server: null }, before)
      : form(asks);
  }
  const again = { ...asks, server: asks.server === null ? null : wish.server };
  const server = writtenServer(wish.server);
  if (typeof server === 'string') return form(again, pasted, server);
  if (brings === null) return form(again, pasted, NOTHING);
  return take(parts, activity, context, place, { ...brings, server }, before);
}

const NOT_WRITTEN: WrittenServer = { first: '', second: '' };
const NOTHING = 'There is nothing to read yet. Paste the output, all of it.';

const knownCase = (parts: BotParts, conversation: string): Promise<CaseRecord | null> =>
  // A case that this release cannot read is answered for when something is taken into it.
  parts.jobs.transaction((tx) => openCaseIfAny(tx, conversation)).catch(() => null);

/** Told by a person, or by the rules of the client, which name the endpoints. */
const knowsServer = (record: CaseRecord | null): boolean =>
  record !== null &&
  (record.evidence.serverIpv4 !== null || record.evidence.readings.some(({ command }) => command === 'netsh-consec'));

interface Asks {
  readonly message: ChosenMessage | null;
  readonly server: WrittenServer | null;
}

function form({ message, server }: Asks, pasted = '', fault: string | null = null): DialogAnswer {
  const seen = message === null ? null : broughtBy(message, '');
  return {
    kind: 'dialog',
    size: 'medium',
    card: analyzeCard({
      message:
        message === null
          ? null
          : { by: message.by, files: message.files.map(({ name }) => name), lines: linesOf(seen?.text ?? null) },
      asksOutput: seen === null,
      server,
      pasted,
      fault,
    }),
  };
}

const linesOf = (text: string | null): number => (text === null ? 0 : text.split('\n').length);

type Brought = Pick<Posted, 'files' | 'text'>;

/** What there is to read; null where that is nothing. Beside a file one line is a remark; alone it may be an output. */
function broughtBy(message: ChosenMessage | null, pasted: string): Brought | null {
  const files = message?.files ?? [];
  const own = message?.text ?? '';
  const isOutput = own !== '' && (files.length === 0 || intentOf(own).kind === 'output');
  const texts = [...(isOutput ? [own] : []), ...(pasted.trim() === '' ? [] : [pasted])];
  return files.length + texts.length === 0 ? null : { files, text: texts.length === 0 ? null : texts.join('\n') };
}

/** Through the inbox, like every message. Where the bot is no member, nothing can be posted, and the dialog has the answer. */
async function take(
  parts: BotParts,
  activity: IncomingActivity,
  context: TurnContext,
  place: ActionPlace,
  brings: Brought & Pick<Posted, 'server'>,
  before: string | null,
): Promise<DialogAnswer> {
  const membership = await membershipIn(context);
  const posted: Posted = {
    ...brings,
    tenant: activity.conversation?.tenantId ?? null,
    at: activity.localTimestamp ?? null,
  };
  const key = `${place.key}/${activity.id ?? `at-${parts.now()}`}`;
  const isFirst = await parts.jobs.transaction(async (tx) => {
    const at = parts.now();
    if (activity.id !== undefined && !(await isFirstDelivery(tx, place.key, activity.id, at))) {
      parts.counters.count('duplicates');
      return false;
    }
    // Elsewhere the reference would only be one that refuses.
    if (membership === 'member') await rememberConversation(tx, place.key, place.reference, placeOf(activity), at);
    const person = senderOf(activity);
    if (person !== null) await meetPerson(tx, person.key, person.introduction, at);
    // An edit or a deletion of the chosen message is not followed: it was not addressed to the bot.
    const delivered = { conversation: place.key, person: person?.key ?? null, key, takenAt: at, messageId: null };
    await takeDelivery(parts.jobs, tx, delivered, { kind: 'posted', posted });
    return true;
  });
  // What was delivered before may have been read before.
  const looked = { key, before: isFirst ? before : null };
  if (membership !== 'member') return answerInDialog(parts, place.key, looked, membership);
  parts.typing.soon(place.key, key, brings.files.length > 0 ? 0 : TYPING_AFTER_MS);
  return { kind: 'said', sentence: 'I am reading it. The answer comes into this conversation.' };
}
