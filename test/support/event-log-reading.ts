/** An event log read from bytes that come in pieces, as the tests want them. */
import {
  createEventLogReader,
  type EventLog,
  type EventLogOptions,
  HEAD_BYTES,
} from '../../analyzers/grammars/event-log';
import { ipsecFilter } from '../../analyzers/grammars/found-events';

export interface ReadingOptions extends Partial<EventLogOptions> {
  readonly name?: string;
  /** The size of the next piece in bytes; all at once where left out. */
  readonly pieceSize?: () => number;
}

/** Null where the bytes are no event log. */
export function eventLogOf(
  bytes: Uint8Array,
  { name = 'log', pieceSize, ...options }: ReadingOptions = {},
): EventLog | null {
  const reader = createEventLogReader(bytes.subarray(0, HEAD_BYTES), name, { filter: ipsecFilter, ...options });
  if (reader === null) return null;
  const reused = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length;) {
    const size = Math.max(1, Math.min(bytes.length - at, pieceSize?.() ?? bytes.length));
    // The same buffer comes with other bytes each time, as from a file.
    reused.set(bytes.subarray(at, at + size));
    reader.push(reused.subarray(0, size));
    reused.fill(0, 0, size);
    at += size;
  }
  return reader.end();
}

/** The same of a text, as UTF-8. */
export const eventLogOfText = (text: string, options: ReadingOptions = {}): EventLog | null =>
  eventLogOf(Buffer.from(text, 'utf8'), options);
