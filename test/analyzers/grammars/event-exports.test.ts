/** Every form of an event export in the corpus is read as the truth beside it says, as far as the form has it. */
import { decode } from 'iconv-lite';
import { type EventLog } from '../../../analyzers/grammars/event-log';
import { type EventPlace } from '../../../analyzers/grammars/found-events';
import { parameterWord } from '../../../analyzers/grammars/parameter-words';
import { takeIn } from '../../../analyzers/read';
import { corpusFiles, hasCorpus } from '../../support/corpus';
import { eventLogOf } from '../../support/event-log-reading';
import { seededRandom } from '../../support/seeded-random';

interface Truth {
  readonly eventId: number;
  readonly recordId: string;
  readonly timeCreated: string;
  readonly computer: string;
  readonly data: readonly (readonly [string, string])[];
}

/** What a form has of an event. The exports were made two hours ahead of UTC. */
interface Has {
  readonly form: EventLog['form'];
  readonly encoding: { readonly en: string; readonly de: string };
  /** To the tick or the millisecond in UTC, or to the millisecond or the second in local time without a zone. */
  readonly time: 'ticks' | 'milliseconds' | 'local-milliseconds' | 'local-seconds';
  readonly record: boolean;
  readonly computer: boolean;
  readonly channel: boolean;
  /** `%%` codes, or the words that the English message has for them; `lossy` where other letters than ASCII became `?`. */
  readonly data: 'codes' | 'words' | 'lossy-words';
  /** The first events alone, where the file has no others. */
  readonly count?: number;
}

const utf8 = { en: 'utf-8', de: 'utf-8' };
const utf16 = { en: 'utf-16le', de: 'utf-16le' };
const console850 = { en: 'utf-8', de: 'cp850' };
const xml = { form: 'xml', time: 'ticks', record: true, computer: true, channel: true, data: 'codes' } as const;
const rows = { time: 'local-seconds', record: false, computer: false, channel: false, data: 'words' } as const;
const record = { ...rows, record: true, computer: true, channel: true } as const;

const FILES: Readonly<Record<string, Has>> = {
  'eventviewer.xml': { ...xml, encoding: utf8 },
  'wevtutil.xml': { ...xml, encoding: console850 },
  'wevtutil-root.xml': { ...xml, encoding: utf16 },
  'eventviewer-copied.txt': { ...xml, form: 'copied-text', encoding: utf8, count: 3 },
  'eventviewer.csv': { ...rows, form: 'event-viewer-csv', encoding: utf8 },
  'eventviewer-tab.txt': { ...rows, form: 'event-viewer-text', encoding: utf16 },
  'wevtutil.txt': {
    ...rows,
    form: 'wevtutil-text',
    encoding: console850,
    time: 'local-milliseconds',
    computer: true,
    channel: true,
  },
  'export-csv-ps5.csv': { ...record, form: 'powershell-csv', encoding: utf8, data: 'lossy-words' },
  'export-csv-ps7.csv': { ...record, form: 'powershell-csv', encoding: utf8 },
  'export-csv-selected-semicolon.csv': { ...rows, form: 'powershell-csv', encoding: utf8 },
  'convertto-json-ps5.json': { ...record, form: 'powershell-json', encoding: utf16, time: 'milliseconds' },
  'convertto-json-ps7.json': { ...xml, form: 'powershell-json', encoding: utf8 },
  'convertto-json-one.json': { ...xml, form: 'powershell-json', encoding: utf8, count: 1 },
  'export-clixml.xml': { ...xml, form: 'powershell-clixml', encoding: utf16 },
  'format-list.txt': { ...rows, form: 'format-list', encoding: utf16 },
  'format-list-all.txt': { ...record, form: 'format-list', encoding: utf8 },
};

const describeCorpus = hasCorpus ? describe : describe.skip;
const files = corpusFiles('evtx/exports');
const file = (name: string) => files.find((one) => one.name === name)!;
const truthOf = (language: string): readonly Truth[] =>
  Buffer.from(file(`${language}/truth.jsonl`).bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);

function timeOf(truth: Truth, time: Has['time']): string {
  if (time === 'ticks') return truth.timeCreated;
  const milliseconds = `${truth.timeCreated.slice(0, 23)}Z`;
  if (time === 'milliseconds') return milliseconds;
  const local = new Date(Date.parse(milliseconds) + 2 * 3_600_000).toISOString();
  return local.slice(0, time === 'local-milliseconds' ? 23 : 19);
}

/** Texts of the system end in a line end, which forms print or not. */
function valueOf(value: string, data: Has['data']): string {
  const text = value.trimEnd();
  const word = data === 'codes' ? text : (parameterWord(text) ?? text);
  return data === 'lossy-words' ? word.replace(/[^\u0000-\u007f]/g, '?') : word;
}

