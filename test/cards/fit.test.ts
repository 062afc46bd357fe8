/** Cards stay under Teams' limit whatever a diagnosis holds: evidence goes first, what to do never. */
import { type Quote } from '../../analyzers/diagnosis/diagnosis';
import { cardBytes, cardElements, MAX_CARD_BYTES, MAX_CARD_ELEMENTS } from '../../cards/fit';
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

/** Every reason as long as a sentence may be, and much proof. */
const swollen = (reason: number) => ({
  ...failedConfirmed,
  steps: failedConfirmed.steps.map((verdict) => ({ ...verdict, why: 'long '.repeat(reason), proof: quotes(9, 400) })),
});

test('Eight lines of proof are shown, and how many more there are', () => {
  const card = diagnosisCard({ ...needsMore, steps: [{ ...needsMore.steps[0]!, proof: quotes(13, 8) }] }, context);
  expect(texts(card)).toContain('Proof: 13 lines');
  expect(texts(card)).toContain('5 more are in the note');
  expect(texts(card).filter((text) => text.startsWith('my.txt, line'))).toHaveLength(8);
});

test('A diagnosis with reasons of any length stays below the limit, with its title, block and open group', () => {
  const card = diagnosisCard(swollen(100_000), context);
  expect(cardBytes(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
  expect(cardElements(card)).toBeLessThanOrEqual(MAX_CARD_ELEMENTS);
  expect(texts(card)).toEqual(
    expect.arrayContaining(['Infrastructure tunnel failed at main mode', 'Do this', 'Main mode: failed']),
  );
});

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
