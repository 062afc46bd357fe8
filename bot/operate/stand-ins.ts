/** Prints what stands for what in the notes of a ticket, in the form that `tunnel-triage redact --map` takes: of the embedded home the running bot is asked. */
import { z } from 'zod';

import { type Config } from '../config';
import { type ControlRequests } from '../control/control-server';
import { RefusedError } from '../refused-error';
import { type Home } from '../store/home';
import { standInsFor } from '../store/ticket-stand-ins';
import { askBotOrHome } from './home-of-operator';

const REQUEST = 'stand-ins';
const MAX_TICKET_CHARACTERS = 100;
const detail = z.object({ ticket: z.string().max(MAX_TICKET_CHARACTERS) });
const found = z.string().nullable();

/** What the running bot does for it. */
export const standInsRequests = (home: Home): ControlRequests => ({
  [REQUEST]: (given) => standInsFor(home.db, detail.parse(given).ticket),
});

/** The words are the number of a ticket. */
export async function standIns(config: Config, words: readonly string[]): Promise<string> {
  const [ticket, ...more] = words;
  if (ticket === undefined || more.length > 0 || ticket.length > MAX_TICKET_CHARACTERS) {
    throw new RefusedError(
      'stand-ins-usage',
      'Name one ticket: npm run --silent stand-ins -- NET-142 > map.json; tunnel-triage redact --map map.json takes it.',
    );
  }
  const request = { name: REQUEST, argument: { ticket }, reply: found };
  const map = await askBotOrHome(config, request, (home) => standInsFor(home.db, ticket));
  if (map !== null) return map;
  throw new RefusedError(
    'stand-ins-none',
    `Nothing was replaced in notes of ${ticket}, or its cases are deleted. Write the number as the bot shows it.`,
  );
}
