/** The inbox: what was sent to the bot is a job from the moment it is acknowledged until it is answered. */
import { type Posted } from './answer-posted';
import { type CasePress } from './button-press';
import { type JobQueue } from '../jobs/job-engine';
import { type StoreTransaction } from '../store/store-transaction';
import { type FileConsent } from './file-consent';
import { type InboundMessage } from './inbound-message';
import { type Intent, intentOf } from './message-intent';

/** Where an activity came from, and by which key it is known. */
export interface Delivered {
  readonly conversation: string;
  /** The key of the person; null where it is not known. */
  readonly person: string | null;
  /** The same whenever the activity is delivered. */
  readonly key: string;
  /** When it was: milliseconds since 1970. */
  readonly takenAt: number;
  /** The message that it belongs to; null where it is none. */
  readonly messageId: string | null;
}

export type Content =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'press'; readonly press: CasePress }
  /** The message was deleted by its author. */
  | { readonly kind: 'withdrawal' }
  /** By the message action. */
  | { readonly kind: 'posted'; readonly posted: Posted }
  | { readonly kind: 'consent'; readonly consent: FileConsent };

/** The payload of a `take-in` job. */
export interface InboxItem {
  readonly delivered: Delivered;
  readonly content: Content;
}

/** In the transaction that acknowledges it. What was sent to one conversation is answered in the order in which it came. */
export async function takeDelivery(
  { enqueue }: JobQueue,
  tx: StoreTransaction,
  delivered: Delivered,
  content: Content,
): Promise<void> {
  const payload: InboxItem = { delivered, content };
  const { conversation, key } = delivered;
  const lane = needsNoTurn(content) ? {} : { lane: `take-in/${conversation}` };
  await enqueue(tx, { kind: 'take-in', key: takeInKey(key), ...lane, payload });
}

/** By which the job of a delivery is found again. */
export const takeInKey = (key: string): string => `take-in/${key}`;

/** Whoever asks for help while a large file is read does not wait for it. */
const AT_ONCE: ReadonlySet<Intent['kind']> = new Set(['help', 'hello', 'wrong-server', 'wrong-setting']);
export const isAnsweredAtOnce = (text: string): boolean => AT_ONCE.has(intentOf(text).kind);
const needsNoTurn = (content: Content): boolean =>
  content.kind === 'message' &&
  content.message.files.length === 0 &&
  !content.message.isEdit &&
  isAnsweredAtOnce(content.message.text);

/** What no answer of its own is made for: chatter, and a message that may have files beside it and says nothing. */
const UNANSWERED: ReadonlySet<Intent['kind']> = new Set(['nothing', 'line']);
/** Whether somebody waits for the answer to it: whoever pressed something does, and whoever wrote more than that. */
export const isWaitedFor = ({ content }: InboxItem): boolean =>
  content.kind === 'message' ? !UNANSWERED.has(intentOf(content.message.text).kind) : content.kind !== 'withdrawal';

/** Only this program writes it, in the transaction of a turn whose activity was checked. */
export function inboxItemOf(payload: unknown): InboxItem {
  const { delivered, content } = payload as StoredItem;
  return { delivered: { messageId: null, takenAt: 0, ...delivered }, content };
}

/** A job that an earlier release made does not have all. */
interface StoredItem extends Pick<InboxItem, 'content'> {
  readonly delivered: Omit<Delivered, 'messageId' | 'takenAt'> & Partial<Delivered>;
}
