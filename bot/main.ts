/** Starts the bot from its settings and stops it: on SIGTERM, SIGINT and a fault that nobody caught it takes no new work, finishes what is under way, and exits. */
import { existsSync } from 'node:fs';

import { readConfig } from './config';
import { faultSaid } from './fault-said';
import { createLog } from './log';
import { startBot } from './start-bot';

/** How long work that is under way may still take after a stop was asked for, in milliseconds; what follows takes up to three seconds more. */
const STOP_LIMIT_MS = 6000;
/** Nobody waits longer for a process: a stop that hangs in something that has no limit of its own ends here. */
const STOP_LATEST_MS = 9500;
/** A load balancer looks every few seconds, and one that is told of the end (Container Apps, Kubernetes) takes about one; nobody balances local mode. */
const DRAIN_MS = 2000;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const bot = await startBot(config, log);
  process.stdout.write(`${bot.greeting}\n`);
  if (bot.warning !== null) process.stderr.write(`${bot.warning}\n`);
  let ending = false;
  const end = (status: number): void => {
    if (ending) return;
    ending = true;
    // It keeps the process: one in which nothing else is left to happen would end as if it had stopped well, with its store still open.
    setTimeout(() => {
      log.error('stop-late');
      process.exit(1);
    }, STOP_LATEST_MS);
    bot.stop(STOP_LIMIT_MS, config.app === null ? 0 : DRAIN_MS).then(
      () => process.exit(status),
      (error: unknown) => {
        log.error('stop-failed', {}, error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => end(0)).once('SIGINT', () => end(0));
  // Nobody knows what state it has left. What is under way is handed back, so that the next process has it at once; and Node itself would print the
  // error's message, which may quote an upload.
  process.on('uncaughtException', (error) => {
    log.error('uncaught', {}, error);
    end(1);
  });
}

main().catch((error: unknown) => {
  // What was opened by then would keep the process: a bot that answers `/healthz` and does nothing.
  process.stderr.write(`${faultSaid(error)}\n`, () => process.exit(1));
});
