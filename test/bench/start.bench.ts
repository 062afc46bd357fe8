/**
 * What the command line costs until a text of 4 KB is analysed, beside starting Node.js and doing nothing: its own entry file and `node -e 0`,
 * each a process, in interleaved rounds, with the processor time of the processes beside the time on the clock.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { processorMs } from '../support/processor-time';
import { endlessListing } from './transcripts';

const ROUNDS = 20;
const TEXT = `${endlessListing(3900).toString('utf8').slice(0, 4080)}\r\nOk.\r\n`;

interface Found {
  /** Milliseconds, one of each round. */
  readonly clock: number[];
  /** Milliseconds, in ticks of ten: only their mean tells. */
  readonly processor: number[];
}

function measure(): void {
  execFileSync(process.execPath, ['bot/cli/build.mjs', 'cli'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  const path = join(folder, 'mmsa.txt');
  writeFileSync(path, TEXT);
  const ways = {
    'node -e 0': ['-e', '0'],
    'the entry file': ['bot/cli/tunnel-triage.cjs', 'analyze', path],
  } as const;
  const found: Record<keyof typeof ways, Found> = {
    'node -e 0': { clock: [], processor: [] },
    'the entry file': { clock: [], processor: [] },
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['node -e 0', 'the entry file'] as const) {
      const before = used();
      const begun = performance.now();
      const { status, stdout } = spawnSync(process.execPath, ways[way], { encoding: 'utf8' });
      const took = performance.now() - begun;
      if (way === 'the entry file' && !stdout.includes('1 file read')) {
        throw new Error(`The entry file ended with ${status} and said nothing of the text.`);
      }
      if (round === 0) continue; // the first keeps the compiled code
      found[way].clock.push(took);
      found[way].processor.push(used() - before);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [way, { clock, processor }] of Object.entries(found)) {
    process.stdout.write(
      `${way.padEnd(16)} ${median(clock).toFixed(0).padStart(5)} ms   ${mean(processor).toFixed(0).padStart(5)} ms of processor\n`,
    );
  }
  const [bare, entry] = [found['node -e 0'], found['the entry file']];
  process.stdout.write(
    `the entry file on 4 KB / node -e 0: ${(median(entry.clock) / median(bare.clock)).toFixed(2)} of its time, ` +
      `${(mean(entry.processor) / mean(bare.processor)).toFixed(2)} of its processor time (aim under 3); ` +
      `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores\n`,
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Of this process, which only waits meanwhile, and of its children. */
const used = (): number => processorMs(process.pid) ?? 0;

measure();
