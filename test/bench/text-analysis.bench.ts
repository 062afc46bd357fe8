/**
 * What the analysis of a large text costs beside reading and decoding the same file: a transcript of 20 MB with prompts, the same outputs
 * without prompts, and a listing of 25 MB. Rounds are interleaved, the medians compared; the decoding alone is the product's own. All of
 * them are ASCII, which is hardly decoded at all, so that the ratio is the hardest; the transcript stands beside them as `>` of Windows
 * PowerShell writes it, in UTF-16. For an outside measure there is the platform's TextDecoder.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { analyse } from '../../analyzers/index';
import { decode } from '../../analyzers/intake/decode';
import { barePrints, endlessListing, promptedTranscript } from './transcripts';

const MEGABYTE = 1024 * 1024;
const ROUNDS = 5;
const AT = '2026-11-24T12:00:00Z';

const FILES = [
  ['transcript with prompts', promptedTranscript(20 * MEGABYTE)],
  ['transcript with prompts, in UTF-16', inUtf16(promptedTranscript(10 * MEGABYTE))],
  ['outputs without prompts', barePrints(20 * MEGABYTE)],
  ['one SA listing', endlessListing(25 * MEGABYTE)],
] as const;

const WAYS: Readonly<Record<string, (path: string) => unknown>> = {
  'TextDecoder, strict': (path) => decodedStrictly(readFileSync(path)),
  'decoded by the product': (path) => decode(readFileSync(path), path),
  analysed: (path) => analyse([{ name: path, bytes: readFileSync(path) }], { at: AT }),
};

function inUtf16(text: Buffer): Buffer {
  return Buffer.from(`\ufeff${text.toString('utf8')}`, 'utf16le');
}

const decodedStrictly = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  for (const [title, bytes] of FILES) {
    const path = join(folder, 'transcript.txt');
    writeFileSync(path, bytes);
    const times = new Map(Object.keys(WAYS).map((way) => [way, [] as number[]]));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [way, work] of Object.entries(WAYS)) {
        const begun = performance.now();
        await work(path);
        if (round > 0) times.get(way)?.push(performance.now() - begun); // the first round warms up
      }
    }
    const medians = [...times].map(([way, taken]) => [way, median(taken)] as const);
    const [, decoded] = medians[1] ?? ['', 0];
    process.stdout.write(`${title}, ${(bytes.length / MEGABYTE).toFixed(1)} MB\n`);
    for (const [way, ms] of medians) {
      process.stdout.write(
        `  ${way.padEnd(30)} ${ms.toFixed(0).padStart(6)} ms   ${(ms / decoded).toFixed(2)} of the decoding\n`,
      );
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

void measure();
