/** Event logs are read piece by piece: from memory, from a disk, out of archives, whatever their size, with the same answer. */
import { analyse, type AnyUpload, type ReadingProgress, type UploadSource } from '../../../analyzers/index';
import { MAX_UPLOAD_BYTES } from '../../../analyzers/intake/bounds';
import { PROGRESS_BYTES } from '../../../analyzers/intake/event-log-intake';
import { sourceOf } from '../../../analyzers/intake/source';
import { takeIn } from '../../../analyzers/read';
import { evtxLog, sampleEvents, xmlLog } from '../../support/sample-logs';
import { zip } from '../../support/zip';

const context = { call: 1, awaited: null };
const events = sampleEvents(2000);
const forms: readonly (readonly [string, Buffer])[] = [
  ['evtx', evtxLog(events)],
  ['xml', xmlLog(events)],
];

/** As from a disk or a pipe, in pieces of the given size. */
const inPieces = (name: string, bytes: Uint8Array, pieceBytes: number): UploadSource => ({
  name,
  size: bytes.length,
  // eslint-disable-next-line @typescript-eslint/require-await -- pieces that are there already
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
});

describe.each(forms)('A log as %s', (form, bytes) => {
  const name = `Security.${form}`;

  it('becomes one reading of its IPsec events, each with its record and, where there are lines, its line', async () => {
    const { readings, reports } = await takeIn([{ name, bytes }], context);
    expect(reports).toMatchObject([
      { name, bytes: bytes.length, status: 'analysed', encoding: form === 'xml' ? 'utf-8' : null, problems: [] },
    ]);
    const [reading] = readings;
    expect(reading).toMatchObject({
      command: 'security-events',
      complete: true,
      host: 'CL1.corp.example',
      data: {
        total: 2000,
        matched: 200,
        channels: ['Security'],
        first: events[0]!.time,
        last: events.at(-1)!.time,
        recovered: 0,
        form,
      },
    });
    if (reading?.command !== 'security-events') throw new Error('It is another reading.');
    expect(reading.data.events.map(({ eventId, recordId }) => [eventId, recordId])).toEqual(
      events.filter(({ eventId }) => eventId !== 4624).map(({ eventId, recordId }) => [eventId, String(recordId)]),
    );
    const [whole, why] = [reading.proofs['events[0]'], reading.proofs['events[0].reason']];
    expect(whole).toMatchObject({ upload: name, record: '1009', ...(form === 'xml' ? { line: 10 } : {}) });
    expect(whole?.text).toContain('4653');
    expect(why).toMatchObject({ upload: name, record: '1009' });
    expect(why?.text).toContain(
      form === 'xml' ? 'Negotiation timed out</Data>' : 'FailureReason: Negotiation timed out',
    );
    expect(Object.keys(whole ?? {}).includes('line')).toBe(form === 'xml');
  });

  it('reads the same in pieces of any size, and out of archives in archives', async () => {
    const whole = await takeIn([{ name, bytes }], context);
    const inner = zip({ [name]: bytes });
    const ways: readonly AnyUpload[] = [
      inPieces(name, bytes, 1000),
      inPieces(name, bytes, 65_536),
      { name: 'a.zip', bytes: inner },
      { name: 'a.zip', bytes: zip({ [name]: { content: bytes, stored: true } }) },
      { name: 'a.zip', bytes: zip({ 'b.zip': inner }) },
      inPieces('a.zip', zip({ 'b.zip': inner }), 777),
    ];
    for (const upload of ways) {
      const { readings, reports } = await takeIn([upload], context);
      const member = reports[0]!.name;
      expect([name, `a.zip!/${name}`, `a.zip!/b.zip!/${name}`]).toContain(member);
      const renamed = JSON.parse(
        JSON.stringify({ readings, reports }).replaceAll(`"${member}"`, `"${name}"`),
      ) as unknown;
      expect(renamed).toEqual(JSON.parse(JSON.stringify(whole)));
    }
  });

  it('counts once where it comes twice, in an archive and beside it', async () => {
    const both = await takeIn(
      [
        { name, bytes },
        { name: 'a.zip', bytes: zip({ [name]: bytes }) },
      ],
      context,
    );
    expect(both.readings).toHaveLength(1);
    expect(both.reports.map((report) => report.name)).toEqual([name, `a.zip!/${name}`]);
  });

  it('that was cut off says so, and is not whole', async () => {
    const { readings, reports } = await takeIn([{ name, bytes: bytes.subarray(0, bytes.length * 0.9) }], context);
    expect(readings).toMatchObject([{ complete: false, data: { form } }]);
    expect(reports[0]!.status).toBe('partial');
  });
});

