/** The program behind `npm run package`. */
import { existsSync } from 'node:fs';

import { projectFolder } from '../bot/project-folder';
import { RefusedError } from '../bot/refused-error';
import { packageApp } from './package-app';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.stdout.write(`${await packageApp(projectFolder(__dirname), process.env, process.argv.slice(2))}\n`);
}

main().catch((error: unknown) => {
  // A refusal is for whoever runs it; anything else is a fault of ours and shows where.
  const said =
    error instanceof RefusedError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
});
