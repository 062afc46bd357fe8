/** `tunnel-triage events`: every event of a log, one JSON object a line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ReadingProgress } from '../../../analyzers/index';
import { events } from '../../../bot/cli/events';
import { corpusFiles, hasCorpus } from '../../support/corpus';
import { evtxLog, sampleEvents, xmlLog } from '../../support/sample-logs';
import { zip } from '../../support/zip';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'events-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sample = sampleEvents(300);
const write = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

interface EventLine {
  readonly eventId: number;
  readonly recordId: string;
  readonly time: string;
  readonly data: Readonly<Record<string, string>>;
  readonly upload?: string;
}

/** What the command prints and how it ends. */
async function ran(words: readonly string[], input: Uint8Array = Buffer.alloc(0)) {
  const written: string[] = [];
  const told: ReadingProgress[] = [];
  const answer = await events(words, {
    standardInput: Readable.from([input.subarray(0, 10), input.subarray(10)]),
    terminal: { columns: 80, colours: false },
    now: '2026-11-24T12:00:00Z',
    watch: { onProgress: (progress) => told.push(progress) },
    write: (text) => {
      written.push(text);
      return Promise.resolve();
    },
  });
  const lines = written
    .join('')
    .split('\n')
    .filter((line) => line !== '');
  return { answer, lines: lines.map((line) => JSON.parse(line) as EventLine), raw: lines };
}

const expected = sample.map(({ eventId, recordId, time, data }) => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  eventId,
  version: 0,
  recordId: String(recordId),
  time,
  computer: 'CL1.corp.example',
  data,
}));

describe.each([
  ['evtx', evtxLog(sample)],
  ['xml', xmlLog(sample)],
])('events of a log as %s', (form, bytes) => {
  it('are all of them, in the order of the log, in the shape of the contract', async () => {
    const { answer, lines, raw } = await ran([write(`Security.${form}`, bytes)]);
    expect(lines).toEqual(expected);
    expect(answer).toEqual({ kind: 'answer', output: '', complaints: [], status: 0 });
    expect(
      raw[0]!.startsWith('{"provider":"Microsoft-Windows-Security-Auditing","channel":"Security","eventId":4624'),
    ).toBe(true);
  });

  it('come from standard input, from a folder and from an archive too, each with its file', async () => {
    expect((await ran(['-'], bytes)).lines).toEqual(expected);
    const file = write(`Security.${form}`, bytes);
    expect((await ran([folder])).lines).toEqual(expected.map((line) => ({ ...line, upload: file })));
    const archive = write('logs.zip', zip({ [`b/Security.${form}`]: bytes }));
    const name = `${archive}!/b/Security.${form}`;
    expect((await ran([archive])).lines).toEqual(expected.map((line) => ({ ...line, upload: name })));
  });

  it('are those of the numbers and the time that are asked for', async () => {
    const file = write(`Security.${form}`, bytes);
    const numbers = (await ran(['--id', '4653,4650', file])).lines.map(({ eventId }) => eventId);
    expect(numbers).toEqual(expected.map(({ eventId }) => eventId).filter((id) => id !== 4624));
    const spanned = await ran(['--since', '2026-11-23T12:01:00+01:00', '--until', '2026-11-23T11:02', file]);
    expect(spanned.lines.map(({ time }) => time)).toEqual(
      expected.map(({ time }) => time).filter((time) => time >= '2026-11-23T11:01:00' && time < '2026-11-23T11:02:00'),
    );
    expect((await ran(['--until', '2026-11-23', file])).lines).toHaveLength(300);
    expect((await ran(['--since', '2026-11-24', file])).lines).toEqual([]);
    expect((await ran(['--since', '2026-11-24', file])).answer).toMatchObject({ status: 0 });
  });
});

