/** Starts the bot from its settings and stops it: on SIGTERM and SIGINT it takes no new work, finishes what is under way, and exits. */
import { existsSync } from 'node:fs';

import { readConfig } from './config';
import { faultSaid } from './fault-said';
import { createLog } from './log';
import { startBot } from './start-bot';

/** How long work that is under way may still take after a stop was asked for, in milliseconds; what follows takes up to three seconds more. */
const STOP_LIMIT_MS = 6000;
/** A load balancer looks every few seconds, and one that is told of the end (Container Apps, Kubernetes) takes about one; nobody balances local mode. */
const DRAIN_MS = 2000;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const bot = await startBot(config, log);
  process.stdout.write(`${bot.greeting}\n`);
  if (bot.warning !== null) process.stderr.write(`${bot.warning}\n`);
  const stop = (): void => {
    bot.stop(STOP_LIMIT_MS, config.app === null ? 0 : DRAIN_MS).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop-failed', {}, error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${faultSaid(error)}\n`);
  process.exitCode = 1;
});
