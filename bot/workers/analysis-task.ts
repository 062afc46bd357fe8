/** What goes to an analysis worker and what comes back: plain data that can be cloned between threads. */
import { type Analysis, type Context, type ReadingProgress, type Upload } from '../../analyzers/index';
import { type FileUpload } from '../file-source';

/** Small uploads come as bytes, large ones lie on the disk. */
export type PoolUpload = Upload | FileUpload;

export interface AnalysisTask {
  readonly uploads: readonly PoolUpload[];
  readonly context: Context;
}

/** The analysis, and before it at times how far the reading has come. */
export type AnalysisAnswer = Analysis | { readonly progress: ReadingProgress };
