/** The entry of a worker thread: it analyses what it is sent, one task after the other, and tells how far it has come. */
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

import { type ReadingProgress } from '../../analyzers/index';
import { analyseCase } from '../cases/case-analysis';
import { asUpload } from '../file-source';
import { ServiceError } from '../service-error';
import { type AnalysisAnswer, type AnalysisTask } from './analysis-task';

/** How often the pool is told, in milliseconds. */
const TOLD_EVERY_MS = 250;

// Whoever sends is acknowledged before anybody is answered. On Linux a thread has a priority of its own; elsewhere it would be that of the process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (answer: AnalysisAnswer): void => parentPort?.postMessage(answer);

function progressTeller(): (progress: ReadingProgress) => void {
  let toldAt = performance.now();
  return (progress) => {
    const now = performance.now();
    if (now - toldAt < TOLD_EVERY_MS) return;
    toldAt = now;
    tell({ progress });
  };
}

// The pool is the only sender; it sends one task and waits for its answer before the next.
parentPort?.on('message', ({ uploads, context }: AnalysisTask) => {
  analyseCase(uploads.map(asUpload), context, { onProgress: progressTeller() }).then(tell, (error: unknown) => {
    if (error instanceof ServiceError) {
      tell({ unreadable: { code: error.code, sentence: error.message } });
      return;
    }
    // What nobody foresaw ends the worker, as it would without promises: the pool says so and takes another.
    setImmediate(() => {
      throw error;
    });
  });
});
