/** An event log gives its wanted events, says how much of it was read, and loses to damage no more than what is damaged. */
import { encode } from 'iconv-lite';
import { HEAD_BYTES } from '../../../analyzers/grammars/event-log';
import { MAX_ELEMENT_DEPTH } from '../../../analyzers/grammars/event-element';
import { MAX_MESSAGE_LINES, messageLines } from '../../../analyzers/grammars/event-message-lines';
import { MAX_COLUMNS, rowAt } from '../../../analyzers/grammars/event-rows';
import { MAX_CHANNELS } from '../../../analyzers/grammars/event-tally';
import {
  type FoundEvent,
  MAX_EVENT_CHARACTERS,
  MAX_EVENT_FIELDS,
  MAX_EVENTS,
  MAX_FIELD_CHARACTERS,
  MAX_PLACE_CHARACTERS,
} from '../../../analyzers/grammars/found-events';
import { eventLogOf, eventLogOfText } from '../../support/event-log-reading';

const PROVIDER = 'Microsoft-Windows-Security-Auditing';
const REASON = "<Data Name='FailureReason'>No policy configured</Data>";

interface XmlOptions {
  readonly id?: number;
  readonly channel?: string;
  readonly time?: string;
  readonly data?: string;
}

const xmlEvent = (record: number, { id = 4653, channel = 'Security', time, data = REASON }: XmlOptions = {}): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${PROVIDER}'/>` +
  `<EventID>${id}</EventID><TimeCreated SystemTime='${time ?? '2026-03-04T07:30:00.0000000Z'}'/>` +
  `<EventRecordID>${record}</EventRecordID><Channel>${channel}</Channel></System><EventData>${data}</EventData></Event>\n`;
const jsonEvent = (record: number, message: string): string =>
  JSON.stringify(
    { Message: message, Id: 4653, RecordId: record, ProviderName: PROVIDER, LogName: 'Security' },
    null,
    2,
  );
const HEADER = 'Keywords,Date and Time,Source,Event ID,Task Category\r\n';
const row = (date: string, message: string, id = 4653): string =>
  `Audit Failure,${date},${PROVIDER},${id},IPsec Main Mode,"${message}"\r\n`;
const MESSAGE =
  'An IPsec Main Mode negotiation failed.\r\n\r\nLocal Endpoint:\r\n\tNetwork Address:\t2001:db8::1\r\n\r\nFailure Information:\r\n\tFailure Reason:\t\tNo policy configured\r\n';
const records = (events: readonly FoundEvent[]) => events.map(({ event }) => event.recordId);

