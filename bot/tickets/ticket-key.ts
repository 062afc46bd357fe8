/** Finds the ticket that a conversation is about: in the thread's title, the channel's name, or the words of the message. */

/** What a message says of its place. */
export interface TicketHints {
  /** The subject of the thread, or the name of the group chat; null where it is not known. */
  readonly title: string | null;
  /** The name of the channel; null outside of one, and where it is not known. */
  readonly channel: string | null;
  /** What the person wrote. */
  readonly text: string;
}

/** How a case came to its ticket. `refused`: the system would not have the note, so nothing more is written before a person says so. */
export const TICKET_ORIGINS = ['title', 'channel', 'message', 'hand', 'refused'] as const;
export type TicketOrigin = (typeof TICKET_ORIGINS)[number];

export interface FoundTicket {
  readonly ticket: string;
  readonly origin: TicketOrigin;
}

/** Longer than any title; it bounds what the operator's pattern is tried on. */
const MAX_SEARCHED_CHARACTERS = 300;

/** `keyOf` is that of the system. Of a message only the first line counts: below it stand outputs, in which anything may look like a ticket. */
export function ticketIn(
  { title, channel, text }: TicketHints,
  pattern: RegExp,
  keyOf: (written: string) => string | null,
): FoundTicket | null {
  const places = [
    { origin: 'title', said: title },
    { origin: 'channel', said: channel },
    { origin: 'message', said: firstLine(text) },
  ] as const;
  for (const { origin, said } of places) {
    const match = said === null ? null : pattern.exec(said.slice(0, MAX_SEARCHED_CHARACTERS));
    const written =
      match === null ? undefined : ((match.slice(1) as Groups).find((group) => group !== undefined) ?? match[0]);
    const ticket = written === undefined ? null : keyOf(written);
    if (ticket !== null) return { ticket, origin };
  }
  return null;
}

/** The type of a match does not say that a group may have taken no part. */
type Groups = readonly (string | undefined)[];

const firstLine = (text: string): string => text.trimStart().split(/\r?\n/, 1)[0] ?? '';
