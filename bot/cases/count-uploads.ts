/** Counts what a message or a request brought, by what became of it. */
import { type UploadReport } from '../../analyzers/index';
import { type Counters } from '../counters';

export function countUploads(counters: Counters, received: readonly UploadReport[]): void {
  counters.count('uploads', received.length);
  for (const { status, problems } of received) {
    if (status === 'rejected') counters.uploadRefused(problems[0]?.code ?? '');
  }
}
