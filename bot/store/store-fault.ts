/** The sentences for faults of work in which both homes have a part, such as a move, or that either may have. */
import { errorCode } from '../error-code';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { embeddedFault } from './embedded-faults';
import { postgresFault } from './postgres-faults';

/** SQLite's own, and those of the operating system that have nothing to do with a network. */
const OF_A_FILE = /^(?:SQLITE_.*|EACCES|EDQUOT|EISDIR|ENOENT|ENOSPC|ENOTDIR|EPERM|EROFS)$/;

/** What is a sentence already stays as it is; `path` is the embedded file that has a part. */
export function storeFault(error: unknown, path: string): Error {
  if (error instanceof ServiceError || error instanceof RefusedError) return error;
  return OF_A_FILE.test(errorCode(error)) ? embeddedFault(error, path) : postgresFault(error);
}

/** For whoever does not wait any longer for an answer of the store. */
export const storeSilent = (): ServiceError =>
  new ServiceError('store-time-limit', 'The store does not answer in time.');
