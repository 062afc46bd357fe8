/**
 * Reads Windows' binary event logs (.evtx, Vista to Server 2025, file versions 3.1 and 3.2) from pieces of any size, as they come. It imports nothing
 * from outside its folder but Node's checksum.
 */
import { crc32 } from 'node:zlib';
import { CHUNK_BYTES, chunkBytes, createWorkplace } from './chunk-bytes';
import { readWindow } from './chunk-walk';
import { createEventSelection } from './event-selection';
import { type EventFilter, type EvtxEvent, type EvtxSummary } from './evtx-event';
import { createReadingState, note, type ReadingState, summaryOf } from './reading-state';
import { createRecordReader } from './record-reader';
import { createWorkBudget, MAX_FILE_STEPS_PER_BYTE } from './work-budget';

export { type EventFilter, type EvtxEvent, type EvtxNote, type EvtxSummary } from './evtx-event';

export interface EvtxReader {
  /** The next bytes of the file; they may be reused afterwards. Events are handed over before it returns. */
  readonly push: (bytes: Uint8Array) => void;
  /** To be called once, after the last bytes. */
  readonly end: () => EvtxSummary;
  readonly progress: () => { readonly records: number; readonly matched: number };
}

const FILE_HEADER_BYTES = 4096;
const FILE_MAGIC = Buffer.from('ElfFile\0', 'latin1');
const CHUNK_MAGIC = Buffer.from('ElfChnk\0', 'latin1');
/** Places in the file's header. */
const MINOR_VERSION_AT = 36;
const MAJOR_VERSION_AT = 38;
const CHUNK_COUNT_AT = 42;
const FLAGS_AT = 120;
const CHECKSUM_AT = 124;
const DIRTY = 1;
const NO_CHECKSUMS = 4;
const MAJOR_VERSION = 3;
const MAX_MINOR_VERSION = 2;
const MAX_STATED_CHUNKS = 0xffff;

/** Whether a file that begins so is a binary event log, a damaged header aside: its first chunk may tell it too. */
export function isEvtx(head: Uint8Array): boolean {
  return beginsWith(head, FILE_MAGIC) || beginsWith(head.subarray(FILE_HEADER_BYTES), CHUNK_MAGIC);
}

/**
 * A reader that hands over every event the filter takes, in the order of the file. Nothing in a file makes it throw: what cannot be read is counted and
 * noted. A filter with a time that is none throws RangeError.
 */
export function createEvtxReader(filter: EventFilter, onEvent: (event: EvtxEvent) => void): EvtxReader {
  const budget = createWorkBudget();
  const workplace = createWorkplace(budget);
  const state = createReadingState(budget, onEvent);
  const records = createRecordReader(state, createEventSelection(filter));
  const held = new Uint8Array(CHUNK_BYTES);
  let heldBytes = 0;
  let wanted = FILE_HEADER_BYTES;
  let stated = 0;

  /** Reads one piece of the wanted size, or the last, and returns how many of its bytes are done with. */
  const read = (bytes: Uint8Array): number => {
    if (wanted === CHUNK_BYTES) {
      const done = readWindow(chunkBytes(bytes, workplace), state, records);
      budget.fileSteps += done * MAX_FILE_STEPS_PER_BYTE;
      return done;
    }
    wanted = CHUNK_BYTES;
    if (beginsWith(bytes, CHUNK_MAGIC)) return 0;
    stated = readFileHeader(bytes, state);
    return bytes.length;
  };

  return {
    push: (bytes) => {
      let at = 0;
      while (at < bytes.length) {
        if (heldBytes === 0 && bytes.length - at >= wanted) at += read(bytes.subarray(at, at + wanted));
        else {
          const taken = Math.min(wanted - heldBytes, bytes.length - at);
          held.set(bytes.subarray(at, at + taken), heldBytes);
          heldBytes += taken;
          at += taken;
          if (heldBytes === wanted) heldBytes = shift(held, heldBytes, read(held.subarray(0, wanted)));
        }
      }
    },
    end: () => {
      if (wanted === FILE_HEADER_BYTES) note(state, 'truncated');
      while (heldBytes > 0) heldBytes = shift(held, heldBytes, read(held.subarray(0, heldBytes)));
      if (stated > state.chunks) note(state, 'truncated');
      return summaryOf(state);
    },
    progress: () => ({ records: state.records, matched: state.matched }),
  };
}

/** Moves what is left to the front and returns how much it is. */
function shift(held: Uint8Array, bytes: number, done: number): number {
  held.copyWithin(0, done, bytes);
  return bytes - done;
}

/** Reads the header of a file and returns how many chunks there must be; 0 where it does not say so reliably. */
function readFileHeader(bytes: Uint8Array, state: ReadingState): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length <= FILE_HEADER_BYTES - 1 || !beginsWith(bytes, FILE_MAGIC)) {
    note(state, 'file-header');
    return 0;
  }
  const flags = view.getUint32(FLAGS_AT, true);
  state.hasChecksums = (flags & NO_CHECKSUMS) === 0;
  const minor = view.getUint16(MINOR_VERSION_AT, true);
  if (view.getUint16(MAJOR_VERSION_AT, true) !== MAJOR_VERSION || minor > MAX_MINOR_VERSION) {
    note(state, 'file-version');
  }
  if (state.hasChecksums && crc32(bytes.subarray(0, FLAGS_AT)) !== view.getUint32(CHECKSUM_AT, true)) {
    note(state, 'file-header');
    return 0;
  }
  // The count has 16 bits, and is old in a file that Windows did not close.
  const chunks = view.getUint16(CHUNK_COUNT_AT, true);
  return (flags & DIRTY) !== 0 || chunks === MAX_STATED_CHUNKS ? 0 : chunks;
}

function beginsWith(bytes: Uint8Array, magic: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
