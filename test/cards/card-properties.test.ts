/** What holds for the card of every diagnosis, whatever its outcomes are. */
import fc from 'fast-check';
import { type Diagnosis, type Outcome, STEP_IDS } from '../../analyzers/diagnosis/diagnosis';
import { cardBytes, MAX_CARD_BYTES } from '../../cards/fit';
import { diagnosisCard, ticketNote } from '../../cards/index';
import { textView } from '../../bot/terminal/text-view';
import { context } from '../support/card-examples';
import { parts, stepsAccountedFor } from '../support/card-reading';
import { diagnosis, failedConfirmed, nobody, sasCommand } from '../support/diagnosis-examples';
import { cardSchema } from './card-schema';

const outcomes: readonly Outcome[] = ['passed', 'failed', 'unknown', 'unreadable', 'waiting', 'not-applicable'];

const anyDiagnosis: fc.Arbitrary<Diagnosis> = fc
  .record({
    judged: fc.tuple(
      ...STEP_IDS.map(() => fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom(nobody, 'It is so.', ''))),
    ),
    healthy: fc.boolean(),
    next: fc.constantFrom(null, sasCommand),
    then: fc.constantFrom([], [sasCommand]),
    causes: fc.constantFrom([], failedConfirmed.causes),
    computer: fc.constantFrom(null, 'CLIENT1'),
  })
  .map(({ judged, healthy, ...more }) => {
    const made = diagnosis(Object.fromEntries(STEP_IDS.map((step, index) => [step, judged[index]])), more);
    const failed = made.failedStep === null ? 'inconclusive' : 'failed';
    return healthy ? { ...made, outcome: 'healthy', failedStep: null } : { ...made, outcome: failed };
  });

test('It has the known form, every step once, at most one block to do, and a size that Teams takes', () => {
  fc.assert(
    fc.property(anyDiagnosis, (made) => {
      const card = diagnosisCard(made, context);
      expect(cardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
      expect(stepsAccountedFor(card)).toBe(20);
      expect(parts(card.body).filter(({ style }) => style === 'emphasis').length).toBeLessThanOrEqual(1);
      expect(cardBytes(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    }),
  );
});

test('The note and the terminal have something to say of every diagnosis', () => {
  fc.assert(
    fc.property(anyDiagnosis, (made) => {
      expect(ticketNote(made)).toMatch(/^\S/);
      expect(textView(made, { columns: 80, colours: false })).toMatch(/^\S .*\n/);
    }),
  );
});