describe('An event log', () => {
  it('counts all events, and names the channels and the time span of all, wanted or not', () => {
    const text =
      xmlEvent(1, { id: 4624, time: '2026-03-04T07:00:00.1Z' }) +
      xmlEvent(2, { time: '2026-03-04T08:00:00Z' }) +
      xmlEvent(3, { id: 1, channel: 'System', time: '2026-03-04T07:30:00Z' });
    expect(eventLogOfText(text)).toMatchObject({
      total: 3,
      matched: 1,
      channels: ['Security', 'System'],
      first: '2026-03-04T07:00:00.1Z',
      last: '2026-03-04T08:00:00Z',
    });
  });

  it('is asked for events of a provider, of numbers and of a time', () => {
    const text =
      xmlEvent(1, { time: '2026-03-04T07:00:00Z' }) +
      xmlEvent(2, { time: '2026-03-04T08:00:00.0000000Z' }) +
      xmlEvent(3, { time: '2026-03-04T09:00:00Z', id: 4654 });
    const ask = (filter: Parameters<typeof eventLogOfText>[1]) => records(eventLogOfText(text, filter)!.events);
    expect(ask({ filter: { since: '2026-03-04T07:30:00Z', until: '2026-03-04T08:00:00Z' } })).toEqual(['2']);
    expect(ask({ filter: { eventIds: [4654] } })).toEqual(['3']);
    expect(ask({ filter: { providers: [PROVIDER.toUpperCase()] } })).toEqual(['1', '2', '3']);
    expect(ask({ filter: { providers: ['Another'] } })).toEqual([]);
  });

  it('keeps what a time without a zone may mean', () => {
    const text = HEADER + row('3/14/2026 9:00:00 AM', MESSAGE) + row('3/16/2026 9:00:00 AM', MESSAGE);
    const filter = { since: '2026-03-14T20:00:00Z', until: '2026-03-15T10:00:00Z' };
    expect(eventLogOfText(text, { filter })!.events.map(({ event }) => event.time)).toEqual(['2026-03-14T09:00:00']);
  });

  it('refuses a filter whose time is none', () => {
    expect(() => eventLogOfText(xmlEvent(1), { filter: { since: 'yesterday' } })).toThrow(RangeError);
  });

  it('hands events over as they are met where it is asked to, and then collects none', () => {
    const met: (string | null)[] = [];
    const log = eventLogOfText(xmlEvent(1) + xmlEvent(2), { onEvent: ({ event }) => met.push(event.recordId) });
    expect(log).toMatchObject({ matched: 2, events: [] });
    expect(met).toEqual(['1', '2']);
  });

  it.each([
    ['a transcript', `C:\\Windows\\system32>wevtutil qe Security /f:xml\n${xmlEvent(1)}`],
    ['events below which another command was typed', `${xmlEvent(1)}C:\\Windows\\system32>ipconfig\n`],
    ['other XML', '<?xml version="1.0"?><rss></rss>'],
    ['other JSON', '[{"Id": 5, "Name": "Teredo"}]'],
    ['other rows', 'Id,Name\r\n5,Teredo\r\n'],
    ['a list of something else', 'Name : Teredo\nId : 5\n'],
    ['a text', 'Ethernet adapter Ethernet:\n\n   Media State . . . : Media disconnected\n'],
    ['a picture', '\u0089PNG\r\n'],
    ['nothing', ''],
  ])('is not what %s is', (_, text) => {
    expect(eventLogOf(Buffer.from(text, 'latin1'))).toBeNull();
  });
});

describe('The end of an event log', () => {
  it.each([
    ['a root that is closed', `<Events>${xmlEvent(1)}</Events>`, true],
    ['a root that is open', `<Events>${xmlEvent(1)}`, false],
    ['a root of another name that is open', `<Case42>\n${xmlEvent(1)}`, false],
    ['a root of another name that is closed', `<Case42>\n${xmlEvent(1)}</Case42>`, true],
    ['no root', xmlEvent(1), true],
    ['half an event', xmlEvent(1) + xmlEvent(2).slice(0, -20), false],
    ['an empty root', '<?xml version="1.0"?>\n<Events></Events>', true],
    ['a list that is closed', `[${jsonEvent(1, MESSAGE)}]`, true],
    ['a list that is open', `[${jsonEvent(1, MESSAGE)},`, false],
    ['half an object', `[${jsonEvent(1, MESSAGE)},${jsonEvent(2, MESSAGE).slice(0, -5)}`, false],
    ['one object', jsonEvent(1, MESSAGE), true],
    ['objects below each other', `${jsonEvent(1, MESSAGE)}\n${jsonEvent(2, MESSAGE)}\n`, true],
    ['a list in a wrapper', `{"value": [${jsonEvent(1, MESSAGE)}], "Count": 1}`, true],
    ['rows', HEADER + row('3/14/2026 9:00:00 AM', MESSAGE), true],
    ['half a row', HEADER + row('3/14/2026 9:00:00 AM', MESSAGE).slice(0, -20), false],
    ['a header without rows', HEADER, true],
  ])('is known by its form: %s', (_, text, whole) => {
    expect(eventLogOfText(text)!.whole).toBe(whole);
  });

  it('leaves out an event that is half there', () => {
    expect(eventLogOfText(xmlEvent(1) + xmlEvent(2).slice(0, -20))).toMatchObject({ total: 1, problems: [] });
    expect(
      eventLogOfText(HEADER + row('3/14/2026 9:00', MESSAGE) + 'Audit Failure,3/14/2026 9:01,Micro'),
    ).toMatchObject({
      matched: 1,
      whole: false,
    });
  });
});

