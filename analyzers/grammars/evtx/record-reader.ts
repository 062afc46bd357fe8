/** Reads one record: looks whether it can be wanted, and only then decodes it. */
import { type ChunkBytes } from './chunk-bytes';
import { verdictOf } from './damage';
import { type EventSelection } from './event-selection';
import { type EvtxEvent } from './evtx-event';
import { type Plans } from './plan-runner';
import { keepChannel, keepTime, note, type ReadingState } from './reading-state';
import { decodeRecord } from './record-decoder';
import { createRecordOutlook } from './record-outlook';

export interface RecordReader {
  /** To be called for each chunk before its records: nothing of a chunk is good in another. */
  readonly begin: (chunk: ChunkBytes) => void;
  /** Counts the record at an offset, and hands its event over where it is wanted. */
  readonly read: (at: number, size: number) => void;
  /** The same for what a search found; false where it is no record after all. */
  readonly recover: (at: number, size: number) => boolean;
}

export function createRecordReader(state: ReadingState, selection: EventSelection): RecordReader {
  const outlook = createRecordOutlook(state, selection);
  let chunk: ChunkBytes | null = null;
  let plans: Plans = new Map();

  const keep = (event: EvtxEvent): void => {
    keepTime(state, event.time);
    keepChannel(state, event.channel ?? '');
    if (!selection.takes(event)) return;
    state.matched += 1;
    state.onEvent(event);
  };

  /** The event of a record; null where it cannot be read, which is noted unless it was only found by a search. */
  const decode = (at: number, size: number, recovered: boolean): EvtxEvent | null => {
    if (chunk === null) return null;
    state.decoded += 1;
    try {
      return decodeRecord(chunk, plans, at, size, recovered);
    } catch (fault) {
      const verdict = verdictOf(fault);
      if (verdict === 'over-budget') note(state, state.budget.fileSteps > 0 ? 'record-budget' : 'file-budget');
      else if (!recovered) note(state, 'unreadable-record');
      return null;
    }
  };

  return {
    begin: (next) => {
      chunk = next;
      plans = new Map();
      outlook.begin(next);
    },
    read: (at, size) => {
      state.records += 1;
      if (outlook.rejects(at, size)) return;
      const event = decode(at, size, false);
      if (event !== null) keep(event);
    },
    recover: (at, size) => {
      const event = decode(at, size, true);
      if (event === null) return false;
      state.records += 1;
      state.recovered += 1;
      keep(event);
      return true;
    },
  };
}
