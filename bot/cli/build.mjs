/**
 * Bundles the programs with esbuild into `.build/`: the command line with its libraries (so that it starts fast), the bot, its
 * analysis worker and the commands of its operator and administrator without them, and the page of the local chat for the browser. It checks no types; `npm run types` does.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
  { entry: 'bot/operate/stats-command.ts', output: '.build/stats.cjs' },
  { entry: 'bot/operate/stand-ins-command.ts', output: '.build/stand-ins.cjs' },
  { entry: 'bot/operate/keys-command.ts', output: '.build/keys.cjs' },
  { entry: 'bot/operate/move-command.ts', output: '.build/move.cjs' },
  { entry: 'manifest/package-command.ts', output: '.build/package-app.cjs' },
  { entry: 'manifest/draw-icons-command.ts', output: '.build/draw-icons.cjs' },
  { entry: 'bot/operate/erase-command.ts', output: '.build/erase.cjs' },
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
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    logLevel: 'warning',
    ...(browser
      ? { platform: 'browser', format: 'iife', target: 'es2022' }
      : { platform: 'node', format: 'cjs', target: 'node20', packages: bundled ? 'bundle' : 'external' }),
    // Half the text is half the time to read it; names are kept, so that a stack still tells.
    ...(bundled ? { minifyWhitespace: true, minifySyntax: true, charset: 'utf8' } : {}),
  });
  if (bundled) prepareStart(output, metafile);
}

/** Writes down what the bundle was made of, and runs it once, so that it leaves its compiled code for the next start (tunnel-triage.cjs). */
function prepareStart(output, { inputs }) {
  const folder = join(root, dirname(output));
  const own = Object.keys(inputs).filter((path) => !path.includes('node_modules/'));
  writeFileSync(join(folder, 'cli-inputs.json'), JSON.stringify(own));
  for (const name of readdirSync(folder)) if (name.endsWith('.code-cache')) rmSync(join(folder, name), { force: true });
  const sample = join(root, 'bot/teams/sample-case');
  execFileSync(process.execPath, [join(root, 'bot/cli/tunnel-triage.cjs'), 'analyze', sample], { stdio: 'ignore' });
}
