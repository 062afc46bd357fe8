/**
 * The server while a large event log is analysed in the worker pool: the delay of its event loop, and the memory of a process that reads a log
 * out of a zip at two sizes. Fails where the delay at the 99th percentile reaches 50 ms, or the memory grows with the log.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, crc32 } from 'node:zlib';
import { build } from 'esbuild';
import { analyse } from '../../analyzers/index';
import { fileSource } from '../../bot/file-source';
import { createAnalysisPool } from '../../bot/workers/analysis-pool';
import { zipAround } from '../support/zip';
import { evtxForm, generatedLog } from './event-log-generator';

const MEBIBYTES = Number(process.env['BENCH_MEBIBYTES'] ?? 256);
const MAX_DELAY_MS = 50;
/** What a log of twice the size may take more: nothing that grows with it. */
const MAX_GROWTH_MEBIBYTES = 40;
const MIB = 1024 * 1024;
const AT = '2026-11-24T12:00:00Z';

if (process.argv[2] === 'read') await0(readAlone(process.argv[3] ?? ''));
else await0(main());

/** The bundle is CommonJS, which has no await at its top. */
function await0(work: Promise<void>): void {
  work.catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}

/** In a process of its own: reads one upload and prints the most memory that it ever had. */
async function readAlone(path: string): Promise<void> {
  const { diagnosis } = await analyse([fileSource({ name: path, path, size: statSync(path).size })], { at: AT });
  const { status, readings } = diagnosis.uploads[0] ?? { status: 'none', readings: [] };
  const [reading] = readings;
  if (reading === undefined) throw new Error(`${path} was not read: ${status}.`);
  const { total, matched } = reading.data as { readonly total: number; readonly matched: number };
  process.stdout.write(JSON.stringify({ rss: process.resourceUsage().maxRSS / 1024, total, matched }));
}

async function main(): Promise<void> {
  const log = generatedLog(evtxForm, MEBIBYTES);
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  try {
    const loop = await delayWhileAnalysed(log, folder);
    const [small, large] = [await zipped(generatedLog(evtxForm, MEBIBYTES / 2)), await zipped(log)];
    const [half, whole, bare] = [memoryOf(small), memoryOf(large), memoryOf(log)];
    const rows = [
      `event loop of the server, a log of ${MEBIBYTES} MiB in a worker (${cpus().length} cores, ${loop.seconds.toFixed(1)} s):`,
      `  p99 ${loop.p99.toFixed(1)} ms, most ${loop.max.toFixed(1)} ms; idle p99 ${loop.idle.toFixed(1)} ms; ratio ${(loop.p99 / loop.idle).toFixed(2)}`,
      `memory of a process that reads a log (most RSS):`,
      `  ${MEBIBYTES} MiB bare ${bare.rss.toFixed(0)} MiB, in a zip ${whole.rss.toFixed(0)} MiB; ${MEBIBYTES / 2} MiB in a zip ${half.rss.toFixed(0)} MiB`,
      `  events ${whole.total}, of IPsec ${whole.matched}`,
    ];
    process.stdout.write(`${rows.join('\n')}\n`);
    const wrong = [
      ...(loop.p99 < MAX_DELAY_MS ? [] : [`the delay of the event loop is ${loop.p99.toFixed(1)} ms`]),
      ...(whole.rss - half.rss < MAX_GROWTH_MEBIBYTES ? [] : ['the memory grows with the log']),
      ...(whole.total === bare.total && whole.matched === bare.matched ? [] : ['the zip holds other events']),
    ];
    if (wrong.length > 0) throw new Error(`Not held: ${wrong.join('; ')}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LoopDelay {
  readonly p99: number;
  readonly max: number;
  readonly idle: number;
  readonly seconds: number;
}

async function delayWhileAnalysed(path: string, folder: string): Promise<LoopDelay> {
  const workerFile = join(folder, 'analysis-worker.cjs');
  const entry = join(__dirname, '../../bot/workers/analysis-worker.ts');
  // In a folder of its own, so without the packages beside it.
  await build({
    entryPoints: [entry],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  const pool = createAnalysisPool({ workerFile, size: 1 });
  await pool.analyse([], { at: AT });
  const idle = monitorEventLoopDelay({ resolution: 10 });
  idle.enable();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  idle.disable();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const begun = performance.now();
  delay.enable();
  const upload = { name: 'Security.evtx', path, size: statSync(path).size };
  const { diagnosis } = await pool.analyse([upload], { at: AT }, { onProgress: () => undefined });
  delay.disable();
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  if (diagnosis.uploads[0]?.readings.length !== 1) throw new Error('The log was not read.');
  // The histogram counts the whole interval between two ticks, of which `resolution` was meant.
  const over = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - 10);
  return {
    p99: over(delay.percentile(99)),
    max: over(delay.max),
    idle: Math.max(0.1, over(idle.percentile(99))),
    seconds,
  };
}

/** A zip of one log beside it, made once, without holding the log. */
async function zipped(path: string): Promise<string> {
  const archive = `${path}.zip`;
  if (existsSync(archive)) return archive;
  const packed = `${archive}.part`;
  let sum = 0;
  const source = createReadStream(path, { highWaterMark: MIB });
  source.on('data', (piece) => (sum = crc32(piece, sum)));
  await pipeline(source, createDeflateRaw({ level: 1 }), createWriteStream(packed));
  const truth = { size: statSync(path).size, packedSize: statSync(packed).size, sum, stored: false };
  writeFileSync(archive, zipAround('Security.evtx', readFileSync(packed), truth));
  rmSync(packed);
  return archive;
}

function memoryOf(path: string): { readonly rss: number; readonly total: number; readonly matched: number } {
  const { stdout, status, stderr } = spawnSync(process.execPath, [__filename, 'read', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof memoryOf>;
}
