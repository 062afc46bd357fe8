/** What goes to an analysis worker and what comes back: plain data that can be cloned between threads. */
import { type Analysis, type Context } from '../../analyzers/analyse';
import { type Upload } from '../../analyzers/document';

export interface AnalysisTask {
  readonly uploads: readonly Upload[];
  readonly context: Context;
}

export type AnalysisAnswer = Analysis;
