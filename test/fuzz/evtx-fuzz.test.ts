/**
 * Damaged binary event logs are read without a fault. `MUTANTS=100000 npx jest test/fuzz/evtx-fuzz` reads as many, from number `FIRST_MUTANT` on; a number alone makes
 * its mutant again. All that is wrong is told at once.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readEvtx } from '../support/evtx-reading';
import { evtxMutantSource } from '../support/evtx-mutant-source';
import { mutants } from '../support/mutants';
import { type EvtxReading } from '../support/evtx-reading';
import { fullTime } from '../../analyzers/grammars/evtx/file-time';

const COUNT = Number(process.env['MUTANTS'] ?? 400);
const FIRST = Number(process.env['FIRST_MUTANT'] ?? 1);
const MAX_MILLISECONDS_EACH = 2000;
/** What may be left over from a whole run when everything that can be thrown away is. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;
/** What the process may grow by on the way: a window, an event, and what waits for the collector. */
const MAX_GROWTH_BYTES = 256 * 1024 * 1024;
/** Mutants read first, so that compiled code and the reader's tables are there before memory is measured. */
const WARM_UP = 50;
const MUTANTS_PER_SECOND = 20;

/** What holds of every reading, whatever the bytes. */
function faultsOf({ events, summary }: EvtxReading): readonly string[] {
  return [
    ...(summary.matched === events.length ? [] : ['the number of events']),
    ...(summary.records >= summary.matched && summary.records >= summary.recovered ? [] : ['the number of records']),
    ...events.flatMap((event) => [
      ...(fullTime(event.time) === event.time ? [] : ['a time']),
      ...(Number.isInteger(event.eventId) && event.eventId >= 0 ? [] : ['an event id']),
      ...(event.provider === '' ? ['a provider'] : []),
      ...(/^\d+$/.test(event.recordId) ? [] : ['a record number']),
    ]),
  ];
}

/** Bytes that are still in use once garbage is collected. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  // The collector can only be called by a name that a new context has once the flag is set.
  const collect = runInNewContext('gc') as () => void;
  collect();
  // The bytes of buffers are given back by another thread, which the next collection waits for; on a busy machine they counted as kept.
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it(
  'A damaged log never makes the reader throw, hang, grow or contradict itself',
  () => {
    const source = evtxMutantSource();
    const faults: string[] = [];
    const read = (number: number, bytes: Uint8Array): void => {
      const start = performance.now();
      try {
        const all = readEvtx(bytes);
        const filtered = readEvtx(bytes, { eventIds: [4653, 4624] }, 4095);
        faults.push(...[...faultsOf(all), ...faultsOf(filtered)].map((fault) => `${number}: ${fault}`));
      } catch (fault) {
        faults.push(`${number}: ${String(fault)}`);
      }
      const took = performance.now() - start;
      if (took > MAX_MILLISECONDS_EACH) faults.push(`${number}: ${took.toFixed(0)} ms`);
    };

    for (const [number, bytes] of mutants(source, WARM_UP, FIRST)) read(number, bytes);
    const used = bytesInUse();
    const size = process.memoryUsage().rss;
    let grown = 0;
    for (const [number, bytes] of mutants(source, COUNT, FIRST + WARM_UP)) {
      read(number, bytes);
      grown = Math.max(grown, process.memoryUsage().rss - size);
    }
    if (grown > MAX_GROWTH_BYTES) faults.push(`grown by ${grown} bytes`);
    const kept = bytesInUse() - used;
    if (kept > MAX_KEPT_BYTES) faults.push(`${kept} bytes kept`);
    expect(faults).toEqual([]);
  },
  30_000 + ((COUNT + WARM_UP) / MUTANTS_PER_SECOND) * 1000,
);
