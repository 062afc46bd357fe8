/** An event log of any form and size is read to its end, piece by piece; only its IPsec events are kept. */
import { createHash } from 'node:crypto';
import { createEventLogReader, type EventLog } from '../grammars/event-log';
import { type FoundEvent, ipsecFilter, MAX_EVENTS, netEventFilter } from '../grammars/found-events';
import { newestEvents } from './newest-events';
import { type Member } from './unpack';

/** An event log that was read to its end. */
export interface LogDocument {
  /** The upload, or a member of an archive, as `ARCHIVE!/MEMBER`. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly modified: string | null;
  /** Without events: those that count are in `events`. */
  readonly log: EventLog;
  /** The IPsec events in the order of the log, at most MAX_EVENTS, the newest. */
  readonly events: readonly FoundEvent[];
}

/** How far the reading of one upload, or of one member of an archive, has come. */
export interface ReadingProgress {
  readonly name: string;
  /** Of what is read now; null where nobody knows before the end. */
  readonly totalBytes: number | null;
  readonly bytesRead: number;
  /** IPsec events of it so far. */
  readonly matches: number;
  /** Of everything that was read so far. */
  readonly allBytesRead: number;
}

/** Who watches a reading. */
export interface Watch {
  /** Called after every PROGRESS_BYTES or less. */
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Ends the reading between two pieces; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How often a reading tells how far it has come, in bytes of one upload. */
export const PROGRESS_BYTES = 4 * 1024 * 1024;

/** Tells of more that was read of a member: how much of it so far, and how many matches it has. */
export type Report = (member: Member, bytesRead: number, matches: number) => void;

export function watched({ onProgress, signal }: Watch): Report {
  let before = 0;
  let told: { readonly member: Member; readonly bytesRead: number } | null = null;
  return (member, bytesRead, matches) => {
    signal?.throwIfAborted();
    if (told !== null && told.member !== member) before += told.bytesRead;
    told = { member, bytesRead };
    onProgress?.({
      name: member.name,
      totalBytes: member.size,
      bytesRead,
      matches,
      allBytesRead: before + bytesRead,
    });
  };
}

/** Null where it is no event log of a known form. Throws a refusal, or the reason for which nobody waits any more. */
export async function digestLog(member: Member, report: Report): Promise<LogDocument | null> {
  const kept = newestEvents(MAX_EVENTS);
  const reader = createEventLogReader(member.head, member.name, {
    filter: (form) => (form === 'net-events' ? netEventFilter : ipsecFilter),
    onEvent: kept.add,
  });
  if (reader === null) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  let told = 0;
  for await (const piece of member.stream()) {
    hash.update(piece);
    reader.push(piece);
    bytes += piece.length;
    if (bytes - told < PROGRESS_BYTES) continue;
    told = bytes;
    report(member, bytes, reader.progress().matched);
  }
  const log = reader.end();
  report(member, bytes, log.matched);
  const { name, modified } = member;
  return { name, bytes, sha256: hash.digest('hex'), modified, log, events: kept.events() };
}
