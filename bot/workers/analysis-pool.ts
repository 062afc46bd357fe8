/** A few worker threads that analyse uploads off the event loop; one that crashes or takes too long is replaced. */
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';

import { type Analysis, type Context } from '../../analyzers/analyse';
import { type Upload } from '../../analyzers/document';
import { RefusedError } from '../refused-error';
import { type AnalysisAnswer, type AnalysisTask } from './analysis-task';

/** The longest that one analysis may take, in milliseconds. */
export const ANALYSIS_TIME_LIMIT_MS = 60_000;
/** More than these wait for nobody: a person who would have to wait longer is told to send it again. */
export const MAX_WAITING_ANALYSES = 200;
/** The memory of one worker, in megabytes; a worker that needs more ends, and the bot goes on. */
export const MAX_WORKER_MEGABYTES = 1024;

export interface AnalysisPool {
  /** Rejects with a RefusedError where the worker crashed, ran out of time, or too many wait. */
  readonly analyse: (uploads: readonly Upload[], context: Context) => Promise<Analysis>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly workerFile: string;
  readonly size?: number;
  readonly timeLimitMs?: number;
}

interface Waiting {
  readonly task: AnalysisTask;
  readonly resolve: (analysis: Analysis) => void;
  readonly reject: (error: RefusedError) => void;
}

export function createAnalysisPool({
  workerFile,
  size = cpus().length,
  timeLimitMs = ANALYSIS_TIME_LIMIT_MS,
}: PoolOptions): AnalysisPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting[] = [];
  let running = 0;

  const takeNext = (): void => {
    if (running >= size) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    running += 1;
    const worker = idle.pop() ?? hire();
    attend(worker, waiting, timeLimitMs, (healthy) => {
      running -= 1;
      if (healthy) idle.push(worker);
      else dismiss(worker);
      takeNext();
    });
  };
  const hire = (): Worker => {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: MAX_WORKER_MEGABYTES } });
    worker.unref(); // an idle worker does not keep the process alive
    all.add(worker);
    return worker;
  };
  const dismiss = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
  };

  return {
    analyse: (uploads, context) =>
      new Promise((resolve, reject) => {
        if (queue.length >= MAX_WAITING_ANALYSES) {
          reject(new RefusedError('busy', `${queue.length} analyses wait before this one. Send it again in a minute.`));
          return;
        }
        queue.push({ task: { uploads, context }, resolve, reject });
        takeNext();
      }),
    close: async () => {
      const error = new RefusedError('stopping', 'I am being restarted. Send it again in a minute.');
      for (const { reject } of queue.splice(0)) reject(error);
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Gives one task to one worker and waits for the first of answer, end and time limit. */
function attend(
  worker: Worker,
  { task, resolve, reject }: Waiting,
  timeLimitMs: number,
  done: (healthy: boolean) => void,
): void {
  const settle = (healthy: boolean, tell: () => void): void => {
    clearTimeout(timer);
    worker.removeListener('message', answered).removeListener('error', crashed).removeListener('exit', crashed);
    // A worker that is on its way out may still report an error, which nobody waits for.
    if (!healthy) worker.on('error', () => undefined);
    done(healthy);
    tell();
  };
  const answered = (analysis: AnalysisAnswer): void => settle(true, () => resolve(analysis));
  const crashed = (): void => settle(false, () => reject(new RefusedError('analysis-crashed', CRASHED)));
  const timer = setTimeout(() => settle(false, () => reject(tooLong(timeLimitMs))), timeLimitMs);
  worker.on('message', answered).on('error', crashed).on('exit', crashed);
  worker.postMessage(task);
}

const CRASHED =
  'The analysis ended before it had an answer. Your case is as it was; send the outputs one by one to find the one that I cannot read.';

const tooLong = (timeLimitMs: number): RefusedError =>
  new RefusedError(
    'analysis-time-limit',
    `The analysis took longer than ${Math.round(timeLimitMs / 1000)} seconds and was stopped. Your case is as it was; send fewer or shorter outputs at a time.`,
  );
