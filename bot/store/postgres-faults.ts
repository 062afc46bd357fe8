/** What PostgreSQL and the way to it answer, as one sentence for whoever runs the bot; nothing of the URL is in it, because a password may be anywhere in one. */
import { ServiceError } from '../service-error';
import { errorCode } from '../error-code';

const THE_DATABASE = 'The PostgreSQL that DATABASE_URL names';

interface Fault {
  /** SQLSTATE (PostgreSQL documentation, appendix A) or the code of Node. */
  readonly codes: RegExp;
  readonly is: string;
  readonly sentence: (code: string) => string;
}

const FAULTS: readonly Fault[] = [
  {
    codes: /^(?:28P01|28000)$/,
    is: 'store-refused',
    sentence: () =>
      `${THE_DATABASE} refuses the account: correct the user name and the password in DATABASE_URL (with special characters as %40 and the like), or allow the account in pg_hba.conf.`,
  },
  {
    codes: /^3D000$/,
    is: 'store-missing',
    sentence: () =>
      `${THE_DATABASE} has no database of that name: create it with createdb, or correct the name at the end of DATABASE_URL.`,
  },
  {
    codes: /^42501$/,
    is: 'store-no-rights',
    sentence: () =>
      `${THE_DATABASE} does not let the account make its tables: make the account the owner of the database, or grant it CREATE and USAGE on the schema.`,
  },
  {
    codes: /^25006$/,
    is: 'store-read-only',
    sentence: () =>
      `${THE_DATABASE} takes no writes (a standby, or default_transaction_read_only is on): name the primary in DATABASE_URL, or turn that setting off.`,
  },
  {
    codes: /^53[13]00$/,
    is: 'store-full',
    sentence: (code) =>
      code === '53100'
        ? `${THE_DATABASE} has no room on its disk: make room there.`
        : `${THE_DATABASE} has no connection left: raise max_connections, or run fewer instances.`,
  },
  {
    codes: /^22021$/,
    is: 'store-text',
    sentence: () => `${THE_DATABASE} cannot keep a text that has the character U+0000: nothing was written.`,
  },
  {
    codes: /^(?:57P0[1-3]|08\d{3})$/,
    is: 'store-unreachable',
    sentence: (code) => `${THE_DATABASE} is starting or stopping (${code}): start again when it runs.`,
  },
];

/** A ServiceError for anything that a start may meet. */
export function postgresFault(error: unknown): ServiceError {
  const code = codeInside(error);
  const known = FAULTS.find(({ codes }) => codes.test(code));
  if (known !== undefined) return new ServiceError(known.is, known.sentence(code), error);
  return new ServiceError(
    'store-unreachable',
    `${THE_DATABASE} cannot be used (${code}): check that it runs, that this machine reaches it, and the host, the port and sslmode in DATABASE_URL.`,
    error,
  );
}

/** A name with several addresses fails with one error for each. */
function codeInside(error: unknown): string {
  const code = errorCode(error);
  if (code !== 'unknown' || !(error instanceof AggregateError)) return code;
  return errorCode(error.errors[0]);
}