describe('A log of more IPsec events than are kept', () => {
  it('keeps the newest, the newest failures among them, and says so', async () => {
    const many = sampleEvents(21_000, 1).map((event, index) => ({
      ...event,
      eventId: index < 500 ? 4653 : 4650,
    }));
    const { readings, reports } = await takeIn([{ name: 'Security.xml', bytes: xmlLog(many) }], context);
    const [reading] = readings;
    if (reading?.command !== 'security-events') throw new Error('It is another reading.');
    const { data, complete } = reading;
    expect({ matched: data.matched, kept: data.events.length, complete }).toEqual({
      matched: 21_000,
      kept: 20_000,
      complete: false,
    });
    expect(data.events.filter(({ eventId }) => eventId === 4653)).toHaveLength(500);
    expect(data.events.at(-1)!.recordId).toBe(String(1000 + 20_999));
    expect(data.events.map(({ recordId }) => Number(recordId))).toEqual(
      data.events.map(({ recordId }) => Number(recordId)).sort((one, other) => one - other),
    );
    expect(reports[0]!.problems).toMatchObject([{ code: 'events-dropped' }]);
    expect(reports[0]!.problems[0]!.message).toContain('The log has 21000 IPsec events; the newest 20000 count');
  });
});

/** A log of any size, made while it is read. */
function endlessLog(name: string, size: number, read: (bytes: number) => void = () => undefined): UploadSource {
  const piece = xmlLog(sampleEvents(1000));
  return {
    name,
    size,
    // eslint-disable-next-line @typescript-eslint/require-await -- pieces that are there already
    chunks: async function* () {
      for (let at = 0; at < size; at += piece.length) {
        read(at);
        yield piece.subarray(0, Math.min(piece.length, size - at));
      }
    },
  };
}

describe('A log that is larger than what is held in memory', () => {
  const size = MAX_UPLOAD_BYTES + 1024;

  it('is read, and tells how far it has come', async () => {
    const told: ReadingProgress[] = [];
    const { reports } = await takeIn([endlessLog('Security.xml', size)], context, {
      onProgress: (progress) => told.push(progress),
    });
    expect(reports).toMatchObject([{ bytes: size, readings: [{ data: { form: 'xml' } }] }]);
    expect(told.length).toBeLessThanOrEqual(Math.ceil(size / PROGRESS_BYTES) + 1);
    expect(told.at(-1)).toMatchObject({ name: 'Security.xml', totalBytes: size, bytesRead: size, allBytesRead: size });
    const read = told.map(({ bytesRead }) => bytesRead);
    expect(read).toEqual([...read].sort((one, other) => one - other));
    expect(told[2]!.matches).toBeGreaterThan(told[1]!.matches);
  }, 60_000);

  it('of no known form is refused by its size alone, unread', async () => {
    let read = 0;
    const notes = {
      ...endlessLog('notes.txt', size, (at) => (read = at)),
      chunks: endlessNotes(size, (at) => (read = at)),
    };
    const { reports } = await takeIn([notes], context);
    expect(reports).toMatchObject([{ status: 'rejected', bytes: size, sha256: '', problems: [{ code: 'too-large' }] }]);
    expect(read).toBeLessThan(1024 * 1024);
  });
});

const endlessNotes = (size: number, read: (at: number) => void) =>
  // eslint-disable-next-line @typescript-eslint/require-await -- pieces that are there already
  async function* (): AsyncGenerator<Uint8Array> {
    const piece = Buffer.from('Call Anna about the printer.\r\n'.repeat(2000));
    for (let at = 0; at < size; at += piece.length) {
      read(at);
      yield piece;
    }
  };

describe('A reading for which nobody waits any more', () => {
  it('ends between two pieces', async () => {
    let read = 0;
    const stopping = new AbortController();
    const log = endlessLog('Security.xml', MAX_UPLOAD_BYTES, (at) => {
      read = at;
      if (at > 3 * PROGRESS_BYTES) stopping.abort(new Error('stopped'));
    });
    await expect(analyse([log], { at: '2026-11-24T12:00:00Z' }, { signal: stopping.signal })).rejects.toThrow(
      'stopped',
    );
    expect(read).toBeLessThan(5 * PROGRESS_BYTES);
  });
});

describe('An upload in memory', () => {
  it('is a source of which every place can be read', async () => {
    const { range } = sourceOf({ name: 'a', bytes: Buffer.from('0123456789') });
    const pieces: Uint8Array[] = [];
    for await (const piece of range!(3, 6)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('345');
  });
});
