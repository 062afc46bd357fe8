/** Cards as they are drawn: in Teams' three themes, on a desktop and on a phone, closed and with every row open, by mouse and by keyboard. */
import { type Browser, type Page } from 'playwright-core';
import {
  accessibilityFaults,
  draw,
  openPage,
  openRows,
  startChromium,
  stickingOut,
  type Theme,
  THEMES,
  WIDTHS,
} from '../support/card-browser';
import { cards } from '../support/card-examples';
import { tabStops, wantedStops } from '../support/card-keyboard';
import { cardPictures, isPictured } from '../support/card-pictures';

/**
 * What an opened card is excused: the package sets aria-expanded on what was toggled instead of on the row, and a row's name is
 * fixed while its last word changes from Show to Hide, so that the name says "Show or hide".
 */
const EXCUSED = [
  /^aria-allowed-attr: .* id="[a-z]+(?:-show|-hide)?"/,
  /^label-content-name-mismatch: .* role="button"/,
];

/**
 * An audit by axe takes most of the time. Themes differ in colours alone, all of which an opened card has, and what a width changes is the
 * same in each: so every theme is audited on the phone with every row open, and the light one at both widths and closed too.
 */
const isClosedAudited = (theme: Theme, width: number): boolean => theme === 'light' && width === 360;
const isOpenAudited = (theme: Theme, width: number): boolean => theme === 'light' || width === 360;

const pictures = cardPictures();
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  pictures.finish();
});

const sights = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));

describe.each(sights)('in the theme $theme at $width pixels', ({ theme, width }) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, theme, width);
  });
  afterAll(() => page.close());

  test.each(Object.keys(cards))('the card %s is parsed, stays in its bounds and is accessible', async (name) => {
    const messages = await draw(page, cards[name]);
    expect(messages.filter((message) => !message.includes('CodeBlock'))).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    if (isClosedAudited(theme, width)) expect(await accessibilityFaults(page)).toEqual([]);
    await openRows(page);
    expect(await stickingOut(page)).toEqual([]);
    if (!isOpenAudited(theme, width)) return;
    expect((await accessibilityFaults(page)).filter((fault) => !EXCUSED.some((excuse) => excuse.test(fault)))).toEqual(
      [],
    );
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
