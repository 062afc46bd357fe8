/** Answers `ticket`, `ticket NUMBER` and `ticket off`: which ticket the case has, and another or none. */
import { messageCard } from '../../cards/index';
import { type CaseTicket } from '../store/case-ticket';
import { type CaseTickets } from '../tickets/case-tickets';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { NO_TICKET_SYSTEM, posted } from './post-to-ticket';
import { isSample } from './sample-case';

/** Long enough to recognise one's own word. */
const MAX_ECHOED_CHARACTERS = 40;

export async function answerTicketWord(parts: BotParts, answering: Answering, given: string): Promise<void> {
  const { tickets } = parts;
  const said = (sentence: string): Promise<void> => answerWith(parts, answering, messageCard(sentence, null));
  if (tickets === null) return said(NO_TICKET_SYSTEM);
  if (given === '') return show(parts, tickets, answering);
  if (given.toLowerCase() === 'off') return bind(parts, tickets, answering, null);
  const ticket = tickets.system.keyOf(given);
  if (ticket !== null) return bind(parts, tickets, answering, ticket);
  const seen = given.slice(0, MAX_ECHOED_CHARACTERS);
  return said(
    `"${seen}" is no ticket number of ${tickets.system.title}. Write it like this: ticket ${tickets.system.example}.`,
  );
}

async function show(parts: BotParts, tickets: CaseTickets, answering: Answering): Promise<void> {
  const record = await parts.cases.current(answering.conversation);
  await answering.commit(async (tx) => {
    const bound = await tickets.of(tx, record);
    const { title, example } = tickets.system;
    const said =
      bound === null
        ? `Case ${record.id} has no ticket. Write the number behind the word: ticket ${example}.`
        : `Case ${record.id} has the ticket ${bound.ticket} in ${title}${HOW[bound.origin] ?? ''}. ${notes(bound)} Write ticket off to take it away.`;
    await putCard(parts, tx, answering, messageCard(said, null));
  });
}

const HOW: Readonly<Record<string, string>> = {
  title: ', which stands in the title',
  channel: ', which stands in the name of the channel',
  message: ', which stood in a message',
  hand: ', as somebody said here',
  refused: ', which did not take my last note',
};

const notes = ({ notes: count }: CaseTicket): string =>
  count === 0
    ? 'No note was made for this case yet.'
    : `${count === 1 ? 'One note was' : `${count} notes were`} made for this case.`;

async function bind(parts: BotParts, tickets: CaseTickets, answering: Answering, ticket: string | null): Promise<void> {
  const current = await parts.cases.current(answering.conversation);
  await answering.commit(async (tx) => {
    const record = await tickets.bind(tx, current, ticket, answering.person);
    const said =
      ticket === null
        ? `Case ${record.id} has no ticket any more.`
        : `Case ${record.id} has the ticket ${ticket} in ${tickets.system.title} now. ${
            standing(record) === null || isSample(record)
              ? 'Its first note is written when something fails.'
              : await posted(parts, tickets, tx, answering, record)
          }`;
    await putCard(parts, tx, answering, messageCard(said, null));
  });
}
