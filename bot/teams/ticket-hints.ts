/** What names the ticket of a conversation: the title of the thread, the name of the channel, and the words of the message. */
import { type TicketHints } from '../tickets/ticket-key';
import { type BotParts } from './bot-parts';
import { type InboundMessage } from './inbound-message';

/** null where no ticket system is set up. Never rejects: a name that cannot be had is not known. */
export async function ticketHints(parts: BotParts, message: InboundMessage): Promise<TicketHints | null> {
  if (parts.tickets === null) return null;
  return {
    title: message.title ?? null,
    channel: message.channelName ?? (await parts.channelName(message)),
    text: message.text,
  };
}
