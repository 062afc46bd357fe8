/** Sends what the bot has to say outside of a turn: typing, cards, files, and a card in the place of an earlier one. */
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';

import { type AdaptiveCard, inLanguage, type Language, languageOf } from '../../cards/index';
import { type Counters } from '../counters';
import { inTime } from '../in-time';
import { type Log } from '../log';
import { type ConnectorOperation, NO_ANSWER } from '../metrics/label-values';
import { ServiceError } from '../service-error';
import { refusalOf, statusOf } from './delivery';
import { attachmentInLanguage, type FileAttachment } from './file-consent';
import { type TurnAdapter } from './turn-adapter';

/** One message: `key` is the same however often it has to be sent. */
export interface KeyedCard {
  readonly key: string;
  readonly card: AdaptiveCard;
}

export interface Courier {
  /** Never rejects: an indicator that fails must not cost the answer. */
  readonly typing: (conversation: string) => Promise<void>;
  /** The id of the message that shows the card; rejects with the SDK's error where it was not taken. */
  readonly card: (reference: unknown, card: KeyedCard) => Promise<string | null>;
  /** The id of the message that has the attachment; rejects as `card` does. */
  readonly file: (reference: unknown, key: string, attachment: FileAttachment) => Promise<string | null>;
  /** The names of a team's channels by their ids, of all that the bot may see; the first channel of a team has none. Rejects as `card` does. */
  readonly channelNames: (reference: unknown, team: string) => Promise<ReadonlyMap<string, string>>;
  /** Rejects as `card` does. */
  readonly remove: (reference: unknown, activityId: string) => Promise<void>;
  /** The id in the directory of a team, by the connector's name for it; null where the connector does not tell. */
  readonly groupOf: (conversation: string, team: string) => Promise<string | null>;
  /** Rejects as `card` does. */
  readonly replaceCard: (reference: unknown, activityId: string, card: KeyedCard) => Promise<void>;
}

export interface CourierParts {
  readonly adapter: TurnAdapter;
  /** Empty in local mode, where nobody is authenticated. */
  readonly appId: string;
  /** How a conversation is reached; null where it is not known, or gone. */
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  readonly log: Log;
  readonly counters: Counters;
}

export function createCourier({ adapter, appId, referenceOf, log, counters }: CourierParts): Courier {
  const ask = <Result>(reference: unknown, send: (context: TurnContext) => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      adapter
        // What was stored is what the SDK gave, and it reads it back as it gave it.
        .continueConversationAsync(appId, reference as Partial<ConversationReference>, async (context) => {
          // onTurnError would swallow a failure, so it is passed on here.
          await send(context).then(resolve, reject);
        })
        .then(() => reject(new ServiceError('not-sent', 'The conversation could not be continued.')), reject);
    });
  const within = async <Result>(
    operation: ConnectorOperation,
    reference: unknown,
    send: (context: TurnContext) => Promise<Result>,
  ): Promise<Result> => {
    try {
      const result = await inTime(ask(reference, send), POST_LIMIT_MS, silent);
      counters.connectorAsked(operation, null);
      return result;
    } catch (error) {
      counters.connectorAsked(operation, String(statusOf(error) ?? NO_ANSWER));
      throw error;
    }
  };

  return {
    typing: async (conversation) => {
      try {
        const reference = await referenceOf(conversation);
        if (reference === null) return;
        await within('typing', reference, (context) => context.sendActivity({ type: ActivityTypes.Typing }));
      } catch (error) {
        log.warn('typing-failed', {}, error);
      }
    },
    card: async (reference, card) => {
      const sent = await within('card', reference, (context) =>
        context.sendActivity(activityOf(card, spokenIn(reference))),
      );
      counters.count('messages_sent');
      return sent?.id ?? null;
    },
    file: async (reference, key, attachment) => {
      const sent = await within('file', reference, (context) =>
        context.sendActivity({
          ...MessageFactory.attachment(attachmentInLanguage(attachment, spokenIn(reference))),
          summary: attachment.name,
          channelData: { sendKey: key },
        }),
      );
      counters.count('messages_sent');
      return sent?.id ?? null;
    },
    groupOf: async (conversation, team) => {
      try {
        const reference = await referenceOf(conversation);
        if (reference === null) return null;
        const details = await within('team', reference, (context) => TeamsInfo.getTeamDetails(context, team));
        return details.aadGroupId ?? null;
      } catch (error) {
        // Whoever is not in the team, or was removed from it, is told nothing; anything else may pass.
        if (refusalOf(error, true).kind === 'later') throw error;
        return null;
      }
    },
    channelNames: (reference, team) =>
      within('channels', reference, async (context) => {
        const channels = await TeamsInfo.getTeamChannels(context, team);
        return new Map(channels.flatMap(({ id, name }) => (id == null || name == null ? [] : [[id, name]])));
      }),
    remove: (reference, activityId) => within('remove', reference, (context) => context.deleteActivity(activityId)),
    replaceCard: (reference, activityId, card) =>
      within('replace', reference, async (context) => {
        await context.updateActivity({ ...activityOf(card, spokenIn(reference)), id: activityId });
      }),
  };
}

/** The connector answers within a second or two, or not at all; the SDK waits as long as the connection lasts. */
const POST_LIMIT_MS = 15_000;
const silent = (): ServiceError => new ServiceError('post-time-limit', 'The connector does not answer.');

/**
 * Without any text beside it: Teams would split the two, and the id that comes back would be useless. `summary` is the notification.
 * The key goes along as data of ours, so that a message that was posted and not recorded can be told from a new one.
 */
function activityOf({ key, card }: KeyedCard, language: Language): Partial<Activity> {
  const said = inLanguage(card, language);
  const attachment = MessageFactory.attachment(CardFactory.adaptiveCard(said));
  return { ...attachment, summary: said.speak, channelData: { sendKey: key } };
}

/** The SDK keeps with a conversation the locale of whoever wrote there last. */
const spokenIn = (reference: unknown): Language =>
  languageOf((reference as Partial<ConversationReference> | null)?.locale);
