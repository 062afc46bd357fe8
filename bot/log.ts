/** The log: JSON lines of codes and small facts on standard error; never the content of an upload, a message or a token. */
import { destination, type Level, pino } from 'pino';

import { currentEvent } from './event';

/** What may stand beside a code. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (code: string, facts?: LogFacts) => void;
  readonly warn: (code: string, facts?: LogFacts, cause?: unknown) => void;
  readonly error: (code: string, facts?: LogFacts, cause?: unknown) => void;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = Level | 'silent';

const STANDARD_ERROR = 2;
/** Enough frames to find the place. */
const MAX_FRAMES = 8;

/** Written at once, so that the last line before an exit is not lost. */
export function createLog(level: LogLevel): Log {
  const lines = pino(
    {
      level,
      base: null,
      mixin: () => {
        const event = currentEvent();
        return event === null ? {} : { event };
      },
    },
    destination({ dest: STANDARD_ERROR, sync: true }),
  );
  return {
    info: (code, facts) => lines.info({ code, ...facts }),
    warn: (code, facts, cause) => lines.warn({ code, ...facts, ...described(cause) }),
    error: (code, facts, cause) => lines.error({ code, ...facts, ...described(cause) }),
  };
}

/** An error's own message may quote an upload or an address with a credential, so only its kind and its place are kept. */
function described(cause: unknown): LogFacts {
  if (!(cause instanceof Error)) return {};
  const code = 'code' in cause && typeof cause.code === 'string' ? { causeCode: cause.code } : {};
  const status = 'statusCode' in cause && typeof cause.statusCode === 'number' ? { causeStatus: cause.statusCode } : {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    cause: cause.name,
    ...code,
    ...status,
    at: frames
      .slice(0, MAX_FRAMES)
      .map((line) => line.trim())
      .join(' < '),
  };
}
