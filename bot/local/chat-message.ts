/** What the page of the local chat is told about: messages, as the page draws them. */
import { type AdaptiveCard } from '../../cards/elements';

export interface ChatMessage {
  readonly id: string;
  /** The first message of its thread in the channel; null in the personal chat. */
  readonly thread: string | null;
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly files: readonly ChatFile[];
  readonly card: AdaptiveCard | null;
  readonly botFile: BotFile | null;
}

/** A file of a person; its bytes are on the shelf under the id. */
export interface ChatFile {
  readonly id: string;
  readonly name: string;
}

/** A file of the bot: `offered` asks whether it is wanted, `taken` is where it can be had, as a path of this server.
 * `context` goes back to the bot with the answer. */
export type BotFile =
  | { readonly kind: 'offered'; readonly name: string; readonly description: string; readonly context: unknown }
  | { readonly kind: 'taken'; readonly name: string; readonly path: string };

/** The events of `/chat/events`, in order of their sending. */
export type ChatEvent =
  | { readonly kind: 'all'; readonly messages: readonly ChatMessage[] }
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'typing' };

/** What the page sends when a person wrote something; the files were put on the shelf before. */
export interface SentMessage {
  readonly text: string;
  readonly files: readonly ChatFile[];
  /** null in the personal chat. */
  readonly channel: SentToChannel | null;
}

export interface SentToChannel {
  /** The thread that is replied in; null begins another. */
  readonly thread: string | null;
  /** Whether the message names the bot. */
  readonly mention: boolean;
}

/** What the page sends when a person pressed a button of a card. */
export interface SentAction {
  readonly messageId: string;
  readonly kind: 'execute' | 'submit';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the page sends when a person answers whether an offered file is wanted. */
export interface SentConsent {
  readonly messageId: string;
  readonly accept: boolean;
}

/** What the page sends when a person chose the message action (`data` is null), or sent what stands in its dialog. */
export interface SentMessageAction {
  /** null from the compose box. */
  readonly messageId: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** A card to show in the dialog, or a sentence that closes it. */
export interface MessageActionAnswer {
  readonly said: string | null;
  readonly card: AdaptiveCard | null;
}

/** What came of it: a sentence where the card was not replaced. */
export interface ActionAnswer {
  readonly said: string | null;
}
