/** Every card against its golden, against the schema of what may be used, and against Teams' size. */
import { join } from 'node:path';
import { MAX_CARD_BYTES } from '../../cards/index';
import { cardBytes, cardElements, MAX_CARD_ELEMENTS } from '../../cards/fit';
import { cards } from '../support/card-examples';
import { asJson, expectGolden } from '../support/golden';
import { cardSchema } from './card-schema';

describe.each(Object.entries(cards))('the card %s', (name, card) => {
  test('is the one that was looked at', () => {
    expectGolden(join(__dirname, `golden/${name}.golden.json`), asJson(card));
  });

  test('uses the known elements and nothing else', () => {
    expect(cardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
  });

  test('is far below the size that Teams takes', () => {
    expect(cardBytes(card)).toBeLessThan(MAX_CARD_BYTES);
    expect(cardElements(card)).toBeLessThanOrEqual(MAX_CARD_ELEMENTS);
  });
});

test('the schema finds an element that Teams is not known to draw', () => {
  const planted = { ...cards['welcome']!, body: [{ type: 'Table', columns: [], rows: [] }] };
  expect(cardSchema.safeParse(planted).success).toBe(false);
});
