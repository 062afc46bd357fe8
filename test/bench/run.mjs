/**
 * Runs the benchmarks: `npm run bench` all of them, `npm run bench -- evtx event-forms` those named. Each `test/bench/NAME.bench.ts` is
 * bundled by esbuild into `.build/bench/` and runs in a process of its own, one after another, so that none shares a heap or a core with the next;
 * it prints its own table, with ratios against a peer measured in the same run. The exit status is 1 where one of them failed.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENDING = '.bench.ts';
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');

const known = readdirSync(here)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark named ${unknown.join(', ')}; there are ${known.join(', ')}.\n`);
  process.exit(2);
}

const failed = [];
for (const name of asked.length > 0 ? asked : known) {
  const program = join(root, '.build/bench', `${name}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [join(here, name + ENDING)],
    outfile: program,
    bundle: true,
    logLevel: 'warning',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
  });
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [program], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exit(1);
}