const wanted = (truth: Truth, has: Has) => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: has.channel ? 'Security' : null,
  eventId: truth.eventId,
  recordId: has.record ? truth.recordId : null,
  time: timeOf(truth, has.time),
  computer: has.computer ? truth.computer : null,
  data: Object.fromEntries(truth.data.map(([name, value]) => [name, valueOf(value, has.data)])),
});

const given = (log: EventLog) =>
  log.events.map(({ event: { provider, channel, eventId, recordId, time, computer, data } }) => ({
    provider,
    channel,
    eventId,
    recordId,
    time,
    computer,
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value.trimEnd()])),
  }));

describeCorpus.each(['en', 'de'] as const)('An export on a Windows of language %s', (language) => {
  it.each(Object.entries(FILES))('says what the log says: %s', (name, has) => {
    const log = eventLogOf(file(`${language}/${name}`).bytes, { name })!;
    const truth = truthOf(language).slice(0, has.count);
    const times = truth.map((one) => timeOf(one, has.time)).sort();
    expect(given(log)).toEqual(truth.map((one) => wanted(one, has)));
    expect(log).toMatchObject({
      form: has.form,
      encoding: has.encoding[language],
      total: truth.length,
      matched: truth.length,
      whole: true,
      channels: has.channel ? ['Security'] : [],
      first: times[0],
      last: times.at(-1),
      problems: [],
    });
  });

  it.each(Object.keys(FILES))('shows each event and its reason in a line that is there: %s', (name) => {
    const { bytes } = file(`${language}/${name}`);
    const { events, encoding } = eventLogOf(bytes, { name })!;
    const lines = decode(Buffer.from(bytes), encoding!).split(/\r\n|\n|\r/);
    const shown = ({ line, column, text }: EventPlace): string =>
      lines[line - 1] === text ? text : lines[line - 1]!.slice(column, column + text.length);
    for (const { event, place, reason } of events) {
      expect(shown(place!)).toBe(place!.text);
      expect(reason === null).toBe(event.data['FailureReason'] === undefined);
      if (reason === null) continue;
      expect(shown(reason)).toBe(reason.text);
      expect(reason.text).toContain(event.data['FailureReason']!.trim());
    }
  });

  it.each(Object.keys(FILES))('says the same in pieces of any size: %s', (name) => {
    const { bytes } = file(`${language}/${name}`);
    const whole = eventLogOf(bytes, { name });
    const random = seededRandom(name.length);
    for (const pieceSize of [() => 1, () => 1 + random.below(7), () => 1 + random.below(5000)]) {
      expect(eventLogOf(bytes, { name, pieceSize })).toEqual(whole);
    }
  });

  it('is not read from a table whose messages are cut off, and asks for a form that is whole', () => {
    const log = eventLogOf(file(`${language}/format-table.txt`).bytes)!;
    expect(log).toMatchObject({ form: 'format-table', events: [], whole: false, problems: [{ code: 'cut-table' }] });
    expect(log.problems[0]!.message).toContain('wevtutil qe Security /f:xml');
  });

  it.each(Object.keys(FILES))('is read the same where it is sent as a file: %s', async (name) => {
    const { bytes } = file(`${language}/${name}`);
    const { readings } = await takeIn([{ name, bytes }], { call: 1, awaited: null });
    const log = eventLogOf(bytes, { name })!;
    expect(readings).toMatchObject([
      {
        command: 'security-events',
        complete: true,
        data: { total: log.total, matched: log.matched, events: log.events.map(({ event }) => event) },
      },
    ]);
  });
});

describeCorpus('A public sample', () => {
  it('of a real failed negotiation is read from its XML', () => {
    const log = eventLogOf(file('real/ipban-4653-event.xml').bytes)!;
    expect(log).toMatchObject({ form: 'xml', total: 1, matched: 1, whole: true });
    expect(log.events[0]!.event).toMatchObject({
      eventId: 4653,
      recordId: '100095994',
      time: '2020-07-10T17:20:06.687103300Z',
      data: { RemoteAddress: '88.88.88.82', FailureReason: 'Negotiation timed out', State: '%%8202' },
    });
  });

  it('of a text printed on a Russian Windows is counted, with its time in UTC', () => {
    const log = eventLogOf(file('real/wevtutil-text-russian-windows.txt').bytes)!;
    expect(log).toMatchObject({
      form: 'wevtutil-text',
      total: 1,
      matched: 0,
      channels: ['log4jna_sample'],
      first: '2024-01-31T04:26:39.0170000Z',
    });
  });
});