describe('Damage inside an event log', () => {
  const damaged = { problems: [{ code: 'damaged-event' }] };

  it('loses one event where the end of one is missing', () => {
    const log = eventLogOfText(xmlEvent(1) + xmlEvent(2).slice(0, 200) + xmlEvent(3))!;
    expect(log).toMatchObject({ total: 2, whole: true, ...damaged });
    expect(records(log.events)).toEqual(['1', '3']);
    expect(log.problems[0]!.line).toBe(2);
  });

  it('loses one event whose tags do not fit', () => {
    const log = eventLogOfText(xmlEvent(1) + xmlEvent(2, { data: '<Data Name="a"><b></Data>' }) + xmlEvent(3))!;
    expect(log).toMatchObject({ total: 2, ...damaged });
    expect(records(log.events)).toEqual(['1', '3']);
  });

  it('loses one object where its end, or a sign inside, is missing', () => {
    const [one, two, three] = [1, 2, 3].map((record) => jsonEvent(record, MESSAGE));
    for (const broken of [two!.slice(0, -30), two!.replace('"Id": ', '"Id" '), two!.replace('"An IPsec', 'An IPsec')]) {
      const log = eventLogOfText(`[${one!},\n${broken},\n${three!}]`)!;
      expect(records(log.events)).toEqual(['1', '3']);
      expect(log).toMatchObject(damaged);
    }
  });

  it('loses one row where its quote is not closed', () => {
    const log = eventLogOfText(
      HEADER +
        row('3/14/2026 9:00:00 AM', MESSAGE) +
        row('3/14/2026 9:01:00 AM', MESSAGE).slice(0, -40) +
        '\r\n' +
        row('3/14/2026 9:02:00 AM', MESSAGE) +
        row('3/14/2026 9:03:00 AM', MESSAGE),
    )!;
    expect(log.events.map(({ event }) => event.time?.slice(14))).toEqual(['00:00', '02:00', '03:00']);
    expect(log).toMatchObject(damaged);
  });
});

describe('XML', () => {
  it('declares no entities and fetches nothing', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n';
    const log = eventLogOfText(bomb + xmlEvent(1, { data: "<Data Name='FailureReason'>&b;&c;&lt;&#65;</Data>" }))!;
    expect(log.events[0]!.event.data['FailureReason']).toBe('&b;&c;<A');
  });

  it('keeps the end of an event in a comment or in CDATA for text', () => {
    const data = "<Data Name='FailureReason'><![CDATA[a</Event>b]]></Data><!-- </Event> -->";
    const log = eventLogOfText(xmlEvent(1, { data }) + xmlEvent(2))!;
    expect(log).toMatchObject({ total: 2, problems: [] });
    expect(log.events[0]!.event.data['FailureReason']).toBe('a</Event>b');
  });

  it('names data without a name by its number, and data of other elements by its path', () => {
    const text = xmlEvent(1, { id: 7036, data: '<Data>WinHTTP</Data><Data>stopped</Data>' }).replace(
      '</Event>',
      '<UserData><Info xmlns="x"><Code>5</Code></Info></UserData></Event>',
    );
    expect(eventLogOfText(text, { filter: {} })!.events[0]!.event.data).toEqual({
      param1: 'WinHTTP',
      param2: 'stopped',
      'Info/Code': '5',
    });
  });
});

