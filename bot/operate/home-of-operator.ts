/** The home for a command of the operator: of the embedded one the running bot is asked, because nobody else may open it; else it is opened. */
import { type z } from 'zod';

import { type Config } from '../config';
import { askRunningBot, NOT_RUNNING } from '../control/ask-running-bot';
import { createLog, type Log } from '../log';
import { type Home } from '../store/home';
import { openHome } from '../store/open-home';

export interface Request<Result> {
  /** What the running bot knows it by. */
  readonly name: string;
  readonly argument: unknown;
  /** How long the bot may take, in milliseconds; as `askRunningBot` has it where it is left out. */
  readonly limitMs?: number;
  /** What the bot answers with. */
  readonly reply: z.ZodType<Result>;
}

/** `work` is the same as what the running bot does. Rejects as `askRunningBot` and `openHome` do. */
export async function askBotOrHome<Result>(
  config: Config,
  { name, argument, limitMs, reply }: Request<Result>,
  work: (home: Home, log: Log) => Promise<Result>,
): Promise<Result> {
  // A PostgreSQL can be asked by anybody who has the URL.
  const asked =
    config.databaseUrl === null ? await askRunningBot(config.dataFolder, name, argument, limitMs) : NOT_RUNNING;
  if (asked !== NOT_RUNNING) return reply.parse(asked);
  const log = createLog('silent');
  const home = await openHome(config, log);
  try {
    return await work(home, log);
  } finally {
    await home.close();
  }
}
