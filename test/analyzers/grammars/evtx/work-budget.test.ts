/** Small files that ask for endless work are given up at a named bound, and the records around them are read. */
import {
  FREE_FILE_STEPS,
  MAX_FILE_STEPS_PER_BYTE,
  MAX_RECORD_DEPTH,
  MAX_RECORD_STEPS,
} from '../../../../analyzers/grammars/evtx/work-budget';
import { eventRecord, substitution } from '../../../support/evtx-events';
import { readEvtx } from '../../../support/evtx-reading';
import { fileTimeOf, text, xml } from '../../../support/evtx-values';
import { type Element, evtxFile, type Instance, type Part, type WrittenRecord } from '../../../support/evtx-writer';

const TIME = '2026-03-04T07:30:00.0000000Z';
const good = (recordId: number): WrittenRecord =>
  eventRecord({ eventId: 4653, recordId: BigInt(recordId), time: TIME });
const times = <T>(count: number, item: T): readonly T[] => Array.from({ length: count }, () => item);

/** A record with such a value in the place of its EventData. */
function withValue(recordId: number, value: Instance | Element): WrittenRecord {
  const record = good(recordId);
  if (!('template' in record.body)) throw new Error('The record has no template.');
  const values = [...record.body.values.slice(0, -1), xml(value)];
  return { ...record, body: { template: record.body.template, values } };
}

const read = (records: readonly WrittenRecord[]) => readEvtx(evtxFile(records));

/** Values within values, each named so often by the one around it: the work is the count to the power of the levels. */
function bomb(levels: number, count: number): Instance {
  const leaf: Instance = {
    template: { id: 1000, root: { name: 'L', content: [substitution(0, 0x01)] } },
    values: [text('x')],
  };
  let inner = leaf;
  for (let level = 1; level <= levels; level += 1) {
    const content = times(count, substitution(0, 0x21));
    inner = { template: { id: 1000 + level, root: { name: `E${level}`, content } }, values: [xml(inner)] };
  }
  return { template: { id: 2000, root: { name: 'UserData', content: [substitution(0, 0x21)] } }, values: [xml(inner)] };
}

describe('A record', () => {
  it('of values within values is given up at its budget, and those around it are read', () => {
    const { events, notes, summary } = read([good(1), withValue(2, bomb(8, 30)), good(3)]);
    expect(events.map(({ recordId }) => recordId)).toEqual(['1', '3']);
    expect(notes).toEqual({ 'record-budget': 1 });
    expect(summary).toMatchObject({ records: 3, whole: false });
    expect(MAX_RECORD_STEPS).toBeLessThan(30 ** 8);
  });

  it('that names one long text again and again is given up at its budget of characters', () => {
    const content = times(2000, { name: 'Data', content: [substitution(0, 0x01)] });
    const value: Instance = {
      template: { id: 5, root: { name: 'EventData', content } },
      values: [text('x'.repeat(8000))],
    };
    const { events, notes } = read([good(1), withValue(2, value), good(3)]);
    expect(events.map(({ recordId }) => recordId)).toEqual(['1', '3']);
    expect(notes).toEqual({ 'record-budget': 1 });
  });

  it('of elements within elements is given up at their greatest depth', () => {
    const deep = (depth: number): Element =>
      depth === 0 ? { name: 'L', content: ['x'] } : { name: 'E', content: [deep(depth - 1)] };
    const allowed = read([withValue(1, { name: 'UserData', content: [deep(MAX_RECORD_DEPTH - 10)] })]);
    expect(allowed.events[0]!.userData).toHaveLength(1);
    const refused = read([good(1), withValue(2, { name: 'UserData', content: [deep(MAX_RECORD_DEPTH)] })]);
    expect(refused.events).toHaveLength(1);
    expect(refused.notes).toEqual({ 'unreadable-record': 1 });
  });
});

describe('A file', () => {
  it('whose every record is as much work as a record may be stops at its budget, and counts the rest', () => {
    const records = Array.from({ length: 60 }, (_, index) => withValue(index + 1, bomb(8, 30)));
    const { events, notes, summary } = read(records);
    expect(events).toEqual([]);
    expect(summary).toMatchObject({ records: 60, whole: false });
    expect(notes['file-budget']).toBeGreaterThan(30);
    expect((notes['record-budget'] ?? 0) * MAX_RECORD_STEPS).toBeLessThan(
      FREE_FILE_STEPS + MAX_FILE_STEPS_PER_BYTE * 2 * 65_536 + MAX_RECORD_STEPS,
    );
  });

  it('of nothing but references is bounded as well', () => {
    const parts: readonly Part[] = times(1500, { entity: 'amp' });
    const records = Array.from({ length: 40 }, (_, index): WrittenRecord => {
      const root: Element = {
        name: 'Event',
        content: [{ name: 'UserData', content: [{ name: 'E', content: parts }] }],
      };
      return { number: BigInt(index + 1), written: fileTimeOf(TIME), body: root };
    });
    const { summary } = read(records);
    expect(summary).toMatchObject({ records: 40, matched: 0, whole: false });
  });
});
