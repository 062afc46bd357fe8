/**
 * Twenty thousand mutants over every way in, the same in each run; `npm run fuzz` is a million. A process of its own takes them, so that its memory
 * can be told and one that hangs or dies is found out.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { fuzzRun, type FuzzReport } from './fuzz-run';

const COUNT = Number(process.env['MUTANTS'] ?? 20_000);
const SEED = 20_261_128;
/** The other core belongs to the other tests. */
const PROCESSES = 1;
/** Of a machine that is busy with other tests; a quiet one takes several times as many. */
const MUTANTS_PER_SECOND = 12;
const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, '.build', `fuzz-${process.pid}`);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it(
  `${COUNT} mutants make nothing throw, hang, grow, pass by a cut, or leave the bot`,
  async () => {
    execFileSync(process.execPath, [join(ROOT, 'test/fuzz/run.mjs'), '--bundle', FOLDER]);
    const report: FuzzReport = await fuzzRun({
      seed: SEED,
      first: 1,
      count: COUNT,
      processes: PROCESSES,
      root: ROOT,
      program: join(FOLDER, 'fuzz-process.cjs'),
      left: join(ROOT, '.build/fuzz/left'),
    });
    const { faults, done, paths, ...measured } = report;
    process.stdout.write(`${JSON.stringify({ seed: SEED, done, ...measured, paths })}\n`);
    expect(faults).toEqual([]);
    expect(done).toBe(COUNT);
    expect(Object.keys(paths)).toHaveLength(10);
  },
  60_000 + (COUNT / MUTANTS_PER_SECOND) * 1000,
);
