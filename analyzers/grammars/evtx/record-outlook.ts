/** Tells in a few reads whether a record can be wanted: no text and no object is made of one that is not. */
import { FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './binary-xml-tokens';
import { CHUNK_BYTES, type ChunkBytes, isTextAt, utf16Text } from './chunk-bytes';
import { verdictOf } from './damage';
import { type EventSelection } from './event-selection';
import { fullTime } from './file-time';
import { keepChannel, keepFileTime, keepTime, type ReadingState } from './reading-state';
import { RECORD_FOOTER_BYTES, RECORD_HEADER_BYTES } from './record-decoder';
import { scanSystem } from './system-scan';
import {
  DEFINITION_HEADER_BYTES,
  DEFINITION_NUMBER_AT,
  DEFINITION_OFFSET_AT,
  DEFINITION_SIZE_AT,
  DESCRIPTOR_BYTES,
  INSTANCE_HEADER_BYTES,
  TEMPLATE_NUMBER_AT,
} from './template-instance';

/** Type and size of a value as its descriptor holds them, type in the upper half. */
const UINT16_DESCRIPTOR = 0x06_0002;
const FILETIME_DESCRIPTOR = 0x11_0008;
const STRING_TYPE = 0x01;
/** What a look at a template, or at a record without one, weighs in the file's budget. */
const SCAN_STEPS = 16;

/** What a template says of its records; places are numbers of values, -1 where the template says it in full. */
interface Outline {
  /** The number of the template, which its records repeat. */
  readonly number: number;
  readonly id: number;
  readonly time: number;
  readonly channel: number;
  readonly provider: number;
  /** How many values a record must have. */
  readonly needed: number;
  /** Whether a provider that the template says is taken. */
  readonly takesProvider: boolean;
}

export interface RecordOutlook {
  /** To be called for each chunk before its records: nothing of a chunk is good in another. */
  readonly begin: (chunk: ChunkBytes) => void;
  /** Whether the record at an offset is surely not wanted; its time and channel are kept then. */
  readonly rejects: (at: number, size: number) => boolean;
}

export function createRecordOutlook(state: ReadingState, selection: EventSelection): RecordOutlook {
  /** Outlines by the offset of the template; the stamps say of which chunk, so that nothing has to be cleared. */
  const outlines = new Array<Outline | null>(CHUNK_BYTES).fill(null);
  const stamps = new Uint32Array(CHUNK_BYTES);
  let stamp = 0;
  let chunk: ChunkBytes | null = null;
  let lastChannel = '';
  let lastDefinition = -1;
  let lastOutline: Outline | null = null;
  const { ids } = selection;

  const outlineOf = (of: ChunkBytes, definition: number): Outline | null => {
    lastOutline = stamps[definition] === stamp ? (outlines[definition] ?? null) : newOutline(of, definition);
    lastDefinition = definition;
    return lastOutline;
  };

  const newOutline = (of: ChunkBytes, definition: number): Outline | null => {
    state.budget.fileSteps -= SCAN_STEPS;
    const scan = scanSystem(of, definition + DEFINITION_HEADER_BYTES, true);
    let outline: Outline | null = null;
    if (scan !== null && scan.eventId.literal === null && scan.time.literal === null) {
      const { channel, provider } = scan;
      if (channel.literal !== null) keepChannel(state, channel.literal);
      const places = [scan.eventId, scan.time, channel, provider].map((field) => field.substitution);
      const [id = -1, time = -1] = places;
      outline = {
        number: of.view.getUint32(definition + DEFINITION_NUMBER_AT, true),
        id,
        time,
        channel: channel.substitution,
        provider: provider.substitution,
        needed: Math.max(...places) + 1,
        takesProvider: provider.literal === null || selection.takesProvider(provider.literal),
      };
    }
    outlines[definition] = outline;
    stamps[definition] = stamp;
    return outline;
  };

  /** The text of a value; null where it is none. */
  const textOf = (of: ChunkBytes, descriptors: number, values: number, substitution: number): string | null => {
    const descriptor = of.view.getUint32(descriptors + DESCRIPTOR_BYTES * substitution, true);
    if (descriptor >>> 16 !== STRING_TYPE) return null;
    return utf16Text(
      of,
      placeOf(of.view, descriptors, descriptors + DESCRIPTOR_BYTES * substitution, values),
      descriptor & 0xffff,
    );
  };

  const keepsChannel = (of: ChunkBytes, descriptors: number, values: number, substitution: number): boolean => {
    const descriptor = of.view.getUint32(descriptors + DESCRIPTOR_BYTES * substitution, true);
    if (lastChannel !== '' && descriptor === ((STRING_TYPE << 16) | (2 * lastChannel.length))) {
      if (
        isTextAt(of, placeOf(of.view, descriptors, descriptors + DESCRIPTOR_BYTES * substitution, values), lastChannel)
      )
        return true;
    }
    const text = textOf(of, descriptors, values, substitution);
    if (text === null) return false;
    lastChannel = text;
    keepChannel(state, text);
    return true;
  };

  /** The hot path of a filtered reading: some thirty reads, no call that is not inlined. */
  const rejectsInstance = (of: ChunkBytes, token: number, limit: number): boolean => {
    const { view } = of;
    const definition = view.getUint32(token + DEFINITION_OFFSET_AT, true);
    const outline = definition === lastDefinition ? lastOutline : outlineOf(of, definition);
    if (outline?.number !== view.getUint32(token + TEMPLATE_NUMBER_AT, true)) return false;
    let position = token + INSTANCE_HEADER_BYTES;
    if (definition === position) {
      position += DEFINITION_HEADER_BYTES + view.getUint32(definition + DEFINITION_SIZE_AT, true);
    }
    const count = view.getUint32(position, true);
    const descriptors = position + 4;
    const values = descriptors + DESCRIPTOR_BYTES * count;
    if (values > limit || count < outline.needed) return false;
    const idDescriptor = descriptors + DESCRIPTOR_BYTES * outline.id;
    const timeDescriptor = descriptors + DESCRIPTOR_BYTES * outline.time;
    if (view.getUint32(idDescriptor, true) !== UINT16_DESCRIPTOR) return false;
    if (view.getUint32(timeDescriptor, true) !== FILETIME_DESCRIPTOR) return false;
    const idAt = placeOf(view, descriptors, idDescriptor, values);
    // Windows puts the time behind the event id, so that its place goes on from there.
    const timeAt =
      timeDescriptor > idDescriptor
        ? placeOf(view, idDescriptor, timeDescriptor, idAt)
        : placeOf(view, descriptors, timeDescriptor, values);
    if (timeAt + 8 > limit || idAt + 2 > limit) return false;
    const high = view.getUint32(timeAt + 4, true);
    const low = view.getUint32(timeAt, true);
    if (high === 0 || (outline.channel >= 0 && !keepsChannel(of, descriptors, values, outline.channel))) return false;
    if (outline.takesProvider && ids[view.getUint16(idAt, true)] === 1 && selection.takesFileTime(high, low)) {
      if (outline.provider < 0) return false;
      const name = textOf(of, descriptors, values, outline.provider);
      if (name === null || selection.takesProvider(name)) return false;
    }
    keepFileTime(state, high, low);
    return true;
  };

  /** The same for a record that has no template: all of System is said in full. */
  const rejectsElements = (of: ChunkBytes, at: number): boolean => {
    state.budget.fileSteps -= SCAN_STEPS;
    const scan = scanSystem(of, at, false);
    const id = scan?.eventId.literal ?? '';
    if (scan === null || !/^\d{1,5}$/.test(id)) return false;
    if (ids[Number(id)] === 1 && selection.takesProvider(scan.provider.literal ?? '')) return false;
    const time = fullTime(scan.time.literal ?? '');
    if (time === null) return false;
    keepTime(state, time);
    keepChannel(state, scan.channel.literal ?? '');
    return true;
  };

  return {
    begin: (next) => {
      chunk = next;
      stamp += 1;
      lastDefinition = -1;
    },
    rejects: (at, size) => {
      if (chunk === null || selection.takesAll) return false;
      const { view } = chunk;
      try {
        const start = at + RECORD_HEADER_BYTES;
        const token = view.getUint8(start) === TOKEN.fragmentHeader ? start + FRAGMENT_HEADER_BYTES : start;
        const kind = view.getUint8(token);
        if (kind === TOKEN.templateInstance) return rejectsInstance(chunk, token, at + size - RECORD_FOOTER_BYTES);
        return (kind & ~MORE_BIT) === TOKEN.openStart && rejectsElements(chunk, token);
      } catch (fault) {
        verdictOf(fault);
        return false;
      }
    },
  };
}

/** Where the value of a descriptor is: behind those from another on, of which the first is at `at`. */
function placeOf(view: DataView, from: number, descriptor: number, at: number): number {
  let place = at;
  for (let before = from; before < descriptor; before += DESCRIPTOR_BYTES) place += view.getUint16(before, true);
  return place;
}
