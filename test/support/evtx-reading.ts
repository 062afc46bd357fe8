/** Reads binary event logs in tests: a whole file, or in pieces of any size. */
import {
  createEvtxReader,
  type EventFilter,
  type EvtxEvent,
  type EvtxSummary,
} from '../../analyzers/grammars/evtx/evtx-reader';

export interface EvtxReading {
  readonly events: readonly EvtxEvent[];
  readonly summary: EvtxSummary;
  /** The codes of the notes, with how often each was made. */
  readonly notes: Readonly<Record<string, number>>;
}

export function readEvtx(file: Uint8Array, filter: EventFilter = {}, pieceBytes = file.length): EvtxReading {
  const events: EvtxEvent[] = [];
  const reader = createEvtxReader(filter, (event) => events.push(event));
  // One piece of memory for all, as a caller who reads a file into it again and again.
  const piece = new Uint8Array(Math.max(1, Math.min(pieceBytes, file.length)));
  for (let at = 0; at < file.length; at += piece.length) {
    const bytes = file.subarray(at, at + piece.length);
    piece.set(bytes);
    reader.push(piece.subarray(0, bytes.length));
  }
  const summary = reader.end();
  return { events, summary, notes: Object.fromEntries(summary.notes.map(({ code, count }) => [code, count])) };
}
