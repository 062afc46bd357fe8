/** What goes to an analysis worker and what comes back: plain data that can be cloned between threads. */
import { type ReadingProgress, type Upload } from '../../analyzers/index';
import { type CaseAnalysis, type CaseContext } from '../cases/case-analysis';
import { type FileUpload } from '../file-source';

/** Small uploads come as bytes, large ones lie on the disk. */
export type PoolUpload = Upload | FileUpload;

export interface AnalysisTask {
  readonly uploads: readonly PoolUpload[];
  readonly context: CaseContext;
}

/** The analysis, and before it at times how far the reading has come; or the sentence of a case of which what is kept cannot be read. */
export type AnalysisAnswer =
  | CaseAnalysis
  | { readonly progress: ReadingProgress }
  | { readonly unreadable: { readonly code: string; readonly sentence: string } };
