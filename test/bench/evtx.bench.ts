/**
 * The reader of binary event logs: a filtered query against reading the file with a checksum, its memory in a process of its own, and
 * against other readers. Only the ratios mean something: the machine may be shared.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { createEvtxReader, type EventFilter, type EvtxEvent } from '../../analyzers/grammars/evtx/evtx-reader';
import { evtxForm, generatedLog } from './event-log-generator';
import { GENERATED_IPSEC_IDS } from './generated-events';

const MIB = 1024 * 1024;
const ROUNDS = 9;
const PEER_MIB = 16;
const FILTER: EventFilter = {
  providers: ['Microsoft-Windows-Security-Auditing'],
  eventIds: GENERATED_IPSEC_IDS,
};
/** An argument that asks this program for one filtered query of a file, whose memory is then its own. */
const MEMORY = '--memory-of';

function eachPiece(path: string, take: (bytes: Buffer) => void): void {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafeSlow(MIB);
  for (;;) {
    const bytes = readSync(file, piece, 0, MIB, null);
    if (bytes === 0) break;
    take(piece.subarray(0, bytes));
  }
  closeSync(file);
}

function readWithChecksums(path: string): void {
  let sum = 0;
  eachPiece(path, (bytes) => {
    for (let at = 0; at < bytes.length; at += 65_536) sum ^= crc32(bytes.subarray(at, at + 65_536));
  });
  if (sum === 0.5) throw new Error('A checksum is a whole number.');
}

function query(path: string, filter: EventFilter, onEvent: (event: EvtxEvent) => void = () => undefined) {
  const reader = createEvtxReader(filter, onEvent);
  eachPiece(path, reader.push);
  return reader.end();
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const best = (times: readonly number[]): number => Math.min(...times);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(3)} s`;
const row = (what: string, figure: string, ratio = ''): void =>
  void process.stdout.write(`  ${what.padEnd(64)} ${figure.padStart(12)} ${ratio}\n`);

function compareWithTheLimit(): void {
  const path = generatedLog(evtxForm, 256);
  const reading: number[] = [];
  const filtered: number[] = [];
  let summary = query(path, FILTER);
  const { records, matched } = summary;
  // In turns, so that what else the machine does meets both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    reading.push(timed(() => readWithChecksums(path)));
    filtered.push(timed(() => (summary = query(path, FILTER))));
  }
  row(`256 MiB read with a checksum per 64 KiB, best of ${ROUNDS}`, seconds(best(reading)));
  const ratio = best(filtered) / best(reading);
  row(
    `filtered query: ${matched} of ${records} records`,
    seconds(best(filtered)),
    `${ratio.toFixed(2)}x of reading (at most 1.5)`,
  );
}

function measureMemory(): void {
  for (const mebibytes of [256, 1024]) {
    const path = generatedLog(evtxForm, mebibytes);
    const child = spawnSync(process.execPath, [process.argv[1] ?? '', MEMORY, path], { encoding: 'utf8' });
    row(
      `peak memory of a filtered query of ${mebibytes} MiB, own process`,
      `${child.stdout.trim()} MiB`,
      '(below 100)',
    );
  }
}

function compareWithEvtxexport(): void {
  const path = generatedLog(evtxForm, PEER_MIB);
  if (spawnSync('evtxexport', ['-V']).status !== 0) {
    row('evtxexport of libevtx', 'absent');
    return;
  }
  const peer = timed(() => void spawnSync('evtxexport', ['-f', 'xml', path], { stdio: 'ignore' }));
  const ours = best(Array.from({ length: 5 }, () => timed(() => query(path, FILTER))));
  const whole = best(Array.from({ length: 5 }, () => timed(() => query(path, {}, (event) => JSON.stringify(event)))));
  row(`evtxexport (libevtx), ${PEER_MIB} MiB, everything to XML`, seconds(peer));
  row('filtered query of the same file', seconds(ours), `${(peer / ours).toFixed(0)}x as fast (at least 20)`);
  row('everything to JSON', seconds(whole), `${(peer / whole).toFixed(0)}x as fast`);
}

interface Winevtx {
  readonly parseEvtxFile: (file: Buffer) => Iterable<{ readonly recordID: number | bigint }>;
}
interface TsEvtx {
  readonly evtx: (path: string) => { readonly toArray: () => Promise<readonly { readonly eventId?: number }[]> };
}

/** How many bytes of JSON, and how many records: both are told, as proof that the same was done. */
interface Decoded {
  readonly records: number;
  readonly bytes: number;
}

const plainNumbers = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

async function compareWithPackages(): Promise<void> {
  const path = generatedLog(evtxForm, PEER_MIB);
  const file = readFileSync(path);
  // The packages declare no types for such an import from CommonJS; what is used of them is declared above.
  const { parseEvtxFile } = (await import('winevtx')) as unknown as Winevtx;
  const { evtx } = (await import('@ts-evtx/core')) as unknown as TsEvtx;
  const times = { ours: [] as number[], winevtx: [] as number[] };
  let ours: Decoded = { records: 0, bytes: 0 };
  let theirs: Decoded = { records: 0, bytes: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(timed(() => (ours = decodeAll(file))));
    if (round >= 3) continue;
    times.winevtx.push(
      timed(() => {
        theirs = { records: 0, bytes: 0 };
        for (const record of parseEvtxFile(file)) {
          theirs = { records: theirs.records + 1, bytes: theirs.bytes + JSON.stringify(record, plainNumbers).length };
        }
      }),
    );
  }
  const start = performance.now();
  const events = await evtx(path).toArray();
  const tsEvtxBytes = JSON.stringify(events, plainNumbers).length;
  const tsEvtx = performance.now() - start;
  const fastest = Math.min(best(times.winevtx), tsEvtx);
  const right = events.filter(({ eventId }) => eventId !== undefined && eventId !== 0).length;
  row(
    `winevtx, ${PEER_MIB} MiB to JSON: ${theirs.records} records, ${theirs.bytes} bytes`,
    seconds(best(times.winevtx)),
  );
  row(`@ts-evtx/core: ${events.length} records (${right} with an event id), ${tsEvtxBytes} bytes`, seconds(tsEvtx));
  row(
    `ours: ${ours.records} records, ${ours.bytes} bytes`,
    seconds(best(times.ours)),
    `${(fastest / best(times.ours)).toFixed(1)}x the fastest (at least 5)`,
  );
}

function decodeAll(file: Buffer): Decoded {
  let bytes = 0;
  const reader = createEvtxReader({}, (event) => (bytes += JSON.stringify(event).length));
  reader.push(file);
  return { records: reader.end().records, bytes };
}

async function main(): Promise<void> {
  const asked = process.argv.indexOf(MEMORY);
  if (asked > 0) {
    query(process.argv[asked + 1] ?? '', FILTER);
    process.stdout.write((process.resourceUsage().maxRSS / 1024).toFixed(0));
    return;
  }
  row('log generated', `${(statSync(generatedLog(evtxForm, 256)).size / MIB).toFixed(0)} MiB`);
  compareWithTheLimit();
  measureMemory();
  compareWithEvtxexport();
  await compareWithPackages();
}

void main();
