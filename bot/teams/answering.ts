/** One answer in the making: to whom, under which key, and how it is committed together with what it follows from. */
import { type AdaptiveCard } from '../../cards/index';
import { type Commit } from '../cases/living-case';
import { type StoreTransaction } from '../store/store-transaction';
import { type TicketHints } from '../tickets/ticket-key';
import { type BotParts } from './bot-parts';
import { putOut, type Shows } from './outbox';

export interface Answering {
  readonly conversation: string;
  /** The key of the person who is answered; null where it is not known. */
  readonly person: string | null;
  /** The same for the same message, however often it is answered. */
  readonly key: string;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | undefined;
  /** Aborts when nobody waits for the answer any more: it was cancelled, taken over, or the process stops. */
  readonly signal: AbortSignal;
  /** What may name the ticket; null where no ticket system is set up. */
  readonly hints: TicketHints | null;
  /** The one transaction that ends the work on the message. */
  readonly commit: Commit;
}

export interface CardPlace {
  /** Tells it from other messages of the same answer. */
  readonly part?: string;
  readonly shows?: Shows | null;
  /** The message that it takes the place of; a new one where there is none. */
  readonly inPlaceOf?: string | null;
}

/** A card in the transaction of what it follows from. */
export const putCard = (
  { jobs }: Pick<BotParts, 'jobs'>,
  tx: StoreTransaction,
  { conversation, key }: Pick<Answering, 'conversation' | 'key'>,
  card: AdaptiveCard,
  { part = 'card', shows = null, inPlaceOf = null }: CardPlace = {},
): Promise<void> => putOut(jobs, tx, `${key}/${part}`, { what: 'card', conversation, card, shows, inPlaceOf });

/** An answer that changes nothing. */
export const answerWith = (parts: BotParts, answering: Answering, card: AdaptiveCard): Promise<void> =>
  answering.commit((tx) => putCard(parts, tx, answering, card));
