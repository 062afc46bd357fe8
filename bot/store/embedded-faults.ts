/** What SQLite and the disk answer, as one sentence for whoever runs the bot. */
import { errorCode } from '../error-code';
import { ServiceError } from '../service-error';

interface Fault {
  /** The names of SQLite's result codes (sqlite.org/rescode.html), or the codes of Node. */
  readonly codes: RegExp;
  readonly is: string;
  readonly sentence: (path: string) => string;
}

const FAULTS: readonly Fault[] = [
  {
    codes: /^SQLITE_BUSY/,
    is: 'store-in-use',
    sentence: (path) =>
      `${path} is in use by another process: stop that one, or set TUNNEL_TRIAGE_DATA to another folder; several instances share a PostgreSQL, which DATABASE_URL names.`,
  },
  {
    codes: /^SQLITE_(?:NOTADB|CORRUPT)/,
    is: 'store-damaged',
    sentence: (path) =>
      `${path} is damaged or no database: restore it from a backup, or move it away to start with no cases.`,
  },
  {
    codes: /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    is: 'store-read-only',
    sentence: (path) =>
      `${path} cannot be written: give the account of the bot the right to write the file and its folder, or set TUNNEL_TRIAGE_DATA to another folder.`,
  },
  {
    codes: /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    is: 'store-full',
    sentence: (path) =>
      `The disk that holds ${path} is full: make room there, or move the folder to another disk and set TUNNEL_TRIAGE_DATA.`,
  },
];

/** A ServiceError for anything that the file at `path` may answer. */
export function embeddedFault(error: unknown, path: string): ServiceError {
  const code = errorCode(error);
  const known = FAULTS.find(({ codes }) => codes.test(code));
  if (known !== undefined) return new ServiceError(known.is, known.sentence(path), error);
  return new ServiceError(
    'store-unreachable',
    `${path} cannot be opened (${code}): check that the folder exists, has room, and belongs to the account of the bot.`,
    error,
  );
}
