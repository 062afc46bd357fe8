/** What is read of damaged binary event logs: all that can be, marked, counted and said; never anything wrong, never a fault. */
import { eventRecord, named } from '../../../support/evtx-events';
import { readEvtx } from '../../../support/evtx-reading';
import {
  CHUNK_BYTES,
  CHUNK_HEADER_BYTES,
  evtxFile,
  FILE_HEADER_BYTES,
  sealChunk,
  type WrittenRecord,
} from '../../../support/evtx-writer';

const RECORDS = 400;

/** Records of which a chunk holds some hundred. */
const records: readonly WrittenRecord[] = Array.from({ length: RECORDS }, (_, index) =>
  eventRecord({
    eventId: index % 10 === 0 ? 4653 : 4624,
    recordId: BigInt(index + 1),
    time: `2026-03-04T07:30:00.${String(index).padStart(7, '0')}Z`,
    data: [named('Number', String(index + 1)), named('Padding', 'x'.repeat(100))],
  }),
);

const fileOf = (options = {}): Buffer => evtxFile(records, options);
const chunkOf = (file: Buffer, index: number): Buffer =>
  file.subarray(FILE_HEADER_BYTES + index * CHUNK_BYTES, FILE_HEADER_BYTES + (index + 1) * CHUNK_BYTES);

/** Where the records of a chunk begin. */
function recordsOf(chunk: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = CHUNK_HEADER_BYTES; chunk.readUInt32LE(at) === 0x2a2a; at += chunk.readUInt32LE(at + 4))
    places.push(at);
  return places;
}

/** Every event says its own record number in its data: what is read wrong would contradict itself. */
function expectConsistent(reading: ReturnType<typeof readEvtx>): void {
  for (const { recordId, data } of reading.events) expect(data[0]).toEqual(['Number', recordId]);
}

