/** Prints what stands for what in the notes of a ticket, in the form that `tunnel-triage redact --map` takes: of the embedded home the running bot is asked. */
import { z } from 'zod';

import { type Config } from '../config';
import { askRunningBot, NOT_RUNNING } from '../control/ask-running-bot';
import { type ControlRequests } from '../control/control-server';
import { createLog } from '../log';
import { RefusedError } from '../refused-error';
import { type Home } from '../store/home';
import { openHome } from '../store/open-home';
import { standInsFor } from '../store/ticket-stand-ins';

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
  const map = await mapFor(config, ticket);
  if (map !== null) return map;
  throw new RefusedError(
    'stand-ins-none',
    `Nothing was replaced in notes of ${ticket}, or its cases are deleted. Write the number as the bot shows it.`,
  );
}

async function mapFor(config: Config, ticket: string): Promise<string | null> {
  const asked = config.databaseUrl === null ? await askRunningBot(config.dataFolder, REQUEST, { ticket }) : NOT_RUNNING;
  if (asked !== NOT_RUNNING) return found.parse(asked);
  const home = await openHome(config, createLog('silent'));
  try {
    return await standInsFor(home.db, ticket);
  } finally {
    await home.close();
  }
}