describe('JSON', () => {
  it('keeps every digit of numbers that JavaScript cannot hold, and leaves those in texts alone', () => {
    const text = jsonEvent(1, `${MESSAGE}x: 2980458042521204182, "y"`).replace(
      '"RecordId": 1',
      '"RecordId": 9007199254740993123',
    );
    expect(eventLogOfText(text)!.events[0]!.event.recordId).toBe('9007199254740993123');
  });

  it('reads one event a line', () => {
    const line = (record: number): string => JSON.stringify(JSON.parse(jsonEvent(record, MESSAGE)));
    const log = eventLogOfText(`${line(1)}\n${line(2)}\n`)!;
    expect(records(log.events)).toEqual(['1', '2']);
    expect(log.events[1]).toMatchObject({ place: { line: 2, column: 0 }, reason: { line: 2 } });
    expect(log.events[1]!.reason!.text).toBe(line(2));
  });

  it('takes values by position where there are as many as a version of the event has, else the message', () => {
    const event = (count: number): string =>
      JSON.stringify({
        Id: 5452,
        ProviderName: PROVIDER,
        RecordId: 1,
        Message: 'x\r\nLocal Endpoint:\r\n\tNetwork Address:\t2001:db8::7',
        Properties: Array.from({ length: count }, (_, index) => ({ Value: `v${index}` })),
      });
    const data = (count: number) => eventLogOfText(event(count))!.events[0]!.event.data;
    expect(data(10)).toMatchObject({ LocalAddress: 'v0', LocalPort: 'v1', TrafficSelectorId: 'v9' });
    expect(data(12)).toMatchObject({ LocalAddress: 'v0', LocalAddressMask: 'v1', RemoteAddressMask: 'v5' });
    expect(data(11)).toEqual({ LocalAddress: '2001:db8::7' });
  });
});

describe('Dates without an order of their own', () => {
  it('are read with the day first in all rows where one row tells', () => {
    const log = eventLogOfText(HEADER + row('03/04/2026 09:00:00', MESSAGE) + row('25/04/2026 09:00:00', MESSAGE))!;
    expect(log.events.map(({ event }) => event.time)).toEqual(['2026-04-03T09:00:00', '2026-04-25T09:00:00']);
    expect(log).toMatchObject({ first: '2026-04-03T09:00:00', last: '2026-04-25T09:00:00', problems: [] });
  });

  it('are read with the month first where nothing tells, which is said', () => {
    const log = eventLogOfText(HEADER + row('03/04/2026 09:00:00', MESSAGE) + row('04/04/2026 09:00:00', MESSAGE))!;
    expect(log.events[0]!.event.time).toBe('2026-03-04T09:00:00');
    expect(log).toMatchObject({ first: '2026-03-04T09:00:00', problems: [{ code: 'ambiguous-date', line: 2 }] });
  });

  it('are read as the surroundings say', () => {
    const dates = { order: 'day-first', decided: true } as const;
    const log = eventLogOfText(HEADER + row('03/04/2026 09:00:00', MESSAGE), { dates })!;
    expect(log.events[0]!.event.time).toBe('2026-04-03T09:00:00');
    expect(log.problems).toEqual([]);
  });
});