describe('What is no event log', () => {
  it('is a complaint, and the logs beside it are read', async () => {
    write('a.txt', Buffer.from('Call Anna about the printer.\n'));
    write('b.evtx', evtxLog(sample));
    write('c.zip', Buffer.from('PK\x03\x04 cut off'));
    const { answer, lines } = await ran([folder, join(folder, 'missing.evtx')]);
    expect(lines).toHaveLength(300);
    expect(answer).toMatchObject({
      status: 0,
      complaints: [
        expect.stringContaining('missing.evtx does not exist'),
        expect.stringContaining('a.txt is no event log in a form that is known'),
        expect.stringContaining('c.zip: The archive is damaged'),
      ],
    });
  });

  it('alone gives exit status 3', async () => {
    const { answer, lines } = await ran([write('a.txt', Buffer.from('Call Anna.\n'))]);
    expect(lines).toEqual([]);
    expect(answer).toMatchObject({ status: 3 });
  });
});

describe('A damaged log', () => {
  it('gives what can be read, and says on the side what cannot', async () => {
    const bytes = evtxLog(sampleEvents(3000));
    bytes.fill(0xff, 4096 + 65_536 + 2000, 4096 + 65_536 + 9000);
    const { answer, lines } = await ran([write('Security.evtx', bytes)]);
    expect(lines.length).toBeGreaterThan(2500);
    expect(lines.length).toBeLessThan(3000);
    if (answer.kind !== 'answer') throw new Error(answer.sentence);
    expect(answer.status).toBe(0);
    expect(answer.complaints.join('\n')).toContain('Security.evtx: ');
  });
});

describe('A slow reader of the output', () => {
  it('is waited for, so that no more of the log is read than it takes', async () => {
    const file = write('Security.xml', xmlLog(sampleEvents(40_000)));
    let taken = 0;
    let release: () => void = () => undefined;
    const stuck = events([file], {
      standardInput: Readable.from([]),
      terminal: { columns: 80, colours: false },
      now: '2026-11-24T12:00:00Z',
      watch: {},
      write: (text) => {
        taken += text.length;
        return new Promise((resolve) => {
          release = resolve;
        });
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const first = taken;
    expect(first).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(taken).toBe(first);
    const releasing = setInterval(() => release(), 1);
    expect(await stuck).toMatchObject({ status: 0 });
    clearInterval(releasing);
    expect(taken).toBeGreaterThan(first);
  });
});

test.each([
  [[], 'events needs a file'],
  [['--id', 'x', 'a.evtx'], '"x" is no event number'],
  [['--id', '4653,', 'a.evtx'], '"" is no event number'],
  [['--id', '99999', 'a.evtx'], '"99999" is no event number'],
  [['--since', 'yesterday', 'a.evtx'], 'yesterday is no time'],
  [['--until', '2026-13-01', 'a.evtx'], '2026-13-01 is no time'],
  [['--all', 'a.evtx'], "Unknown option '--all'."],
])('The words %j are misuse, and a sentence says of what', async (words, said) => {
  const { answer } = await ran(words);
  expect(answer.kind === 'misuse' ? answer.sentence : '').toContain(said);
});

describe('A real log', () => {
  const real = corpusFiles('evtx').filter(({ name }) => /^ipsec-.*\.evtx$/.test(name));
  (hasCorpus ? it : it.skip).each(real.map(({ name, bytes }) => [name, bytes] as const))(
    'has the events that its oracle lists: %s',
    async (name, bytes) => {
      const oracle = corpusFiles('evtx').find((file) => file.name === `${name}.jsonl`)!;
      const listed = Buffer.from(oracle.bytes)
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as OracleLine);
      const { lines } = await ran([write(name, bytes)]);
      const found = new Map(lines.map((line) => [line.recordId, line]));
      const missing = listed.filter(({ recordId, eventId, timeCreated }) => {
        const line = found.get(recordId);
        return line?.eventId !== eventId || line.time !== timeCreated;
      });
      expect(missing).toEqual([]);
    },
  );
});

interface OracleLine {
  readonly recordId: string;
  readonly eventId: number;
  readonly timeCreated: string;
}
