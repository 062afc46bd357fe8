/** Reads one record: looks whether it can be wanted, and only then decodes it. */
import { CHUNK_BYTES, type ChunkBytes, isTextAt, utf16Text } from './chunk-bytes';
import { verdictOf } from './damage';
import { type EventSelection } from './event-selection';
import { type EvtxEvent } from './evtx-event';
import { fullTime } from './file-time';
import { FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './fragment-compiler';
import { type ReadingState, keepChannel, keepFileTime, keepTime, note } from './reading-state';
import { decodeRecord, RECORD_FOOTER_BYTES, RECORD_HEADER_BYTES, type RecordPlans } from './record-decoder';
import { scanSystem, type SystemScan } from './system-scan';
import {
  DEFINITION_HEADER_BYTES,
  DEFINITION_SIZE_AT,
  DESCRIPTOR_BYTES,
  INSTANCE_HEADER_BYTES,
} from './template-instance';

const UINT16_TYPE = 0x06;
const FILETIME_TYPE = 0x11;
const STRING_TYPE = 0x01;
/** What a look at a template weighs in the file's budget. */
const SCAN_STEPS = 16;

export interface RecordReader {
  /** To be called for each chunk before its records: nothing of a chunk is good in another. */
  readonly begin: (chunk: ChunkBytes) => void;
  /** Counts the record at an offset, and hands its event over where it is wanted. */
  readonly read: (at: number, size: number) => void;
  /** The same for what a search found; false where it is no record after all. */
  readonly recover: (at: number, size: number) => boolean;
}

export function createRecordReader(state: ReadingState, selection: EventSelection): RecordReader {
  /** What was seen of each template, by its offset; the stamps say of which chunk, so that nothing has to be cleared. */
  const scans: (SystemScan | null)[] = new Array<SystemScan | null>(CHUNK_BYTES).fill(null);
  const stamps = new Uint32Array(CHUNK_BYTES);
  let stamp = 0;
  let chunk: ChunkBytes | null = null;
  let plans: RecordPlans = new Map();
  let lastChannel = '';

  const scanOf = (of: ChunkBytes, definition: number): SystemScan | null => {
    if (stamps[definition] === stamp) return scans[definition] ?? null;
    state.budget.fileSteps -= SCAN_STEPS;
    const scan = scanSystem(of, definition + DEFINITION_HEADER_BYTES, true);
    scans[definition] = scan;
    stamps[definition] = stamp;
    if (scan?.channel.literal != null) keepChannel(state, scan.channel.literal);
    return scan;
  };

  /** Whether an instance is surely not wanted; false where that cannot be told cheaply. */
  const rejectsInstance = (of: ChunkBytes, token: number, limit: number): boolean => {
    const { view } = of;
    const definition = view.getUint32(token + 6, true);
    if (view.getUint32(definition + 4, true) !== view.getUint32(token + 2, true)) return false;
    const scan = scanOf(of, definition);
    if (scan === null) return false;
    let position = token + INSTANCE_HEADER_BYTES;
    if (definition === position) {
      position += DEFINITION_HEADER_BYTES + view.getUint32(definition + DEFINITION_SIZE_AT, true);
    }
    const count = view.getUint32(position, true);
    const descriptors = position + 4;
    const values = descriptors + DESCRIPTOR_BYTES * count;
    if (values > limit) return false;
    /** Where a value is; -1 where it is not of this type and size, or behind the record. */
    const valueOf = (substitution: number, type: number, size: number): number => {
      if (substitution >= count) return -1;
      const descriptor = descriptors + DESCRIPTOR_BYTES * substitution;
      if (view.getUint8(descriptor + 2) !== type) return -1;
      const own = view.getUint16(descriptor, true);
      if (size > 0 && own !== size) return -1;
      let at = values;
      for (let before = descriptors; before < descriptor; before += DESCRIPTOR_BYTES) {
        at += view.getUint16(before, true);
      }
      return at + own > limit ? -1 : at;
    };
    const textOf = (substitution: number): string | null => {
      const at = valueOf(substitution, STRING_TYPE, 0);
      if (at < 0) return null;
      return utf16Text(of, at, view.getUint16(descriptors + DESCRIPTOR_BYTES * substitution, true));
    };

    const timeAt = scan.time.literal === null ? valueOf(scan.time.substitution, FILETIME_TYPE, 8) : -1;
    if (timeAt < 0) return false;
    const high = view.getUint32(timeAt + 4, true);
    const low = view.getUint32(timeAt, true);
    if (high === 0) return false;
    const channel = scan.channel.substitution;
    if (channel >= 0) {
      const at = valueOf(channel, STRING_TYPE, 2 * lastChannel.length);
      if (at < 0 || lastChannel === '' || !isTextAt(of, at, lastChannel)) {
        const text = textOf(channel);
        if (text === null) return false;
        lastChannel = text;
        keepChannel(state, text);
      }
    }
    const idAt = scan.eventId.literal === null ? valueOf(scan.eventId.substitution, UINT16_TYPE, 2) : -1;
    const id = idAt < 0 ? idOf(scan.eventId.literal) : view.getUint16(idAt, true);
    if (id === null) return false;
    if (selection.takesId(id) && selection.takesFileTime(high, low)) {
      const provider = scan.provider.literal ?? textOf(scan.provider.substitution);
      if (provider === null || selection.takesProvider(provider)) return false;
    }
    keepFileTime(state, high, low);
    return true;
  };

  /** The same for a record that has no template: all of System is said in full. */
  const rejectsElements = (of: ChunkBytes, at: number): boolean => {
    state.budget.fileSteps -= SCAN_STEPS;
    const scan = scanSystem(of, at, false);
    const id = idOf(scan?.eventId.literal ?? null);
    if (
      scan === null ||
      id === null ||
      (selection.takesId(id) && selection.takesProvider(scan.provider.literal ?? ''))
    ) {
      return false;
    }
    const time = fullTime(scan.time.literal ?? '');
    if (time === null) return false;
    keepTime(state, time);
    keepChannel(state, scan.channel.literal ?? '');
    return true;
  };

  const rejects = (of: ChunkBytes, at: number, size: number): boolean => {
    try {
      const start = at + RECORD_HEADER_BYTES;
      const token = of.view.getUint8(start) === TOKEN.fragmentHeader ? start + FRAGMENT_HEADER_BYTES : start;
      const kind = of.view.getUint8(token);
      if (kind === TOKEN.templateInstance) return rejectsInstance(of, token, at + size - RECORD_FOOTER_BYTES);
      return (kind & ~MORE_BIT) === TOKEN.openStart && rejectsElements(of, token);
    } catch (fault) {
      verdictOf(fault);
      return false;
    }
  };

  const keep = (event: EvtxEvent): void => {
    keepTime(state, event.time);
    keepChannel(state, event.channel ?? '');
    if (!selection.takes(event)) return;
    state.matched += 1;
    state.onEvent(event);
  };

  /** The event of a record; null where it cannot be read, which is noted unless it was only found by a search. */
  const decode = (of: ChunkBytes, at: number, size: number, recovered: boolean): EvtxEvent | null => {
    try {
      return decodeRecord(of, plans, at, size, recovered);
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
      stamp += 1;
    },
    read: (at, size) => {
      if (chunk === null) return;
      state.records += 1;
      if (!selection.takesAll && rejects(chunk, at, size)) return;
      const event = decode(chunk, at, size, false);
      if (event !== null) keep(event);
    },
    recover: (at, size) => {
      const event = chunk === null ? null : decode(chunk, at, size, true);
      if (event === null) return false;
      state.records += 1;
      state.recovered += 1;
      keep(event);
      return true;
    },
  };
}

/** An event id that is said in full; null where it is no number. */
function idOf(literal: string | null): number | null {
  return literal !== null && /^\d{1,5}$/.test(literal) ? Number(literal) : null;
}
