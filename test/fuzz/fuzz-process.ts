/**
 * One process of a fuzz run: takes every so many'th mutant of a range, one after the other, and tells what is wrong. The number of the mutant in
 * hand stands in a file, so that whoever finds the process dead or hanging knows which it was.
 */
import { mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { fuzzPaths } from './paths';

export interface FuzzOrder {
  readonly seed: number;
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
  readonly step: number;
  readonly only: readonly string[];
  readonly root: string;
  /** Where the number of the mutant in hand is written. */
  readonly inHand: string;
  /** Where mutants with a fault are left. */
  readonly left: string;
}

export type FuzzNews =
  | {
      readonly kind: 'fault';
      readonly index: number;
      readonly path: string;
      readonly what: string;
      readonly faults: readonly string[];
      readonly file: string;
    }
  | { readonly kind: 'progress'; readonly done: number }
  | {
      readonly kind: 'end';
      readonly done: number;
      /** By path: how many, and the milliseconds of all and of the slowest. */
      readonly paths: Readonly<Record<string, PathFigures>>;
      readonly grownBytes: number;
      readonly keptBytes: number;
      readonly faults: readonly string[];
    };

export interface PathFigures {
  readonly count: number;
  readonly ms: number;
  readonly slowestMs: number;
}

/** The processor time of one mutant, of all threads together: an archive of a few bombs takes most, a second of it. */
export const MAX_PROCESSOR_MS = 3000;
/** What the process may grow by once it is warm: a bomb that was opened to its bound, and what waits for the collector. */
export const MAX_GROWN_BYTES = 512 * 1024 * 1024;
/** What may be left over from a run when everything that can be thrown away is, and which is more only because more samples were read whole. */
export const MAX_KEPT_BYTES = 128 * 1024 * 1024;
const WARM_UP = 300;
const TOLD_EVERY_MS = 500;

async function work(order: FuzzOrder): Promise<void> {
  const { seed, first, end, step, only, root, inHand, left } = order;
  const paths = fuzzPaths(root, __dirname, only);
  const hand = openSync(inHand, 'w');
  const figures = new Map<string, PathFigures>();
  let warm: { readonly rss: number; readonly inUse: number } | null = null;
  let grownBytes = 0;
  let done = 0;
  let toldAt = performance.now();
  for (let index = first; index < end; index += step) {
    writeSync(hand, String(index).padEnd(16), 0);
    const made = await paths.trial(seed, index);
    const begun = performance.now();
    const used = process.cpuUsage();
    const faults = [...(await made.faults().catch(said))];
    const { user, system } = process.cpuUsage(used);
    const ms = performance.now() - begun;
    if (made.isShared !== true && (user + system) / 1000 > MAX_PROCESSOR_MS)
      faults.push(`${Math.round((user + system) / 1000)} ms of the processor`);
    const { count = 0, ms: sum = 0, slowestMs = 0 } = figures.get(made.path) ?? {};
    figures.set(made.path, { count: count + 1, ms: sum + ms, slowestMs: Math.max(slowestMs, ms) });
    if (warm !== null) {
      const grown = process.memoryUsage.rss() - warm.rss;
      if (grown > MAX_GROWN_BYTES && grownBytes <= MAX_GROWN_BYTES)
        faults.push(`the process has grown by ${grown} bytes`);
      grownBytes = Math.max(grownBytes, grown);
    }
    if (faults.length > 0)
      tell({ kind: 'fault', index, path: made.path, what: made.what, faults, file: kept(left, order, index, made) });
    done += 1;
    if (done === WARM_UP) warm = { rss: process.memoryUsage.rss(), inUse: bytesInUse() };
    if (performance.now() - toldAt < TOLD_EVERY_MS) continue;
    toldAt = performance.now();
    tell({ kind: 'progress', done });
  }
  const faults = await paths.close();
  const keptBytes = warm === null ? 0 : bytesInUse() - warm.inUse;
  const tooMuch = keptBytes > MAX_KEPT_BYTES ? [`${keptBytes} bytes are kept`] : [];
  tell({
    kind: 'end',
    done,
    paths: Object.fromEntries(figures),
    grownBytes,
    keptBytes,
    faults: [...faults, ...tooMuch],
  });
}

const said = (error: unknown): readonly string[] => [
  `it throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
];

/** The mutant in a file of its own. */
function kept(
  folder: string,
  { seed }: FuzzOrder,
  index: number,
  made: { readonly bytes: Uint8Array; readonly ending: string },
): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}-${index}.${made.ending}`);
  writeFileSync(file, made.bytes);
  return file;
}

function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  // The collector can only be called by a name that a new context has once the flag is set.
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const tell = (news: FuzzNews): void => void process.send?.(news);

process.once('message', (order: FuzzOrder) => {
  work(order).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
      process.exit(1);
    },
  );
});
