/** Cards stay under Teams' limit whatever a diagnosis holds: evidence goes first, what to do never. */
import { type Diagnosis, type Quote } from '../../analyzers/diagnosis/diagnosis';
import { cardBytes, cardElements, type Detail, fit, MAX_CARD_BYTES, MAX_CARD_ELEMENTS } from '../../cards/fit';
import { card, value } from '../../cards/kit';
import { diagnosisCard, unreadableCard } from '../../cards/index';
import { context } from '../support/card-examples';
import { parts, texts } from '../support/card-reading';
import { failedConfirmed, needsMore, picture, upload } from '../support/diagnosis-examples';

const quotes = (count: number, length: number): readonly Quote[] =>
  Array.from({ length: count }, (_, index) => ({
    upload: 'my.txt',
    line: index + 1,
    text: `${index} ${'x y '.repeat(length / 4)}`,
  }));

/** Reasons, problems and proof of any length: more than a card can show. */
const swollen: Diagnosis = {
  ...failedConfirmed,
  steps: failedConfirmed.steps.map((verdict) => ({
    ...verdict,
    why: `${verdict.step} ${'long '.repeat(100_000)}`,
    proof: quotes(9, 400),
  })),
  causes: failedConfirmed.causes.map((cause) => ({
    ...cause,
    remedy: Array.from({ length: 6 }, (_, index) => `${index} ${'do '.repeat(900)}`),
  })),
  assumptions: Array.from({ length: 9 }, (_, index) => ({ id: String(index), text: `${index} ${'may '.repeat(900)}` })),
};

test('Eight lines of proof are shown, and how many more there are', () => {
  const card = diagnosisCard({ ...needsMore, steps: [{ ...needsMore.steps[0]!, proof: quotes(13, 8) }] }, context);
  expect(texts(card)).toContain('Proof: 13 lines');
  expect(texts(card)).toContain('5 more are in the note');
  expect(texts(card).filter((text) => text.startsWith('my.txt, line'))).toHaveLength(8);
});

test('A diagnosis with texts of any length stays below the limit, with its title, block and open group', () => {
  const card = diagnosisCard(swollen, context);
  expect(cardBytes(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
  expect(cardElements(card)).toBeLessThanOrEqual(MAX_CARD_ELEMENTS);
  expect(texts(card)).toEqual(
    expect.arrayContaining(['Infrastructure tunnel failed at main mode', 'Do this', 'Main mode: failed']),
  );
});

test('The reasons of passed steps go first, then proof beyond three lines, then the lists of closed groups', () => {
  const weights = [0, 1, 2, 3].map((fold) => folded(fold));
  expect(weights).toEqual([
    { passedReasons: true, proofLines: 8, openedLists: true },
    { passedReasons: false, proofLines: 8, openedLists: true },
    { passedReasons: false, proofLines: 3, openedLists: true },
    { passedReasons: false, proofLines: 3, openedLists: false },
  ]);
});

/** The detail of the card that is chosen when the first `fold` cards are too big. */
function folded(fold: number): Detail | undefined {
  const tried: Detail[] = [];
  fit((detail) => {
    tried.push(detail);
    return card('x', tried.length > fold ? [] : [value('x', 'None'), ...Array.from({ length: 300 }, () => value('x'))]);
  });
  return tried.at(-1);
}

test('A thousand files that could not be read are counted, not listed', () => {
  const uploads = Array.from({ length: 1000 }, (_, index) => ({ ...picture, name: `${index}.jpg` }));
  const card = unreadableCard({ uploads, diagnosis: null }, context);
  expect(texts(card)).toContain('990 more files');
  expect(cardBytes(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
});

test('A thousand parts that were not understood are counted, not listed', () => {
  const uploads = Array.from({ length: 1000 }, (_, index) =>
    upload(`${index}.txt`, { status: 'unrecognised', readings: [] }),
  );
  const card = diagnosisCard({ ...needsMore, uploads }, context);
  expect(texts(card)).toContain('1000 parts not understood');
  expect(cardBytes(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
});

test('A command is never cut, however long', () => {
  const command = `netsh trace start ${'"a path"\\'.repeat(60)}`;
  const card = diagnosisCard({ ...needsMore, next: { ...needsMore.next!, command } }, context);
  expect(parts(card.body).find(({ type }) => type === 'CodeBlock')).toMatchObject({ codeSnippet: command });
});
