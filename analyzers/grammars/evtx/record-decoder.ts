/** Decodes one record: runs the plan of its template and makes an event of what it fetched. */
import { type ChunkBytes } from './chunk-bytes';
import { damaged } from './damage';
import { type EvtxEvent } from './evtx-event';
import { fileTimeText, fullTime } from './file-time';
import { openEvent, type OpenEvent, type Plans, runFragments, startRun } from './plan-runner';
import { type Context } from './template-plan';
import { beginRecord } from './work-budget';

/** Places in a record: behind its signature its size, its number, its time, its binary XML. The size stands behind it once more. */
export const RECORD_SIZE_AT = 4;
export const RECORD_NUMBER_AT = 8;
const RECORD_TIME_AT = 16;
export const RECORD_HEADER_BYTES = 24;
export const RECORD_FOOTER_BYTES = 4;

const DOCUMENT: Context = { place: 'document' };
/** A FILETIME that was never set. */
const NO_TIME = '1601-01-01T00:00:00.0000000Z';

/**
 * The event of the record at an offset; `plans` are those of the chunk's templates where a record begins with them. Throws what `verdictOf` tells
 * where it cannot be read.
 */
export function decodeRecord(chunk: ChunkBytes, plans: Plans, at: number, size: number, recovered: boolean): EvtxEvent {
  beginRecord(chunk.budget, size);
  const event = openEvent();
  const limit = at + size - RECORD_FOOTER_BYTES;
  runFragments(startRun(chunk, event), at + RECORD_HEADER_BYTES, limit, DOCUMENT, plans);
  const eventId = Number(event.eventId);
  // A torn record, of which only zeros were written, lacks what every event has: these, or its time and its end.
  if (event.eventId === '' || !Number.isInteger(eventId) || eventId < 0 || event.provider === '') damaged();
  const created = fullTime(event.time);
  const hasTime = created !== null && created !== NO_TIME;
  if (!hasTime && chunk.view.getUint32(limit, true) !== size) damaged();
  return {
    provider: event.provider,
    channel: event.channel === '' ? null : event.channel,
    eventId,
    version: /^\d{1,9}$/.test(event.version) ? Number(event.version) : null,
    recordId: recordIdOf(chunk, event, at),
    time: hasTime ? created : writtenTime(chunk, at),
    computer: event.computer === '' ? null : event.computer,
    data: event.data,
    userData: event.userData,
    recovered,
  };
}

/** What is no number there comes from damage. */
const RECORD_ID = /^[1-9]\d{0,19}$/;

function recordIdOf({ view }: ChunkBytes, { recordId }: OpenEvent, at: number): string {
  return RECORD_ID.test(recordId) ? recordId : String(view.getBigUint64(at + RECORD_NUMBER_AT, true));
}

function writtenTime({ view }: ChunkBytes, at: number): string {
  const high = view.getUint32(at + RECORD_TIME_AT + 4, true);
  return fileTimeText(high, view.getUint32(at + RECORD_TIME_AT, true)) ?? damaged();
}
