/** What the commands of the operator have in common: the settings are read, a fault is one sentence on standard error, and the exit status says so. */
import { existsSync } from 'node:fs';

import { type Config, readConfig } from '../config';
import { faultSaid } from '../fault-said';

/** `work` gives what is printed. */
export async function runCommand(work: (config: Config, words: readonly string[]) => Promise<string>): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    process.stdout.write(`${await work(readConfig(process.env), process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${faultSaid(error)}\n`);
    process.exitCode = 1;
  }
}