describe('A message in another language', () => {
  const german = [
    'Fehler bei der IPsec-Hauptmodusaushandlung.',
    '',
    'Lokaler Endpunkt:',
    '\tName des lokalen Prinzipals:\t-',
    '\tNetzwerkadresse:\t2001:db8::1',
    '\tPort des Schlüsselerstellungsmoduls:\t500',
    '',
    'Remoteendpunkt:',
    '\tPrinzipalname:\t\t-',
    '\tNetzwerkadresse:\t2002:836b:2::836b:2',
    '\tPort des Schlüsselerstellungsmoduls:\t500',
    '',
    'Weitere Informationen:',
    '\tName des Schlüsselerstellungsmoduls:\tAuthIP',
    '\tAuthentifizierungsmethode:\tUnbekannte Authentifizierung',
    '\tRolle:\t\t\tInitiator',
    '\tIdentitätswechselstatus:\tNicht aktiviert',
    '\tHauptmodusfilter-ID:\t69874',
    '',
    'Fehlerinformationen:',
    '\tFehlerpunkt:\t\tLokaler Computer',
    '\tFehlerursache:\t\tZeitüberschreitung bei der Aushandlung.',
    '',
    '\tStatus:\t\t\tErste Nutzlast gesendet (SA)',
    '\tInitiatorcookie:\t\tf9f75ef917867499',
    '\tAntwortdienstcookie:\t0000000000000000',
  ];
  const csv = (lines: readonly string[]): string =>
    'Schlüsselwörter,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\r\n' +
    `Überwachung gescheitert,18.01.2026 08:25:27,${PROVIDER},4653,IPsec-Hauptmodus,"${lines.join('\r\n')}"\r\n`;

  it('is read by the places of its lines, which are those of the English one', () => {
    const log = eventLogOfText(csv(german))!;
    expect(log.problems).toEqual([]);
    expect(log.events[0]!.event).toMatchObject({
      time: '2026-01-18T08:25:27',
      data: {
        LocalAddress: '2001:db8::1',
        RemoteAddress: '2002:836b:2::836b:2',
        RemoteKeyModPort: '500',
        MMFilterID: '69874',
        FailurePoint: 'Lokaler Computer',
        FailureReason: 'Zeitüberschreitung bei der Aushandlung.',
        ResponderCookie: '0000000000000000',
      },
    });
    expect(log.events[0]!.reason).toMatchObject({
      line: 23,
      text: '\tFehlerursache:\t\tZeitüberschreitung bei der Aushandlung.',
    });
  });

  it.each([
    ['a line too many', [...german, '\tNeue Zeile:\t1']],
    ['a line too few', german.filter((line) => !line.includes('Rolle'))],
    ['an address where a port belongs', german.map((line) => line.replace(/\t500$/, '\t2001:db8::5'))],
    ['a value where a heading belongs', german.map((line) => line.replace('punkt:', 'punkt:\tx'))],
  ])('gives nothing that is not certain, and says which form would: %s', (_, lines) => {
    const log = eventLogOfText(csv(lines))!;
    expect(log.events[0]!.event.data).toEqual({});
    expect(log.problems).toMatchObject([{ code: 'unknown-wording', line: 2 }]);
    expect(log.problems[0]!.message).toContain('wevtutil qe Security /f:xml');
  });

  it('has the head of copied details told by the places of its lines', () => {
    const head = ['Nom du journal :Security', 'Source :       x'];
    expect(eventLogOfText(head.join('\n'))).toBeNull();
    const copied = [
      'Protokollname: Security',
      `Quelle:        ${PROVIDER}`,
      'Datum:         18.01.2026 08:25:27',
      'Ereignis-ID:   4653',
      'Aufgabenkategorie:IPsec-Hauptmodus',
      'Ebene:         Informationen',
      'Schlüsselwörter:Überwachung gescheitert',
      'Benutzer:      Nicht zutreffend',
      'Computer:      edge1.corp.example.com',
      'Beschreibung:',
      ...german,
      '',
    ];
    const log = eventLogOfText(copied.join('\r\n'))!;
    expect(log).toMatchObject({ form: 'copied-text', total: 1, matched: 1, whole: true, channels: ['Security'] });
    expect(log.events[0]!.event).toMatchObject({
      eventId: 4653,
      time: '2026-01-18T08:25:27',
      computer: 'edge1.corp.example.com',
      data: { RemoteAddress: '2002:836b:2::836b:2' },
    });
  });
});

describe('The encoding of an event log', () => {
  const text = Array.from({ length: 2000 }, (_, index) => xmlEvent(index, { id: 4624 })).join('');
  const last = xmlEvent(9999, { data: "<Data Name='FailureReason'>Zeitüberschreitung für größere Übertragung</Data>" });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'cp850', 'windows-1252'])(
    'is told by the first foreign letter, however far behind the beginning: %s',
    (encoding) => {
      const bytes = encode(text + last, encoding, { addBOM: encoding.startsWith('utf-16') });
      expect(bytes.indexOf(encode('ü', encoding))).toBeGreaterThan(HEAD_BYTES);
      const log = eventLogOf(bytes, { pieceSize: () => 4096 })!;
      expect(log.encoding).toBe(encoding);
      expect(log.events[0]!.event.data['FailureReason']).toBe('Zeitüberschreitung für größere Übertragung');
    },
  );
});

