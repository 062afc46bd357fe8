/** A fuzz run over several processes: one that dies or hangs is found out and replaced, behind the mutant that it had in hand. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type FuzzNews, type FuzzOrder, type PathFigures } from './fuzz-process';

export interface FuzzPlan {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly processes: number;
  /** The names of the paths that are gone; all where it is empty. */
  readonly only?: readonly string[];
  readonly root: string;
  /** The bundled process, and beside it the bundled worker. */
  readonly program: string;
  /** Where mutants with a fault are left. */
  readonly left: string;
  readonly onFault?: (fault: FoundFault) => void;
  readonly onProgress?: (done: number) => void;
}

export interface FoundFault {
  /** null where it is one of the whole run. */
  readonly index: number | null;
  readonly path: string;
  readonly what: string;
  readonly faults: readonly string[];
  readonly file: string | null;
}

export interface FuzzReport {
  readonly done: number;
  readonly seconds: number;
  readonly faults: readonly FoundFault[];
  readonly paths: Readonly<Record<string, PathFigures>>;
  /** Of the process that grew most, and of the one that kept most. */
  readonly grownBytes: number;
  readonly keptBytes: number;
}

/** The heap of a process: as much as a worker of the product has for one analysis would be too kind. */
const MAX_HEAP_MEGABYTES = 640;
/** A mutant that takes longer on the clock hangs. The bound of the processor's time is far lower; this machine may be busy. */
const HANGS_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 1000;

export async function fuzzRun(plan: FuzzPlan): Promise<FuzzReport> {
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-fuzz-run-'));
  const faults: FoundFault[] = [];
  const done = new Map<number, number>();
  const found = (fault: FoundFault): void => {
    faults.push(fault);
    plan.onFault?.(fault);
  };
  const ended: Extract<FuzzNews, { kind: 'end' }>[] = [];
  const share = async (place: number): Promise<void> => {
    const inHand = join(folder, String(place));
    const end = plan.first + plan.count;
    let before = 0;
    for (let first = plan.first + place; first < end;) {
      const order = { ...plan, only: plan.only ?? [], first, end, step: plan.processes, inHand };
      const outcome = await oneProcess(order, plan.program, (news) => {
        if (news.kind === 'fault') found(news);
        else {
          done.set(place, before + news.done);
          plan.onProgress?.(sumOf(done));
        }
        if (news.kind !== 'end') return;
        ended.push(news);
        for (const said of news.faults) found({ index: null, path: 'the run', what: said, faults: [said], file: null });
      });
      if (outcome === null) return;
      const index = Number(readFileSync(inHand, 'utf8')) || first;
      found({ index, path: 'unknown', what: 'process', faults: [outcome], file: null });
      before += Math.floor((index - first) / plan.processes) + 1;
      first = index + plan.processes;
    }
  };
  await Promise.all(Array.from({ length: plan.processes }, (_, place) => share(place)));
  rmSync(folder, { recursive: true, force: true });
  return {
    done: sumOf(done),
    seconds: (performance.now() - begun) / 1000,
    faults,
    paths: addedUp(ended.map(({ paths }) => paths)),
    grownBytes: Math.max(0, ...ended.map(({ grownBytes }) => grownBytes)),
    keptBytes: Math.max(0, ...ended.map(({ keptBytes }) => keptBytes)),
  };
}

const sumOf = (done: ReadonlyMap<number, number>): number => [...done.values()].reduce((sum, each) => sum + each, 0);

/** null where it came to its end, otherwise a sentence. */
function oneProcess(order: FuzzOrder, program: string, onNews: (news: FuzzNews) => void): Promise<string | null> {
  const child: ChildProcess = fork(program, { execArgv: [`--max-old-space-size=${MAX_HEAP_MEGABYTES}`] });
  return new Promise((resolve) => {
    let end: string | null = 'it did not come to its end';
    let inHand = '';
    let since = performance.now();
    const watch = setInterval(() => {
      const now = readFileSync(order.inHand, { encoding: 'utf8', flag: 'a+' });
      if (now !== inHand) [inHand, since] = [now, performance.now()];
      if (performance.now() - since < HANGS_AFTER_MS) return;
      end = `it hangs: nothing for ${HANGS_AFTER_MS} ms`;
      child.kill('SIGKILL');
    }, LOOK_EVERY_MS);
    child.on('message', (news: FuzzNews) => {
      if (news.kind === 'end') end = null;
      onNews(news);
    });
    child.once('exit', (status, signal) => {
      clearInterval(watch);
      resolve(end === null || status === 0 ? end : `${end} (${signal ?? `status ${status}`})`);
    });
    child.send(order);
  });
}

function addedUp(all: readonly Readonly<Record<string, PathFigures>>[]): Readonly<Record<string, PathFigures>> {
  const sums = new Map<string, PathFigures>();
  for (const [path, { count, ms, slowestMs }] of all.flatMap((paths) => Object.entries(paths))) {
    const before = sums.get(path) ?? { count: 0, ms: 0, slowestMs: 0 };
    sums.set(path, {
      count: before.count + count,
      ms: before.ms + ms,
      slowestMs: Math.max(before.slowestMs, slowestMs),
    });
  }
  return Object.fromEntries(sums);
}
