/** What the reader of binary event logs makes of sound files of every kind, from files written here. */
import { createEvtxReader, isEvtx } from '../../../../analyzers/grammars/evtx/evtx-reader';
import { eventRecord, type EventToWrite, forwardedRecord, named, substitution } from '../../../support/evtx-events';
import { readEvtx } from '../../../support/evtx-reading';
import { absent, fileTime, fileTimeOf, list, text, uint16, uint32, xml } from '../../../support/evtx-values';
import { CHUNK_BYTES, type Element, evtxFile, type Part, type WrittenRecord } from '../../../support/evtx-writer';

const TIME = '2026-03-04T07:30:00.1234567Z';

const event = (recordId: number, more: Partial<EventToWrite> = {}): EventToWrite => ({
  eventId: 4653,
  recordId: BigInt(recordId),
  time: TIME,
  ...more,
});

const later = (recordId: number, eventId: number, minutes: number): WrittenRecord =>
  eventRecord(event(recordId, { eventId, time: `2026-03-04T07:${String(minutes).padStart(2, '0')}:00.0000000Z` }));

/** A record whose template-less XML is this. */
function elementRecord(root: Element): WrittenRecord {
  return { number: 7n, written: fileTimeOf(TIME), body: root };
}

/** An event's XML with an EventData or UserData of its own. */
function xmlEvent(content: readonly (Part | Element)[]): Element {
  const system: Element = {
    name: 'System',
    content: [
      { name: 'Provider', attributes: [['Name', ['Contoso']]] },
      { name: 'EventID', content: ['7'] },
      { name: 'TimeCreated', attributes: [['SystemTime', ['2026-03-04T07:30:00.123456700Z']]] },
      { name: 'EventRecordID', content: ['7'] },
      { name: 'Channel', content: ['Application'] },
      { name: 'Computer', content: ['CL1'] },
    ],
  };
  return { name: 'Event', content: [system, ...content] };
}

describe('A binary event log', () => {
  it('gives System and the named values of EventData in order', () => {
    const data = [
      named('LocalAddress', '2001:db8::1'),
      ['LocalKeyModPort', uint32(500)],
      ['Absent', absent(2)],
    ] as const;
    const { events, summary } = readEvtx(evtxFile([eventRecord(event(17, { version: 3, data }))]));
    expect(events).toEqual([
      {
        provider: 'Microsoft-Windows-Security-Auditing',
        channel: 'Security',
        eventId: 4653,
        version: 3,
        recordId: '17',
        time: TIME,
        computer: 'CL1.corp.example',
        data: [
          ['LocalAddress', '2001:db8::1'],
          ['LocalKeyModPort', '500'],
          ['Absent', ''],
        ],
        userData: [],
        recovered: false,
      },
    ]);
    expect(summary).toEqual({
      records: 1,
      matched: 1,
      recovered: 0,
      channels: ['Security'],
      first: TIME,
      last: TIME,
      whole: true,
      notes: [],
    });
  });

  it('is told by its first bytes, or by its first chunk where they are damaged', () => {
    const file = evtxFile([eventRecord(event(1))]);
    expect(isEvtx(file)).toBe(true);
    file.fill(0, 0, 8);
    expect(isEvtx(file)).toBe(true);
    file.fill(0, 4096, 4104);
    expect(isEvtx(file)).toBe(false);
    expect(isEvtx(new Uint8Array(0))).toBe(false);
  });

  it('is read over many chunks, each with templates of its own', () => {
    const records = Array.from({ length: 900 }, (_, index) =>
      eventRecord(event(index + 1, { data: [named('Number', String(index)), named('Padding', 'x'.repeat(100))] })),
    );
    const file = evtxFile(records);
    expect(file.length).toBeGreaterThan(4096 + 4 * CHUNK_BYTES);
    const { events, summary } = readEvtx(file);
    expect(events.map(({ data }) => data[0]![1])).toEqual(Array.from({ length: 900 }, (_, index) => String(index)));
    expect(summary).toMatchObject({ records: 900, whole: true, notes: [] });
  });

  it('is read in version 3.2 and without checksums', () => {
    const { events, notes } = readEvtx(evtxFile([eventRecord(event(1))], { minorVersion: 2, flags: 4 }));
    expect(events).toHaveLength(1);
    expect(notes).toEqual({});
  });

  it('of a version yet unknown is read, and noted', () => {
    const { events, notes } = readEvtx(evtxFile([eventRecord(event(1))], { minorVersion: 3 }));
    expect(events).toHaveLength(1);
    expect(notes).toEqual({ 'file-version': 1 });
  });

  it('is read where it is empty', () => {
    expect(readEvtx(evtxFile([])).summary).toMatchObject({ records: 0, first: null, last: null, whole: true });
  });

  it('is read where it has room for chunks that were never written', () => {
    const file = Buffer.concat([evtxFile([eventRecord(event(1))]), Buffer.alloc(3 * CHUNK_BYTES)]);
    expect(readEvtx(file).summary).toMatchObject({ records: 1, whole: true, notes: [] });
  });

  it('says how far it is while it is read', () => {
    const file = evtxFile([later(1, 4653, 1), later(2, 4624, 2)]);
    const reader = createEvtxReader({ eventIds: [4653] }, () => undefined);
    expect(reader.progress()).toEqual({ records: 0, matched: 0 });
    reader.push(file);
    expect(reader.progress()).toEqual({ records: 2, matched: 1 });
  });

  it('gives the number and time of the record where the event has none', () => {
    const bare: Element = {
      name: 'Event',
      content: [
        {
          name: 'System',
          content: [
            { name: 'Provider', attributes: [['Name', ['Contoso']]] },
            { name: 'EventID', content: ['7'] },
          ],
        },
      ],
    };
    expect(readEvtx(evtxFile([elementRecord(bare)])).events).toMatchObject([
      { recordId: '7', time: TIME, version: null, channel: null, computer: null },
    ]);
  });

  it('gives the number that a forwarded event brought along', () => {
    const forwarded = { ...eventRecord(event(40_253)), number: 1n };
    expect(readEvtx(evtxFile([forwarded])).events[0]!.recordId).toBe('40253');
  });
});

