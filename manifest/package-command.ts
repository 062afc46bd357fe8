/** The program behind `npm run package`. */
import { existsSync } from 'node:fs';

import { faultSaid } from '../bot/fault-said';
import { projectFolder } from '../bot/project-folder';
import { packageApp } from './package-app';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.stdout.write(`${await packageApp(projectFolder(__dirname), process.env, process.argv.slice(2))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${faultSaid(error)}\n`);
  process.exitCode = 1;
});