describe('A damaged log', () => {
  it('with a damaged header is read from its chunks', () => {
    const file = fileOf();
    file.fill(0xff, 0, 200);
    const reading = readEvtx(file);
    expect(reading.events).toHaveLength(RECORDS);
    expect(reading.notes).toEqual({ 'file-header': 1 });
    expect(reading.summary.whole).toBe(true);
  });

  it('with a wrong checksum in its header is read', () => {
    const file = fileOf();
    file.writeUInt8(file.readUInt8(124) ^ 1, 124);
    expect(readEvtx(file)).toMatchObject({ notes: { 'file-header': 1 }, summary: { records: RECORDS, whole: true } });
  });

  it('with wrong checksums in chunks is read, and each chunk that gives an event is noted', () => {
    const file = fileOf();
    chunkOf(file, 0).writeUInt32LE(1, 52);
    chunkOf(file, 1).writeUInt32LE(1, 124);
    const reading = readEvtx(file);
    expect(reading).toMatchObject({ notes: { checksum: 2 }, summary: { records: RECORDS, whole: true } });
  });

  it('that is dirty is read behind the end that the header of its last chunk states, as long as it goes on counting', () => {
    const file = fileOf({ flags: 1 });
    const chunk = chunkOf(file, 0);
    const places = recordsOf(chunk);
    chunk.writeUInt32LE(places[10]!, 44);
    chunk.writeUInt32LE(places[11]!, 48);
    file.writeUInt16LE(1, 42);
    const reading = readEvtx(file);
    expect(reading.events).toHaveLength(RECORDS);
    expect(reading.notes).toEqual({ checksum: 1, 'file-header': 1 });
  });

  it('gives nothing of an earlier use of a chunk as if it were of now', () => {
    const file = fileOf();
    const chunk = chunkOf(file, 0);
    const places = recordsOf(chunk);
    // The chunk was begun again and holds eleven records; behind them stand records of before, which count otherwise.
    chunk.writeUInt32LE(places[10]!, 44);
    chunk.writeUInt32LE(places[11]!, 48);
    for (const at of places.slice(11)) chunk.writeBigUInt64LE(9000n, at + 8);
    sealChunk(chunk);
    const { events, summary } = readEvtx(file);
    expect(summary).toMatchObject({ records: RECORDS - (places.length - 11), whole: true, notes: [] });
    expect(events.every(({ recovered }) => !recovered)).toBe(true);
  });

  it('that ends within its last chunk is read to the last whole record', () => {
    const whole = fileOf();
    const last = chunkOf(whole, 2);
    const places = recordsOf(last);
    const file = whole.subarray(0, FILE_HEADER_BYTES + 2 * CHUNK_BYTES + places.at(-3)! + 40);
    const reading = readEvtx(file);
    expect(reading.events.at(-1)?.recordId).toBe(String(Number(last.readBigUInt64LE(places.at(-4)! + 8))));
    expect(reading.notes).toEqual({ truncated: 1 });
    expect(reading.summary.whole).toBe(false);
    expectConsistent(reading);
  });

  it('that lost whole chunks says so by the count of its header', () => {
    const file = fileOf().subarray(0, FILE_HEADER_BYTES + CHUNK_BYTES);
    expect(readEvtx(file)).toMatchObject({ notes: { truncated: 1 }, summary: { whole: false } });
  });

  it('of which only the beginning of the header is there gives nothing, and says that it is cut off', () => {
    for (const bytes of [0, 7, 100, 4095]) {
      expect(readEvtx(fileOf().subarray(0, bytes)).summary).toMatchObject({ records: 0, whole: false });
    }
  });

  it('with a chunk that lost its signature gives its records as recovered', () => {
    const file = fileOf();
    const count = recordsOf(chunkOf(file, 1)).length;
    chunkOf(file, 1).fill(0, 0, 8);
    const reading = readEvtx(file);
    expect(reading.summary).toMatchObject({ records: RECORDS, recovered: count, whole: false });
    expect(reading.notes).toEqual({ 'damaged-chunk': 1, truncated: 1 });
    expectConsistent(reading);
  });

  it('with a record that lost its signature loses none, and marks those behind it', () => {
    const file = fileOf();
    const places = recordsOf(chunkOf(file, 1));
    chunkOf(file, 1).fill(0, places[20], places[20]! + 4);
    const reading = readEvtx(file);
    expect(reading.summary).toMatchObject({ records: RECORDS, recovered: places.length - 20, whole: false });
    expect(reading.notes).toEqual({ 'damaged-records': 1, checksum: 1 });
    expectConsistent(reading);
  });

  it('with a record of a wrong size finds those behind it', () => {
    const file = fileOf();
    const places = recordsOf(chunkOf(file, 1));
    chunkOf(file, 1).writeUInt32LE(0x7000, places[20]! + 4);
    const reading = readEvtx(file);
    expect(reading.summary.records).toBeGreaterThanOrEqual(RECORDS - 1);
    expect(reading.summary.recovered).toBeGreaterThanOrEqual(places.length - 22);
    expectConsistent(reading);
  });

  it('in which a block was overwritten loses the records there only', () => {
    const file = fileOf();
    const places = recordsOf(chunkOf(file, 1));
    chunkOf(file, 1).fill(0, places[30]! + 10, places[34]! + 10);
    const reading = readEvtx(file);
    expect(reading.summary.records).toBeGreaterThanOrEqual(RECORDS - 5);
    expect(
      reading.events.some(({ recordId }) => recordId === String(chunkOf(file, 1).readBigUInt64LE(places.at(-1)! + 8))),
    ).toBe(true);
    expectConsistent(reading);
  });

  it('from which bytes were cut out goes on at the next chunk, wherever it begins', () => {
    const whole = fileOf();
    const cut = FILE_HEADER_BYTES + 30_000;
    const file = Buffer.concat([whole.subarray(0, cut), whole.subarray(cut + 1001)]);
    const reading = readEvtx(file);
    const behind = recordsOf(chunkOf(whole, 1)).length + recordsOf(chunkOf(whole, 2)).length;
    expect(reading.events.filter(({ recovered }) => !recovered).length).toBeGreaterThan(behind + 30);
    expectConsistent(reading);
  });

  it('with a torn record, of which only zeros were written, leaves it out', () => {
    const file = fileOf();
    const places = recordsOf(chunkOf(file, 2));
    chunkOf(file, 2).fill(0, places[5]! + 60, places[6]);
    const reading = readEvtx(file);
    expect(reading.events).toHaveLength(RECORDS - 1);
    expect(reading.notes).toEqual({ 'unreadable-record': 1, checksum: 1 });
    expectConsistent(reading);
  });

  it('whose template was overwritten gives no record of it', () => {
    const file = fileOf();
    const [first] = recordsOf(chunkOf(file, 0));
    chunkOf(file, 0).fill(0xee, first! + 60, first! + 400);
    const reading = readEvtx(file);
    expect(reading.summary.records).toBe(RECORDS);
    expect(reading.events.length).toBe(RECORDS - recordsOf(chunkOf(file, 0)).length);
    expectConsistent(reading);
  });
});
