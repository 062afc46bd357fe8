/**
 * Text forms of a log of 100 MiB: the time of finding the IPsec events against that of reading and decoding the same file, and against a
 * library that reads the whole of it; the memory of a process of its own. Fails where a form takes more than 150 MiB.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parse } from 'csv-parse';
import { Parser } from 'htmlparser2';
import { createEventLogReader, HEAD_BYTES } from '../../analyzers/grammars/event-log';
import { ipsecFilter } from '../../analyzers/grammars/found-events';
import {
  eventViewerCsvForm,
  powershellCsvForm,
  powershellJsonForm,
  wevtutilTextForm,
  wevtutilXmlForm,
} from '../support/event-form-writers';
import { generatedLog, type LogForm } from './event-log-generator';

const MEBIBYTES = Number(process.env['BENCH_MEBIBYTES'] ?? 100);
const MAX_RSS_MEBIBYTES = 150;
const PIECE_BYTES = 256 * 1024;
const RUNS = 3;

type Job = 'events' | 'decode' | 'peer';

interface Measured {
  readonly milliseconds: number;
  readonly rss: number;
  readonly found: string;
}

function eachPiece(path: string, take: (bytes: Uint8Array) => void): void {
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) take(piece.subarray(0, size));
  closeSync(file);
}

/** Found events by their count and the number of fields that they have. */
function events(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  const reader = createEventLogReader(head, path, { filter: ipsecFilter });
  if (reader === null) throw new Error(`${path} is not known as an event log.`);
  eachPiece(path, reader.push);
  const log = reader.end();
  if (!log.whole) throw new Error(`${path} was not read whole.`);
  const fields = log.events.reduce((sum, { event }) => sum + Object.keys(event.data).length, 0);
  return `${log.matched} of ${log.total} events, ${fields} values`;
}

function decodeAll(path: string): string {
  const decoder = new TextDecoder();
  let characters = 0;
  eachPiece(path, (bytes) => (characters += decoder.decode(bytes, { stream: true }).length));
  return `${characters} characters`;
}

async function peer(path: string): Promise<string> {
  let count = 0;
  if (path.endsWith('.xml')) {
    const parser = new Parser({ onopentag: (name) => (count += name === 'Event' ? 1 : 0) }, { xmlMode: true });
    const decoder = new TextDecoder();
    eachPiece(path, (bytes) => parser.write(decoder.decode(bytes, { stream: true })));
  } else if (path.endsWith('.csv')) {
    const rows = parse({ relax_column_count: true });
    rows.on('data', () => (count += 1));
    const ended = new Promise((resolve) => rows.on('end', resolve));
    const pieces: Buffer[] = [];
    eachPiece(path, (bytes) => pieces.push(Buffer.from(bytes)));
    for (const piece of pieces) {
      if (!rows.write(piece)) await new Promise((resolve) => rows.once('drain', resolve));
    }
    rows.end();
    await ended;
  } else if (path.endsWith('.json')) {
    count = (JSON.parse(readFileSync(path, 'utf8')) as unknown[]).length;
  } else return 'none';
  return `${count} records`;
}

async function child(job: Job, path: string): Promise<void> {
  const before = performance.now();
  const found = job === 'events' ? events(path) : job === 'decode' ? decodeAll(path) : await peer(path);
  const measured: Measured = {
    milliseconds: performance.now() - before,
    rss: process.resourceUsage().maxRSS / 1024,
    found,
  };
  process.stdout.write(JSON.stringify(measured));
}

/** The fastest of some runs, each in a process of its own. */
function measure(job: Job, path: string): Measured {
  const runs = Array.from({ length: RUNS }, () => {
    const { stdout, status } = spawnSync(process.execPath, [__filename, job, path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${job} of ${path} failed.`);
    return JSON.parse(stdout) as Measured;
  });
  return runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
}

const FORMS: readonly (readonly [name: string, form: () => LogForm, peer: string])[] = [
  ['wevtutil XML', wevtutilXmlForm, 'htmlparser2'],
  ['Event Viewer CSV', eventViewerCsvForm, 'csv-parse'],
  ['ConvertTo-Json 7', powershellJsonForm, 'JSON.parse'],
  ['Export-Csv', powershellCsvForm, 'csv-parse'],
  ['wevtutil text', wevtutilTextForm, ''],
];

function parent(): void {
  const row = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(index === 0 ? 18 : 15)).join('');
  process.stdout.write(`${row(['form', 'time', 'of decoding', 'RSS', 'peer', 'peer time', 'peer RSS'])}found\n`);
  let isOver = false;
  for (const [name, form, peerName] of FORMS) {
    const path = generatedLog(form, MEBIBYTES);
    const decoding = measure('decode', path);
    const own = measure('events', path);
    const other = peerName === '' ? null : measure('peer', path);
    isOver ||= own.rss > MAX_RSS_MEBIBYTES;
    const times = (one: Measured): string => `${(one.milliseconds / own.milliseconds).toFixed(1)} x`;
    process.stdout.write(
      `${row([
        name,
        `${own.milliseconds.toFixed(0)} ms`,
        `${(own.milliseconds / decoding.milliseconds).toFixed(1)} x`,
        `${own.rss.toFixed(0)} MiB`,
        peerName,
        other === null ? '' : times(other),
        other === null ? '' : `${other.rss.toFixed(0)} MiB`,
      ])}${own.found}\n`,
    );
  }
  if (!isOver) return;
  process.stderr.write(`A form took more than ${MAX_RSS_MEBIBYTES} MiB.\n`);
  process.exitCode = 1;
}

const [, , job, path] = process.argv;
if ((job === 'events' || job === 'decode' || job === 'peer') && path !== undefined) void child(job, path);
else parent();
