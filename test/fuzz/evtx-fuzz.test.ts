/**
 * Damaged binary event logs are read without a fault. `MUTANTS=100000 npx jest test/fuzz/evtx-fuzz` reads as many, from number `FIRST_MUTANT` on; a number alone makes
 * its mutant again.
 */
import { readEvtx } from '../support/evtx-reading';
import { evtxMutantSource } from '../support/evtx-mutant-source';
import { mutants } from '../support/mutants';
import { type EvtxReading } from '../support/evtx-reading';
import { fullTime } from '../../analyzers/grammars/evtx/file-time';

const COUNT = Number(process.env['MUTANTS'] ?? 1500);
const FIRST = Number(process.env['FIRST_MUTANT'] ?? 1);
const MAX_MILLISECONDS_EACH = 2000;
const MAX_GROWTH_BYTES = 64 * 1024 * 1024;
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

it(
  'A damaged log never makes the reader throw, hang, grow or contradict itself',
  () => {
    const source = evtxMutantSource();
    const faults: string[] = [];
    let slowest = 0;
    let grown = 0;
    for (const [number, bytes] of mutants(source, COUNT, FIRST)) {
      const start = performance.now();
      try {
        const all = readEvtx(bytes);
        const filtered = readEvtx(bytes, { eventIds: [4653, 4624] }, 4095);
        faults.push(...[...faultsOf(all), ...faultsOf(filtered)].map((fault) => `${number}: ${fault}`));
      } catch (fault) {
        faults.push(`${number}: ${String(fault)}`);
      }
      slowest = Math.max(slowest, performance.now() - start);
      if (number === FIRST + 200) grown = process.memoryUsage().rss;
    }
    expect(faults).toEqual([]);
    expect(slowest).toBeLessThan(MAX_MILLISECONDS_EACH);
    if (grown > 0 && COUNT >= 10_000) expect(process.memoryUsage().rss - grown).toBeLessThan(MAX_GROWTH_BYTES);
  },
  30_000 + (COUNT / MUTANTS_PER_SECOND) * 1000,
);
