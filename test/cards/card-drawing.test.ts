/** Cards as they are drawn: in Teams' three themes, on a desktop and on a phone, closed and with every row open. */
import { type Browser, type Page } from 'playwright-core';
import {
  accessibilityFaults,
  draw,
  openPage,
  openRows,
  photograph,
  startChromium,
  stickingOut,
  THEMES,
  WIDTHS,
} from '../support/card-browser';
import { cards } from '../support/card-examples';

/**
 * What an opened card is excused: the package sets aria-expanded on what was toggled instead of on the row, and a row's name is
 * fixed while its last word changes from Show to Hide, so that the name says "Show or hide".
 */
const EXCUSED = [
  /^aria-allowed-attr: .* id="[a-z]+(?:-show|-hide)?"/,
  /^label-content-name-mismatch: .* role="button"/,
];

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

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
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `${name}-${theme}-${width}`);
    await openRows(page);
    expect(await stickingOut(page)).toEqual([]);
    expect((await accessibilityFaults(page)).filter((fault) => !EXCUSED.some((excuse) => excuse.test(fault)))).toEqual(
      [],
    );
    await photograph(page, `${name}-${theme}-${width}-open`);
  });
});
