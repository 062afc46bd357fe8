/** The outbox: what is to be sent is written down in the transaction that it follows from, and sent after it, in order, until it is there. */
import { z } from 'zod';

import { type AdaptiveCard } from '../../cards/index';
import { type JobQueue } from '../jobs/job-engine';
import { type StoreTransaction } from '../store/store-transaction';
import { fileAttachment } from './file-consent';

/** What has the message's id when it is there. */
const shows = z.union([
  /** The case whose diagnosis the card shows; `retired` takes the place of the card that showed it before. */
  z.object({ kind: z.literal('case'), caseNumber: z.number(), retired: z.unknown() }),
  z.object({ kind: z.literal('follow-up'), id: z.number() }),
]);

const outgoing = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('card'),
    conversation: z.string(),
    card: z.unknown(),
    shows: shows.nullable(),
    /** The message that showed how far the reading had come; the card takes its place where it is still there. */
    inPlaceOf: z.string().nullable().optional(),
  }),
  z.object({ what: z.literal('replace'), conversation: z.string(), activityId: z.string(), card: z.unknown() }),
  /** Teams draws it by itself: it is no Adaptive Card. */
  z.object({ what: z.literal('file'), conversation: z.string(), attachment: fileAttachment }),
  z.object({ what: z.literal('remove'), conversation: z.string(), activityId: z.string() }),
  /** Takes the place of the card that shows the case, whichever that is when its turn comes. */
  z.object({ what: z.literal('retire'), conversation: z.string(), caseNumber: z.number(), card: z.unknown() }),
]);

export type Outgoing = z.output<typeof outgoing>;
export type Shows = z.output<typeof shows>;

/** The payload of a `send` job; a row of the store is outside data. */
export const outgoingOf = (payload: unknown): Outgoing => outgoing.parse(payload);

/** A card as it goes to Teams, which takes any JSON. */
export const cardOf = ({ card }: Extract<Outgoing, { readonly card: unknown }>): AdaptiveCard => card as AdaptiveCard;

/**
 * `key` is the same for the same answer, however often it is made: a second one with it is not sent, and a message that had to be sent
 * twice is known by it.
 */
export async function putOut(
  { enqueue }: Pick<JobQueue, 'enqueue'>,
  tx: StoreTransaction,
  key: string,
  message: Outgoing,
): Promise<void> {
  const lane = sendLane(message.conversation);
  // Whatever kept an earlier message back may be over: the person has just written, perhaps from another place.
  await enqueue(tx, { kind: 'send', key: `send/${key}`, lane, hurries: true, payload: message });
}

/** Messages of one conversation leave in the order in which they were made. */
export const sendLane = (conversation: string): string => `send/${conversation}`;
