/** A few worker threads that analyse uploads off the event loop; one that crashes or takes too long is replaced. */
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';

import { type ReadingProgress } from '../../analyzers/index';
import { type CaseAnalysis, type CaseContext } from '../cases/case-analysis';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type AnalysisAnswer, type AnalysisTask, type PoolUpload } from './analysis-task';

/** The longest that one analysis may take besides the time for what it reads, in milliseconds. */
export const ANALYSIS_TIME_LIMIT_MS = 60_000;
/** What every megabyte that was read adds to it, in milliseconds: ten megabytes in a second, far below what a slow machine reads. */
export const TIME_LIMIT_MS_PER_MEGABYTE = 100;
/** More than these wait for nobody: a person who would have to wait longer is told to send it again. */
export const MAX_WAITING_ANALYSES = 200;
/** The memory of one worker, in megabytes; a worker that needs more ends, and the bot goes on. */
export const MAX_WORKER_MEGABYTES = 1024;

export interface AnalysisPool {
  /**
   * Rejects with a RefusedError where the worker crashed, ran out of time, was told to end, or too many wait, and with a ServiceError where what is
   * kept of the case cannot be read.
   */
  readonly analyse: (uploads: readonly PoolUpload[], context: CaseContext, watch?: PoolWatch) => Promise<CaseAnalysis>;
  /**
   * As `analyse`, of what `prepare` gives when a thread is free for it: whoever waits holds nothing meanwhile. Rejects with what `prepare` rejects
   * with, too.
   */
  readonly analyseWhenFree: (prepare: () => Promise<AnalysisTask>, watch?: PoolWatch) => Promise<CaseAnalysis>;
  readonly close: () => Promise<void>;
}

/** Who waits for an analysis. */
export interface PoolWatch {
  /** Called a few times a second while something long is read. */
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Ends the analysis, whether it waits or runs: its worker is replaced. A reason that is a RefusedError is what the analysis rejects with. */
  readonly signal?: AbortSignal | undefined;
}

export interface PoolOptions {
  readonly workerFile: string;
  readonly size?: number;
  readonly timeLimitMs?: number;
}

interface Waiting {
  readonly prepare: () => Promise<AnalysisTask>;
  readonly watch: PoolWatch;
  readonly resolve: (analysis: CaseAnalysis) => void;
  readonly reject: (error: unknown) => void;
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
    // One may end while nobody attends it, as of what its last analysis left behind. An error that nobody listens for would end the bot, and who is
    // given a thread that is gone would wait for an answer until the time is up.
    worker.on('error', () => undefined).on('exit', () => forget(worker));
    return worker;
  };
  const forget = (worker: Worker): void => {
    all.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  };
  /** What runs already is ended by whoever attends it. */
  const leave = (waiting: Waiting): void => {
    const place = queue.indexOf(waiting);
    if (place < 0) return;
    queue.splice(place, 1);
    waiting.reject(cancelled(waiting.watch.signal));
  };
  const dismiss = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
  };

  const analyseWhenFree: AnalysisPool['analyseWhenFree'] = (prepare, watch = {}) =>
    new Promise((resolve, reject) => {
      if (queue.length >= MAX_WAITING_ANALYSES) {
        reject(new RefusedError('busy', `${queue.length} analyses wait before this one. Send it again in a minute.`));
        return;
      }
      if (watch.signal?.aborted === true) {
        reject(cancelled(watch.signal));
        return;
      }
      const waiting: Waiting = { prepare, watch, resolve, reject };
      queue.push(waiting);
      watch.signal?.addEventListener('abort', () => leave(waiting), { once: true });
      takeNext();
    });

  return {
    analyse: (uploads, context, watch) => analyseWhenFree(() => Promise.resolve({ uploads, context }), watch),
    analyseWhenFree,
    close: async () => {
      const error = new RefusedError('stopping', 'I am being restarted. Send it again in a minute.');
      for (const { reject } of queue.splice(0)) reject(error);
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Gives one task to one worker and waits for the first of answer, end, cancellation and time limit. */
function attend(
  worker: Worker,
  { prepare, watch: { onProgress, signal }, resolve, reject }: Waiting,
  timeLimitMs: number,
  done: (healthy: boolean) => void,
): void {
  let isSettled = false;
  const settle = (healthy: boolean, tell: () => void): void => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    signal?.removeEventListener('abort', ended);
    worker.removeListener('message', answered).removeListener('error', crashed).removeListener('exit', crashed);
    done(healthy);
    tell();
  };
  const answered = (answer: AnalysisAnswer): void => {
    if ('unreadable' in answer) {
      const { code, sentence } = answer.unreadable;
      settle(true, () => reject(new ServiceError(code, sentence)));
      return;
    }
    if (!('progress' in answer)) {
      settle(true, () => resolve(answer));
      return;
    }
    clearTimeout(timer);
    timer = limitedAt(answer.progress.allBytesRead);
    onProgress?.(answer.progress);
  };
  const ended = (): void => settle(false, () => reject(cancelled(signal)));
  const crashed = (): void => settle(false, () => reject(new RefusedError('analysis-crashed', CRASHED)));
  const begun = performance.now();
  const limitedAt = (bytesRead: number): NodeJS.Timeout => {
    const limit = timeLimitMs + (bytesRead / MEGABYTE) * TIME_LIMIT_MS_PER_MEGABYTE;
    return setTimeout(() => settle(false, () => reject(tooLong(limit))), begun + limit - performance.now());
  };
  let timer = limitedAt(0);
  signal?.addEventListener('abort', ended, { once: true });
  worker.on('message', answered).on('error', crashed).on('exit', crashed);
  prepare()
    .then((task) => {
      if (!isSettled) worker.postMessage(task);
    })
    .catch((error: unknown) => settle(true, () => reject(error)));
}

const MEGABYTE = 1024 * 1024;

function cancelled(signal: AbortSignal | undefined): RefusedError {
  const reason: unknown = signal?.reason;
  if (reason instanceof RefusedError) return reason;
  return new RefusedError(
    'analysis-cancelled',
    'The analysis was stopped before it had an answer. Your case is as it was.',
  );
}

const CRASHED =
  'The analysis ended before it had an answer. Your case is as it was; send the outputs one by one to find the one that I cannot read.';

const tooLong = (timeLimitMs: number): RefusedError =>
  new RefusedError(
    'analysis-time-limit',
    `The analysis took longer than ${Math.round(timeLimitMs / 1000)} seconds and was stopped. Your case is as it was; send fewer or shorter outputs at a time.`,
  );
