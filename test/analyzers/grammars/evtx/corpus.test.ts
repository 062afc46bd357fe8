/** Real binary event logs are read as another decoder read them, whatever the pieces, filtered before or afterwards. */
import { gunzipSync } from 'node:zlib';
import { type EventFilter, type EvtxEvent, isEvtx } from '../../../../analyzers/grammars/evtx/evtx-reader';
import { corpusFiles, hasCorpus } from '../../../support/corpus';
import { readEvtx } from '../../../support/evtx-reading';

/** A line of what another decoder read; made files have the truth in the same form, with fewer fields. */
interface Expected {
  readonly eventId: string | number;
  readonly recordId: string;
  readonly eventRecordId?: string;
  readonly timeCreated: string | null;
  readonly provider?: string | null;
  readonly channel?: string;
  readonly computer: string;
  readonly data?: readonly (readonly [string | null, string])[];
  readonly userData?: readonly (readonly [string, string])[];
}

const files = corpusFiles('evtx');
const logs = files.filter(({ name }) => name.endsWith('.evtx') && !name.includes('/'));
const describeCorpus = hasCorpus ? describe : describe.skip;

/** Damaged files in which more than the other decoder's records can be found, and how many records at least. */
const DAMAGED: Readonly<Record<string, number>> = {
  'omer__2-vss_0-Microsoft-Windows-TerminalServices-RemoteConnectionManager_4Operational.evtx': 1774,
  'omer__Microsoft-Windows-HelloForBusiness_4Operational.evtx': 6,
  'omer__sample_with_a_bad_chunk_magic.evtx': 270,
  'omer__sysmon.evtx': 358,
  'plaso__System2.evtx': 194,
};

function expectedOf(name: string): readonly Expected[] {
  const truth = files.find((file) => file.name === `oracle/${name}.jsonl.gz` || file.name === `${name}.jsonl`);
  const bytes = truth!.name.endsWith('.gz') ? gunzipSync(truth!.bytes) : truth!.bytes;
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Expected);
}

/** The other decoder cuts times to microseconds or leaves zeros off, and replaces what XML cannot hold. */
function comparable(text: string): string {
  const time = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(text);
  if (time !== null) return `${time[1]!}.${(time[2] ?? '').padEnd(6, '0').slice(0, 6)}Z`;
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
}

const pairs = (list: readonly (readonly [string | null, string])[]) =>
  list.map(([name, value]) => [name, comparable(value)]);

function saidBy(expected: Expected) {
  return {
    eventId: Number(expected.eventId),
    recordId: expected.eventRecordId ?? expected.recordId,
    time: comparable(expected.timeCreated ?? ''),
    computer: expected.computer,
    ...(expected.provider === undefined ? {} : { provider: expected.provider }),
    ...(expected.channel === undefined ? {} : { channel: expected.channel }),
    data: pairs(expected.data ?? []),
    userData: pairs(expected.userData ?? []),
  };
}

/** Attributes of UserData are left aside: the other decoder does not give them. */
function saidByOurs(event: EvtxEvent, expected: Expected) {
  return {
    eventId: event.eventId,
    recordId: event.recordId,
    time: comparable(event.time),
    computer: event.computer,
    ...(expected.provider === undefined ? {} : { provider: event.provider }),
    ...(expected.channel === undefined ? {} : { channel: event.channel }),
    data: pairs(event.data),
    userData: pairs(event.userData.filter(([path]) => !path.includes('@'))),
  };
}

/** Records that were torn, so that the other decoder found neither provider nor time. */
const isTorn = ({ provider }: Expected): boolean => provider === null;

describeCorpus('A real log', () => {
  const sound = logs.filter(({ name }) => !(name in DAMAGED));

  it.each(sound.length > 0 ? sound : [null])('is read as another decoder reads it: $name', (file) => {
    const { events, summary } = readEvtx(file!.bytes);
    const expected = expectedOf(file!.name);
    expect(isEvtx(file!.bytes)).toBe(true);
    expect(events).toHaveLength(expected.length);
    expect(summary).toMatchObject({ records: expected.length, matched: expected.length, recovered: 0, whole: true });
    expect(events.map((event, index) => saidByOurs(event, expected[index]!))).toEqual(expected.map(saidBy));
  });

  it.each(Object.entries(DAMAGED))(
    'that is damaged gives all that can be read, and nothing wrong: %s',
    (name, least) => {
      const { events, summary } = readEvtx(logs.find((log) => log.name === name)!.bytes);
      const expected = expectedOf(name).filter((one) => !isTorn(one));
      expect(summary.records).toBeGreaterThanOrEqual(least);
      expect(summary.whole).toBe(false);
      const sure = events.filter(({ recovered }) => !recovered);
      const keyOf = (recordId: string, time: string): string => `${recordId} ${time}`;
      const found = new Map(events.map((event) => [keyOf(event.recordId, comparable(event.time)), event]));
      const missing = expected.filter((one) => !found.has(keyOf(saidBy(one).recordId, saidBy(one).time)));
      expect(missing).toEqual([]);
      const ours = expected.map((one) => saidByOurs(found.get(keyOf(saidBy(one).recordId, saidBy(one).time))!, one));
      expect(ours).toEqual(expected.map(saidBy));
      // What the other decoder does not have comes from the same log: its channel, and a time within days.
      const channels = new Set(expected.map(({ channel }) => channel));
      expect(sure.every(({ channel }) => channels.has(channel ?? ''))).toBe(true);
    },
  );

  it('is the same in pieces of any size', () => {
    for (const { bytes } of logs) {
      const whole = JSON.stringify(readEvtx(bytes));
      for (const pieceBytes of [4095, 65_536, 1_048_576]) {
        expect(JSON.stringify(readEvtx(bytes, {}, pieceBytes)) === whole).toBe(true);
      }
    }
  });

  it('is the same byte for byte', () => {
    for (const { bytes } of logs.filter(({ name }) => name.startsWith('ipsec-') || name.startsWith('plaso__'))) {
      expect(JSON.stringify(readEvtx(bytes, {}, 1)) === JSON.stringify(readEvtx(bytes))).toBe(true);
    }
  });

  it.each(logs.length > 0 ? logs : [null])('gives filtered what filtering all of it gives: $name', (file) => {
    const all = readEvtx(file!.bytes);
    const middle = all.events[Math.floor(all.events.length / 2)]!;
    const filters: readonly EventFilter[] = [
      { eventIds: [middle.eventId] },
      { providers: [middle.provider.toUpperCase()], eventIds: [middle.eventId, 4624] },
      { since: middle.time },
      { until: middle.time, eventIds: [middle.eventId, 1] },
      { providers: ['No such provider'] },
    ];
    for (const filter of filters) {
      const filtered = readEvtx(file!.bytes, filter);
      const wanted = all.events.filter((event) => takes(filter, event));
      expect(JSON.stringify(filtered.events) === JSON.stringify(wanted)).toBe(true);
      const { records, recovered, first, last } = all.summary;
      expect(filtered.summary).toMatchObject({ records, recovered, first, last, matched: filtered.events.length });
      expect([...filtered.summary.channels].sort()).toEqual([...all.summary.channels].sort());
    }
  });
});

function takes({ providers, eventIds, since, until }: EventFilter, event: EvtxEvent): boolean {
  return (
    (providers === undefined || providers.some((name) => name.toLowerCase() === event.provider.toLowerCase())) &&
    (eventIds === undefined || eventIds.includes(event.eventId)) &&
    (since === undefined || event.time >= since) &&
    (until === undefined || event.time <= until)
  );
}
