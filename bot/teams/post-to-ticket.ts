/** "Post to ticket": a note of the case as it stands, whatever its outcome, unless the last note says the same. */
import { messageCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { type StoreTransaction } from '../store/store-transaction';
import { type CaseTickets, type Planned } from '../tickets/case-tickets';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { isSample } from './sample-case';

/** What a person is told where there is nobody to write to. */
export const NO_TICKET_SYSTEM =
  'No ticket system is set up here. Whoever runs me can: the README, "Notes in your tickets", says how.';

export async function postToTicket(parts: BotParts, answering: Answering, record: CaseRecord): Promise<void> {
  const { tickets } = parts;
  if (tickets === null) return answerWith(parts, answering, messageCard(NO_TICKET_SYSTEM, null));
  await answering.commit(async (tx) => {
    const said = await posted(parts, tickets, tx, answering, record);
    await putCard(parts, tx, answering, messageCard(said, null));
  });
}

/** Plans the note, and what is said of it. */
export async function posted(
  { now }: Pick<BotParts, 'now'>,
  tickets: CaseTickets,
  tx: StoreTransaction,
  { at }: Pick<Answering, 'at'>,
  record: CaseRecord,
): Promise<string> {
  const diagnosis = standing(record);
  if (diagnosis === null)
    return `Nothing was read in case ${record.id} so far. Its first diagnosis goes to the ticket.`;
  if (isSample(record)) return 'This case is made up, so nothing of it goes to a ticket.';
  const wish = { record, diagnosis, at: at ?? new Date(now()).toISOString(), asked: true };
  const planned = await tickets.plan(tx, wish);
  return ANSWERS[planned](record.ticket ?? '', tickets.system.example);
}

/** A note that was asked for is never quiet, nor refused beforehand. */
const ANSWERS: Readonly<Record<Planned, (ticket: string, example: string) => string>> = {
  planned: (ticket) => `The note for ${ticket} is on its way.`,
  quiet: (ticket) => `No note was made for ${ticket}.`,
  refused: (ticket) => `No note was made for ${ticket}.`,
  unchanged: (ticket) => `The last note for ${ticket} says the same, so I wrote none.`,
  'no-ticket': (_ticket, example) => `This case has no ticket. Write the number behind the word: ticket ${example}.`,
};