describe('A record without a template', () => {
  const texts = [['RemoteAddress', '2001:db8::7'] as const];
  const record = forwardedRecord({ ...event(5), texts });

  it('is read, and what the collector rendered for people is left aside', () => {
    expect(readEvtx(evtxFile([record])).events).toMatchObject([
      { eventId: 4653, recordId: '5', time: TIME, channel: 'Security', data: texts, userData: [] },
    ]);
  });

  it('is filtered, counted and placed in time without being decoded', () => {
    const filtered = readEvtx(evtxFile([record, later(6, 4624, 45)]), { eventIds: [4624] });
    expect(filtered.events.map(({ recordId }) => recordId)).toEqual(['6']);
    expect(filtered.summary).toMatchObject({ records: 2, matched: 1, first: TIME, channels: ['Security'] });
  });
});

describe('The content of an event', () => {
  const read = (content: readonly (Part | Element)[]) =>
    readEvtx(evtxFile([elementRecord(xmlEvent(content))])).events[0]!;

  it('is put together from texts, references and CDATA', () => {
    const value: readonly Part[] = [
      'a',
      { entity: 'amp' },
      { characterReference: 0x41 },
      { cdata: '<x>' },
      { entity: 'other' },
    ];
    expect(read([{ name: 'EventData', content: [{ name: 'Data', content: value }] }]).data).toEqual([
      [null, 'a&A<x>&other;'],
    ]);
  });

  it('keeps the name of an element that is not Data, and the text of elements within', () => {
    const data: Element = {
      name: 'EventData',
      content: [
        { name: 'Binary', content: ['0A'] },
        { name: 'Data', attributes: [['Name', ['Nested']]], content: ['a', { name: 'b', content: ['c'] }] },
        { name: 'Data' },
      ],
    };
    expect(read([data]).data).toEqual([
      ['Binary', '0A'],
      ['Nested', 'ac'],
      [null, ''],
    ]);
  });

  it('in UserData gives its leaves and attributes by path', () => {
    const user: Element = {
      name: 'UserData',
      content: [
        {
          name: 'Root',
          attributes: [['xmlns', ['urn:x']]],
          content: [
            { name: 'Leaf', attributes: [['kind', ['k']]], content: ['1'] },
            { name: 'Branch', content: [{ name: 'Leaf', content: ['2'] }] },
            { name: 'Empty' },
          ],
        },
      ],
    };
    expect(read([user]).userData).toEqual([
      ['Root/Leaf@kind', 'k'],
      ['Root/Leaf', '1'],
      ['Root/Branch/Leaf', '2'],
      ['Root/Empty', ''],
    ]);
  });

  it('in what stands in place of both is kept too', () => {
    const failed: Element = { name: 'ProcessingErrorData', content: [{ name: 'ErrorCode', content: ['15005'] }] };
    expect(read([failed]).userData).toEqual([['ProcessingErrorData/ErrorCode', '15005']]);
  });

  it('in a template of UserData within a value is read with that template', () => {
    const inner = {
      template: {
        id: 99,
        root: {
          name: 'UserData',
          content: [{ name: 'R', content: [{ name: 'L', content: [substitution(0, 0x01)] }] }],
        },
      },
      values: [text('deep')],
    };
    const record = eventRecord(event(3));
    if (!('template' in record.body)) throw new Error('The record has no template.');
    const values = [...record.body.values.slice(0, -1), xml(inner)];
    const file = evtxFile([{ ...record, body: { template: record.body.template, values } }]);
    expect(readEvtx(file).events[0]).toMatchObject({ data: [], userData: [['R/L', 'deep']] });
  });

  it('repeats an element for every item of a list', () => {
    const data = [
      ['Path', list([text('a'), text('b')])],
      ['Count', uint16(2)],
    ] as const;
    expect(readEvtx(evtxFile([eventRecord(event(1, { data }))])).events[0]!.data).toEqual([
      ['Path', 'a'],
      ['Path', 'b'],
      ['Count', '2'],
    ]);
  });
});

