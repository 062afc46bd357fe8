/** The German cards of played stories: as they were looked at, and drawn in a real browser, where German words are longer. */
import { join } from 'node:path';

import { type Browser, type Page } from 'playwright-core';

import { type AdaptiveCard } from '../../cards/index';
import { german } from '../../cards/languages/german';
import { MAX_WORD } from '../../cards/outside-text';
import { openPage, startChromium } from '../support/card-browser';
import { drawnFaults, SIGHTS } from '../support/card-sights';
import { GERMAN_NAMES, germanExamples } from '../support/german-examples';
import { asJson, expectGolden } from '../support/golden';
import { cardSchema } from './card-schema';

let cards: Readonly<Record<string, AdaptiveCard>> = {};
let browser: Browser;
beforeAll(async () => {
  cards = await germanExamples();
  browser = await startChromium();
});
afterAll(() => browser.close());

test('Every German card has its name in the list', () => {
  expect(Object.keys(cards)).toEqual(GERMAN_NAMES);
});

describe.each(GERMAN_NAMES)('The German card %s', (name) => {
  it('is the one that was looked at', () => {
    expectGolden(join(__dirname, `golden/german-${name}.golden.json`), asJson(cards[name]));
  });

  it('is of the known elements, and says its language', () => {
    expect(cardSchema.safeParse(cards[name]).error?.issues ?? []).toEqual([]);
    expect(cards[name]?.lang).toBe('de');
  });
});

/** Another language changes words alone, and with them what fits; the colours of the other themes are audited in English. */
const LIGHT = SIGHTS.filter(({ theme }) => theme === 'light');

describe.each(LIGHT)('In the theme $theme at $width pixels', (sight) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, sight.theme, sight.width);
  });
  afterAll(() => page.close());

  it.each(GERMAN_NAMES)(
    'the German card %s stays in its bounds, closed and opened, and is accessible',
    async (name) => {
      expect(await drawnFaults(page, cards[name])).toEqual([]);
    },
  );
});

test('No German word is longer than a phone shows in one line', () => {
  const words = Object.values(german.phrases).flatMap((said) => said.split(/[\s-]+/));
  expect(words.filter((word) => word.length > MAX_WORD && !/[\\/.:{]/.test(word))).toEqual([]);
});
