/**
 * Bundles the programs with esbuild into `.build/`: the command line with its libraries (so that it starts fast), the bot, its
 * analysis worker and the commands of its operator without them, and the page of the local chat for the browser. It checks no types; `npm run types` does.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The programs: an entry point, where it goes, and what is special about it. */
const programs = [
  { entry: 'bot/cli/main.ts', output: '.build/cli.cjs', bundled: true },
  { entry: 'bot/main.ts', output: '.build/main.cjs' },
  { entry: 'bot/workers/analysis-worker.ts', output: '.build/analysis-worker.cjs' },
  { entry: 'bot/operate/back-up-command.ts', output: '.build/back-up.cjs' },
  { entry: 'bot/operate/status-command.ts', output: '.build/status.cjs' },
  { entry: 'bot/operate/move-command.ts', output: '.build/move.cjs' },
  { entry: 'bot/reference/reference-command.ts', output: '.build/reference.cjs' },
  { entry: 'bot/skeletons/new-command.ts', output: '.build/new.cjs' },
  { entry: 'bot/local/page/page.ts', output: '.build/chat-page.js', browser: true },
];

/** Names of outputs (`reference`), where not all are wanted. */
const wanted = process.argv.slice(2);

const build = await esbuild();
if (build === null) {
  process.stderr.write(
    'esbuild is not installed (npm ci without --omit=dev brings it), so what .build/ holds stays as it is.\n',
  );
} else {
  await Promise.all(
    programs
      .filter(({ entry, output }) => existsSync(join(root, entry)) && isWanted(output))
      .map((program) => bundle(build, program)),
  );
}

function isWanted(output) {
  return wanted.length === 0 || wanted.includes(basename(output).replace(/\.c?js$/, ''));
}

/** npm runs this in installations without development packages too, where a build that was made before is used. */
async function esbuild() {
  try {
    return (await import('esbuild')).build;
  } catch (fault) {
    if (fault.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw fault;
  }
}

async function bundle(build, { entry, output, bundled = false, browser = false }) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    logLevel: 'warning',
    ...(browser
      ? { platform: 'browser', format: 'iife', target: 'es2022' }
      : { platform: 'node', format: 'cjs', target: 'node20', packages: bundled ? 'bundle' : 'external' }),
  });
}
