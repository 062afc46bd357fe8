/** What became of one document: its readings, its problems, and in one word how much of it was understood. */
import { type Problem, type UploadReport, type UploadStatus } from '../diagnosis/diagnosis';
import { type Document } from '../document';
import { type Reading } from '../reading';

/** What was made of one document. */
export interface DocumentReadings {
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
  /** Nothing of it was read. */
  readonly unrecognised: boolean;
  /** Some of it could not be read, or not wholly. */
  readonly partial: boolean;
  readonly language: string | null;
}

/** What a report tells of a document or an event log besides what was read. */
export interface Reported extends Pick<Document, 'name' | 'bytes' | 'sha256'> {
  readonly encoding: string | null;
}

/** More problems of one document than this help nobody. */
export const MAX_PROBLEMS = 30;

/** The report of one document as the contract has it; `partial` where anything of it was not read whole. */
export function uploadReport(document: Reported, read: DocumentReadings): UploadReport {
  return {
    name: document.name,
    bytes: document.bytes,
    sha256: document.sha256,
    status: statusOf(read),
    encoding: document.encoding,
    language: read.language,
    readings: read.readings.map(({ command, origin, firstLine, lastLine, complete, data }) => ({
      command,
      origin,
      ...(firstLine > 0 ? { firstLine, lastLine } : {}),
      complete,
      data,
    })),
    problems: [...read.problems, ...read.readings.flatMap(({ problems }) => problems)].slice(0, MAX_PROBLEMS),
  };
}

function statusOf({ readings, unrecognised, partial }: DocumentReadings): UploadStatus {
  if (unrecognised) return 'unrecognised';
  return partial || readings.some(({ complete }) => !complete) ? 'partial' : 'analysed';
}
