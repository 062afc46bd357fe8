/** Bundles the bot, its worker and its page for one test file, apart from what others may be building at the same time. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface BotBundles {
  readonly folder: string;
  readonly remove: () => void;
}

/** With `main`, the program and the page too: what a process test starts. */
export function bundleBot(programs: readonly (keyof typeof PROGRAMS)[]): BotBundles {
  const folder = join(root, '.build', `test-${process.pid}-${process.hrtime.bigint()}`);
  for (const program of programs) {
    const { entry, output, options } = PROGRAMS[program];
    execFileSync(
      join(root, 'node_modules/.bin/esbuild'),
      [entry, '--bundle', '--log-level=warning', `--outfile=${join(folder, output)}`, ...options],
      { cwd: root },
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const NODE = ['--platform=node', '--format=cjs', '--target=node20', '--packages=external'];

/** As bot/cli/build.mjs bundles them. */
const PROGRAMS = {
  worker: { entry: 'bot/workers/analysis-worker.ts', output: 'analysis-worker.cjs', options: NODE },
  main: { entry: 'bot/main.ts', output: 'main.cjs', options: NODE },
  'back-up': { entry: 'bot/operate/back-up-command.ts', output: 'back-up.cjs', options: NODE },
  status: { entry: 'bot/operate/status-command.ts', output: 'status.cjs', options: NODE },
  stats: { entry: 'bot/operate/stats-command.ts', output: 'stats.cjs', options: NODE },
  cli: {
    entry: 'bot/cli/main.ts',
    output: 'cli.cjs',
    options: ['--platform=node', '--format=cjs', '--target=node20'],
  },
  keys: { entry: 'bot/operate/keys-command.ts', output: 'keys.cjs', options: NODE },
  move: { entry: 'bot/operate/move-command.ts', output: 'move.cjs', options: NODE },
  package: { entry: 'manifest/package-command.ts', output: 'package-app.cjs', options: NODE },
  erase: { entry: 'bot/operate/erase-command.ts', output: 'erase.cjs', options: NODE },
  page: {
    entry: 'bot/local/page/page.ts',
    output: 'chat-page.js',
    options: ['--platform=browser', '--format=iife', '--target=es2022'],
  },
} as const;
