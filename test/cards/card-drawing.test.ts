/** Cards as they are drawn: in Teams' three themes, on a desktop and on a phone, closed and with every row open, by mouse and by keyboard. */
import { type Browser, type Page } from 'playwright-core';
import { draw, openPage, startChromium, THEMES } from '../support/card-browser';
import { cards } from '../support/card-examples';
import { tabStops, wantedStops } from '../support/card-keyboard';
import { cardPictures, isPictured } from '../support/card-pictures';
import { drawnFaults, SIGHTS } from '../support/card-sights';

const pictures = cardPictures();
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  pictures.finish();
});

describe.each(SIGHTS)('in the theme $theme at $width pixels', (sight) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, sight.theme, sight.width);
  });
  afterAll(() => page.close());

  test.each(Object.keys(cards))('the card %s is parsed, stays in its bounds and is accessible', async (name) => {
    expect(await drawnFaults(page, cards[name])).toEqual([]);
  });
});

describe.each(THEMES)('On a phone in the theme %s', (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, theme, 360);
  });
  afterAll(() => page.close());

  test.each(Object.keys(cards).filter((name) => isPictured(name, theme)))(
    'the card %s looks as it did when it was looked at',
    async (name) => {
      await draw(page, cards[name]);
      await pictures.compare(page, `${name}-${theme}`);
    },
  );
});

test('A button whose words are cut is seen, and so is a word that leaves the card', async () => {
  const page = await openPage(browser, 'light', 360);
  const faultsOf = (part: unknown) => drawnFaults(page, { ...cards['message'], body: [part] });
  const actions = [{ type: 'Action.Execute', title: 'Words that no phone has room for in one button' }];
  const inlines = [{ type: 'TextRun', text: 'x'.repeat(100) }];
  expect(await faultsOf({ type: 'ActionSet', actions })).toContainEqual(expect.stringContaining('out of bounds: <div'));
  expect(await faultsOf({ type: 'RichTextBlock', inlines })).toContainEqual(expect.stringContaining('<span'));
  await page.close();
});

test('A card is drawn on an empty page, though the card before it had its menu open', async () => {
  const page = await openPage(browser, 'light', 360);
  const menus = page.getByRole('menu');
  await draw(page, cards['diagnosis-failed']);
  await page.getByRole('button', { name: 'More options' }).click();
  expect(await menus.count()).toBe(1);
  await draw(page, cards['diagnosis-failed']);
  expect(await menus.count()).toBe(0);
  await page.close();
});

test('No picture is kept of a card that is gone', () => {
  expect(pictures.unused()).toEqual([]);
});

describe('By keyboard', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, 'light', 360);
  });
  afterAll(() => page.close());

  test.each(Object.entries(cards))(
    'every row and button of the card %s is reached, by its name',
    async (_name, card) => {
      await draw(page, card);
      expect(await tabStops(page)).toEqual(wantedStops(card));
    },
  );

  test('a row opens by Enter and closes by the space bar', async () => {
    await draw(page, cards['diagnosis-failed']);
    const proof = page.locator('#proof');
    await page.getByRole('button', { name: /^Proof: / }).focus();
    await page.keyboard.press('Enter');
    await proof.waitFor({ state: 'visible' });
    await page.keyboard.press('Space');
    await proof.waitFor({ state: 'hidden' });
  });

  test('the overflow menu opens by Enter, and its entries are reached', async () => {
    await draw(page, cards['diagnosis-failed-open']);
    await page.getByRole('button', { name: 'More options' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Not this' }).waitFor();
  });
});