describe('A bound', () => {
  it('leaves out an event that is longer than any is, and goes on behind it', () => {
    const long = xmlEvent(2, { data: `<Data Name='a'>${'x'.repeat(MAX_EVENT_CHARACTERS + 100_000)}</Data>` });
    const log = eventLogOfText(xmlEvent(1) + long + xmlEvent(3))!;
    expect(records(log.events)).toEqual(['1', '3']);
    expect(log.problems).toMatchObject([{ code: 'event-too-large', line: 2 }]);
    const object = jsonEvent(2, 'x'.repeat(MAX_EVENT_CHARACTERS + 100_000));
    const list = eventLogOfText(
      `[${jsonEvent(1, MESSAGE)},${object},${jsonEvent(3, MESSAGE)},${jsonEvent(4, MESSAGE)}]`,
    )!;
    expect(records(list.events)).toEqual(['1', '3', '4']);
    expect(list.problems).toMatchObject([{ code: 'event-too-large' }]);
    const rows = eventLogOfText(
      HEADER +
        row('3/14/2026 9:00:00 AM', MESSAGE) +
        row('3/14/2026 9:01:00 AM', 'x\r\n'.repeat(400_000)) +
        row('3/14/2026 9:02:00 AM', MESSAGE),
    )!;
    expect(rows.events.map(({ event }) => event.time?.slice(14))).toEqual(['00:00', '02:00']);
  });

  it('keeps the first of more events than anyone reads, and counts all', () => {
    const log = eventLogOfText(xmlEvent(1).repeat(MAX_EVENTS + 5))!;
    expect([log.events.length, log.matched, log.total]).toEqual([MAX_EVENTS, MAX_EVENTS + 5, MAX_EVENTS + 5]);
  });

  it('holds the fields of an event, and what is kept of each', () => {
    const data = Array.from(
      { length: MAX_EVENT_FIELDS + 50 },
      (_, index) => `<Data Name='n${index}'>${'v'.repeat(MAX_FIELD_CHARACTERS + 1)}</Data>`,
    );
    const { event } = eventLogOfText(xmlEvent(1, { data: data.join('') }))!.events[0]!;
    expect(Object.keys(event.data).length).toBe(MAX_EVENT_FIELDS);
    expect(event.data['n0']!.length).toBe(MAX_FIELD_CHARACTERS);
  });

  it('holds the depth of elements, the number of channels, of columns, and of the lines of a message', () => {
    const deep = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(eventLogOfText(xmlEvent(1, { data: deep(MAX_ELEMENT_DEPTH - 2) }))!.total).toBe(1);
    expect(eventLogOfText(xmlEvent(1, { data: deep(MAX_ELEMENT_DEPTH) }))).toMatchObject({
      total: 0,
      problems: [{ code: 'damaged-event' }],
    });
    const channels = Array.from({ length: MAX_CHANNELS + 5 }, (_, index) => xmlEvent(index, { channel: `c${index}` }));
    expect(eventLogOfText(channels.join(''))!.channels.length).toBe(MAX_CHANNELS);
    const wide = rowAt(','.repeat(MAX_COLUMNS + 50), 0, ',', true);
    expect(wide.kind === 'row' && wide.fields.length).toBe(MAX_COLUMNS);
    expect(messageLines('x\na: 1'.repeat(MAX_MESSAGE_LINES)).length).toBeLessThan(MAX_MESSAGE_LINES);
  });

  it('holds the text of a place on a line that holds a whole log', () => {
    const text = (xmlEvent(1, { id: 4624 }).repeat(500) + xmlEvent(2)).replaceAll('\n', '');
    const { place, reason } = eventLogOfText(text)!.events[0]!;
    expect(place).toMatchObject({ line: 1, text: text.slice(place!.column, place!.column + MAX_PLACE_CHARACTERS) });
    expect(reason).toMatchObject({ line: 1, column: text.lastIndexOf(REASON), text: REASON });
  });
});
