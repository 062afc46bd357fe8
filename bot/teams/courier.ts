/** Sends what the bot has to say outside of a turn: typing, messages, cards, and a card in the place of an earlier one. */
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  type TurnContext,
} from 'botbuilder';

import { type AdaptiveCard } from '../../cards/index';
import { type Counters } from '../counters';
import { type Log } from '../log';
import { type ConversationStore } from '../cases/case-store';
import { ServiceError } from '../service-error';
import { type TurnAdapter } from './turn-adapter';

export interface Courier {
  /** Never rejects: an indicator that fails must not cost the answer. */
  readonly typing: (conversation: string) => Promise<void>;
  /** The id of the message that shows the card. */
  readonly card: (conversation: string, card: AdaptiveCard) => Promise<string | null>;
  /** Never rejects: the message may have been deleted by the person. */
  readonly replaceCard: (conversation: string, activityId: string, card: AdaptiveCard) => Promise<void>;
}

export interface CourierParts {
  readonly adapter: TurnAdapter;
  /** Empty in local mode, where nobody is authenticated. */
  readonly appId: string;
  readonly store: ConversationStore;
  readonly log: Log;
  readonly counters: Counters;
}

/** The SDK repeats 429, 502 and 504 by itself; Microsoft's list of codes to repeat has 412 too (Optimize your bot with rate limiting). */
const REPEATED_STATUS = 412;
const MAX_TRIES = 3;
const FIRST_PAUSE_MS = 500;

export function createCourier({ adapter, appId, store, log, counters }: CourierParts): Courier {
  const within = async <Result>(
    conversation: string,
    send: (context: TurnContext) => Promise<Result>,
  ): Promise<Result> => {
    const reference = await store.referenceOf(conversation);
    if (reference === null) throw new ServiceError('no-reference', 'The conversation is not known.');
    return new Promise<Result>((resolve, reject) => {
      adapter
        // What was stored is what the SDK gave, and it reads it back as it gave it.
        .continueConversationAsync(appId, reference as Partial<ConversationReference>, async (context) => {
          // onTurnError would swallow a failure, so it is passed on here.
          await repeated(() => send(context)).then(resolve, reject);
        })
        .then(() => reject(new ServiceError('not-sent', 'The conversation could not be continued.')), reject);
    });
  };
  const quietly = async (code: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn(code, {}, error);
    }
  };

  return {
    typing: (conversation) =>
      quietly('typing-failed', () =>
        within(conversation, (context) => context.sendActivity({ type: ActivityTypes.Typing })),
      ),
    card: async (conversation, card) => {
      const sent = await within(conversation, (context) => context.sendActivity(activityOf(card)));
      counters.count('messages_sent');
      return sent?.id ?? null;
    },
    replaceCard: (conversation, activityId, card) =>
      quietly('replace-failed', () =>
        within(conversation, (context) => context.updateActivity({ ...activityOf(card), id: activityId })),
      ),
  };
}

/** Without any text beside it: Teams would split the two, and the id that comes back would be useless. `summary` is the notification. */
function activityOf(card: AdaptiveCard): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary: card.speak };
}

async function repeated<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
      if (status !== REPEATED_STATUS || attempt === MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (attempt - 1)));
    }
  }
}