describe('A filter', () => {
  const file = evtxFile([
    later(1, 4653, 10),
    later(2, 4624, 20),
    later(3, 4653, 30),
    eventRecord(event(4, { provider: 'Contoso', channel: 'Application', time: '2026-03-04T07:40:00.0000000Z' })),
  ]);
  const numbers = (filter: Parameters<typeof readEvtx>[1]) =>
    readEvtx(file, filter).events.map(({ recordId }) => Number(recordId));

  it('takes events by id, provider in any case, and time', () => {
    expect(numbers({})).toEqual([1, 2, 3, 4]);
    expect(numbers({ eventIds: [4653] })).toEqual([1, 3, 4]);
    expect(numbers({ providers: ['MICROSOFT-windows-security-auditing'], eventIds: [4653] })).toEqual([1, 3]);
    expect(numbers({ since: '2026-03-04T07:20:00Z' })).toEqual([2, 3, 4]);
    expect(numbers({ since: '2026-03-04T07:20:00.0000001Z', until: '2026-03-04T07:30:00Z' })).toEqual([3]);
    expect(numbers({ eventIds: [] })).toEqual([]);
  });

  it('leaves the count, the channels and the time span those of all records', () => {
    expect(readEvtx(file, { eventIds: [1] }).summary).toMatchObject({
      records: 4,
      matched: 0,
      channels: ['Security', 'Application'],
      first: '2026-03-04T07:10:00.0000000Z',
      last: '2026-03-04T07:40:00.0000000Z',
    });
  });

  it('with a time that is none is the mistake of the caller', () => {
    expect(() => createEvtxReader({ since: 'yesterday' }, () => undefined)).toThrow(/yesterday is no ISO 8601 time/);
  });

  it('decides by the value where a template does not say the time as a FILETIME', () => {
    const record = eventRecord(event(1));
    if (!('template' in record.body)) throw new Error('The record has no template.');
    const values = record.body.values.map((value, index) => (index === 6 ? fileTime(0n) : value));
    const timeless = evtxFile([{ ...record, body: { template: record.body.template, values } }]);
    expect(readEvtx(timeless, { since: TIME, until: TIME }).events).toHaveLength(1);
  });
});
