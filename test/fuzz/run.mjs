/**
 * Bundles the fuzzer and the analysis worker into `.build/fuzz/` and runs it: `npm run fuzz`, or `npm run fuzz -- --seed S --only I`. `--bundle FOLDER`
 * only bundles them there.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const [option, folder] = process.argv.slice(2);
const output = option === '--bundle' ? resolve(folder) : join(root, '.build/fuzz');

await build({
  absWorkingDir: root,
  entryPoints: {
    'fuzz-command': join(here, 'fuzz-command.ts'),
    'fuzz-process': join(here, 'fuzz-process.ts'),
    'analysis-worker': join(root, 'bot/workers/analysis-worker.ts'),
  },
  outdir: output,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  logLevel: 'warning',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
});
if (option !== '--bundle') {
  const { status } = spawnSync(process.execPath, [join(output, 'fuzz-command.cjs'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
