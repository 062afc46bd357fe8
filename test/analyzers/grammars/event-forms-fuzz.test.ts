/** Damaged exports of every form are read without a crash and without a hang, and the same however they come in pieces. */
import { MAX_EVENTS } from '../../../analyzers/grammars/found-events';
import { type LogForm } from '../../bench/event-log-generator';
import { GENERATED_IPSEC_IDS, generatedEvents } from '../../bench/generated-events';
import { corpusFiles } from '../../support/corpus';
import {
  clixmlForm,
  eventViewerCsvForm,
  formatListForm,
  powershellCsvForm,
  powershellJsonForm,
  wevtutilTextForm,
  wevtutilXmlForm,
} from '../../support/event-form-writers';
import { eventLogOf } from '../../support/event-log-reading';
import { mutant, mutants, type MutantSource } from '../../support/mutants';
import { seededRandom } from '../../support/seeded-random';

const MUTANTS = 800;
const SPLIT_MUTANTS = 100;
const EVENTS_OF_EACH = 6;
/** Of the processor, not of the clock: other work on the machine is no hang of the reader. */
const MAX_MILLISECONDS = 2000;
const TEST_MILLISECONDS = 180_000;

const FORMS: readonly (() => LogForm)[] = [
  wevtutilXmlForm,
  eventViewerCsvForm,
  powershellCsvForm,
  powershellJsonForm,
  wevtutilTextForm,
  formatListForm,
  clixmlForm,
];

/** The first events of IPsec and the first others, in their order. */
function sample(form: () => LogForm): Uint8Array {
  const writer = form();
  const pieces = [writer.begin()];
  const left = { ipsec: EVENTS_OF_EACH, other: EVENTS_OF_EACH };
  for (const event of generatedEvents({ ipsecPer10000: 2000 })) {
    const kind = GENERATED_IPSEC_IDS.includes(event.eventId) ? 'ipsec' : 'other';
    if (left[kind] > 0) pieces.push(writer.event(event));
    left[kind] -= 1;
    if (left.ipsec <= 0 && left.other <= 0) break;
  }
  return Buffer.concat([...pieces, writer.end().rest]);
}

const written = FORMS.map(sample);
/** The corpus has other layouts, languages and encodings of the same forms. */
const exported = corpusFiles('evtx/exports').filter(({ name }) => !/\.(?:jsonl|md)$/.test(name));
const source: MutantSource = {
  samples: [...written, ...exported.map(({ bytes }) => bytes)],
  words: [
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">',
    '</Event>',
    '<Event>',
    '</System>',
    '<![CDATA[',
    '<!--',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '</Objs>',
    '<Obj RefId="0">',
    '</Obj>',
    '"',
    '""',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '{"Id":4653,',
    '\r\n',
    '\n',
    '\r',
    ',',
    '\t',
    'Event[0]:\n  Log Name: Security\n',
    'Message : ',
    'Failure Reason:\t',
    '4653',
    '_x000D_',
    '\ufeff',
  ],
};

describe('A damaged export', () => {
  it(
    `neither crashes nor holds up its reader, in ${MUTANTS} of them`,
    () => {
      let read = 0;
      for (const [number, bytes] of mutants(source, MUTANTS)) {
        const before = process.cpuUsage();
        const log = eventLogOf(bytes);
        const { user, system } = process.cpuUsage(before);
        const milliseconds = (user + system) / 1000;
        if (milliseconds > MAX_MILLISECONDS) throw new Error(`Mutant ${number} took ${milliseconds} ms.`);
        if (log === null) continue;
        read += 1;
        expect(log.events.length).toBe(Math.min(log.matched, MAX_EVENTS));
        expect(log.matched).toBeLessThanOrEqual(log.total);
        expect(log.events.every(({ event }) => Number.isInteger(event.eventId))).toBe(true);
      }
      // Most mutants keep their beginning, so most must be read.
      expect(read).toBeGreaterThan(MUTANTS / 2);
    },
    TEST_MILLISECONDS,
  );

  it(
    `is read the same in pieces of any size, in ${SPLIT_MUTANTS} of them`,
    () => {
      for (let number = 1; number <= SPLIT_MUTANTS; number += 1) {
        const bytes = mutant(source, number);
        const random = seededRandom(number);
        const pieceSize = (): number => 1 + random.below(random.below(2) === 0 ? 8 : 8192);
        expect([number, eventLogOf(bytes, { pieceSize })]).toEqual([number, eventLogOf(bytes)]);
      }
    },
    TEST_MILLISECONDS,
  );

  it.each(FORMS.map((form, index) => [form().ending, index] as const))(
    'was read whole before it was damaged: %s',
    (_, index) => {
      const log = eventLogOf(written[index]!)!;
      const ipsec = log.events.map(({ event }) => Object.keys(event.data).length);
      expect(log).toMatchObject({ total: 2 * EVENTS_OF_EACH, matched: EVENTS_OF_EACH, whole: true });
      expect(log.problems.filter(({ code }) => code !== 'ambiguous-date')).toEqual([]);
      expect(Math.min(...ipsec)).toBeGreaterThan(2);
    },
  );
});
