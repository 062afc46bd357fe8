/** A log that a test can read: each line as the real one is given it. */
import { type Log, type LogFacts } from '../../bot/log';

export interface LogLine extends LogFacts {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
}

export function keptLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const keep =
    (level: LogLine['level']) =>
    (code: string, facts: LogFacts = {}): void =>
      void lines.push({ ...facts, level, code });
  return { log: { info: keep('info'), warn: keep('warn'), error: keep('error') }, lines };
}
