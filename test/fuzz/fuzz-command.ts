/**
 * `npm run fuzz`: a million mutants over every way in. `--seed S --from A --count N` takes a part of them, so that a run can go on where another
 * ended; `--only I` is the one mutant of that number; `--path NAME` the ones of one way in.
 */
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { fuzzRun, type FuzzReport } from './fuzz-run';

const MILLION = 1_000_000;
const DEFAULT_SEED = 20_261_128;
const TOLD_EVERY_MS = 5000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      from: { type: 'string' },
      count: { type: 'string' },
      only: { type: 'string' },
      path: { type: 'string', multiple: true },
      processes: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? DEFAULT_SEED);
  const first = Number(values.only ?? values.from ?? 1);
  const count = values.only === undefined ? Number(values.count ?? MILLION) : 1;
  const only = values.path ?? [];
  const root = resolve(__dirname, '../..');
  let done = 0;
  let toldAt = performance.now();
  const begun = performance.now();
  const processes = Math.min(count, Number(values.processes ?? cpus().length));
  const goOn = (): string =>
    `npm run fuzz -- --seed ${seed} --from ${first + Math.max(0, done - processes)} --count ${count - Math.max(0, done - processes)}`;
  process.once('SIGINT', () => {
    process.stdout.write(`\nEnded after ${done}. It goes on with:\n  ${goOn()}\n`);
    process.exit(130);
  });
  const report = await fuzzRun({
    seed,
    first,
    count,
    only,
    processes,
    root,
    program: join(__dirname, 'fuzz-process.cjs'),
    left: join(root, '.build/fuzz/left'),
    onFault: ({ index, path, what, faults, file }) => {
      const again =
        index === null ? '' : `\n  again: npm run fuzz -- --seed ${seed} --only ${index}${pathOption(only)}`;
      process.stdout.write(
        `\nmutant ${index ?? '-'} (${path}; ${what})\n  ${faults.join('\n  ')}${file === null ? '' : `\n  kept: ${file}`}${again}\n`,
      );
    },
    onProgress: (now) => {
      done = now;
      if (performance.now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = performance.now();
      const rate = (done * 1000) / (performance.now() - begun);
      const left = (count - done) / rate;
      process.stdout.write(`${done} of ${count}, ${rate.toFixed(0)}/s, ${Math.round(left / 60)} min left\n`);
    },
  });
  print(report, seed);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}

/** Which path a mutant goes depends on the paths there are. */
const pathOption = (only: readonly string[]): string => only.map((path) => ` --path '${path}'`).join('');

function print({ done, seconds, faults, paths, grownBytes, keptBytes }: FuzzReport, seed: number): void {
  const rows = Object.entries(paths).map(([path, { count, ms, slowestMs }]) =>
    [
      path.padEnd(14),
      String(count).padStart(8),
      `${(ms / count).toFixed(2)} ms`.padStart(10),
      `${slowestMs.toFixed(0)} ms`.padStart(9),
    ].join('  '),
  );
  const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  process.stdout.write(
    `${['path'.padEnd(14), 'mutants'.padStart(8), 'mean'.padStart(10), 'slowest'.padStart(9)].join('  ')}\n${rows.join('\n')}\n` +
      `seed ${seed}: ${done} mutants in ${seconds.toFixed(0)} s (${(done / seconds).toFixed(0)}/s), ${faults.length} with a fault; ` +
      `a process grew by at most ${mib(grownBytes)} and kept ${mib(keptBytes)}\n`,
  );
}

void main();
