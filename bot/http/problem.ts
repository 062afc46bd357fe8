/** What a caller hears of whatever went wrong: a problem of RFC 9457, whose status follows from the code of the refusal. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

import { CASE_CHANGED } from '../cases/living-case';
import { referenceOf } from '../jobs/dead-jobs';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type components } from './openapi';

export type Problem = components['schemas']['Problem'];

/** A refusal that a later try may escape. */
export class LaterError extends RefusedError {
  constructor(
    code: string,
    sentence: string,
    /** What the caller should wait before it tries again. */
    readonly afterSeconds: number,
  ) {
    super(code, sentence);
  }
}

/** A refusal that is not here is of what was sent, and has 422. */
const REFUSALS: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'broken-body': 400,
  'no-file': 400,
  'no-name': 400,
  'bad-name': 400,
  'not-authenticated': 401,
  'scope-missing': 403,
  'no-such-case': 404,
  'no-such-code': 404,
  'no-such-path': 404,
  'no-diagnosis': 404,
  'no-such-method': 405,
  'no-such-form': 406,
  'too-slow': 408,
  'key-in-use': 409,
  'changed-since': 412,
  'too-large': 413,
  'wrong-media-type': 415,
  'key-of-another-request': 422,
  'too-many-requests': 429,
  busy: 503,
  stopping: 503,
};

/** Faults of the outside that the caller may wait out; their own sentences are for whoever runs the bot. */
const FAULTS: Readonly<Record<string, readonly [status: number, sentence: string]>> = {
  [CASE_CHANGED]: [409, 'The case is being changed by others again and again: send this again.'],
  'key-lost': [409, 'Another request with this Idempotency-Key took over: send this again.'],
  'upload-not-kept': [503, 'There is no room for uploads at the moment: send this again later.'],
  'signing-keys-unreachable': [503, 'The token cannot be checked at the moment: send this again later.'],
};
/** Where nobody knows how long it takes. */
const WAIT_SECONDS = 10;

export interface SaidProblem {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** What the log is to have beside the error; null where the caller alone can mend it. */
  readonly reference: string | null;
}

/** Nothing of an error that nobody foresaw is said, but a reference that the log has too. */
export function problemOf(error: unknown): SaidProblem {
  if (error instanceof RefusedError) return said(REFUSALS[error.code] ?? 422, error.code, error.message, error);
  const fault = error instanceof ServiceError ? FAULTS[error.code] : undefined;
  if (error instanceof ServiceError && fault !== undefined) return said(fault[0], error.code, fault[1], error);
  const reference = referenceOf(randomUUID());
  const sentence = `This failed, and nothing of it was kept. Send it again in a minute; if it fails again, whoever runs the bot finds ${reference} in its log.`;
  return { ...said(500, 'failed', sentence, error), reference };
}

function said(status: number, code: string, detail: string, error: unknown): SaidProblem {
  const later =
    error instanceof LaterError ? error.afterSeconds : status === 503 || status === 429 ? WAIT_SECONDS : null;
  return {
    problem: { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail, code },
    headers: later === null ? {} : { 'retry-after': String(later) },
    reference: null,
  };
}
