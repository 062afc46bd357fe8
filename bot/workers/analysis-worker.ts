/** The entry of a worker thread: it analyses what it is sent, one task after the other. */
import { parentPort } from 'node:worker_threads';

import { analyse } from '../../analyzers/index';
import { type AnalysisAnswer, type AnalysisTask } from './analysis-task';

// The pool is the only sender, and it sends tasks only.
parentPort?.on('message', ({ uploads, context }: AnalysisTask) => {
  const answer: AnalysisAnswer = analyse(uploads, context);
  parentPort?.postMessage(answer);
});
