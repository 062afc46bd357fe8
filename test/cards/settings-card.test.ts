/** The forms that open on a card: the settings of a team, and the box for an output, on a phone in each theme. */
import { type Browser } from 'playwright-core';

import {
  accessibilityFaults,
  draw,
  openPage,
  photograph,
  startChromium,
  stickingOut,
  THEMES,
} from '../support/card-browser';
import { cards } from '../support/card-examples';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const forms = [
  { name: 'settings-team', button: 'Change', label: 'Working hours, like', send: 'Save' },
  { name: 'follow-up', button: 'I ran it', label: 'Output of the command, all of it', send: 'Send output' },
];

describe.each(THEMES.flatMap((theme) => forms.map((form) => ({ theme, ...form }))))(
  'In the theme $theme the form behind $button',
  ({ theme, name, button, label, send }) => {
    it('fits on a phone and can be filled in by whoever hears it', async () => {
      const page = await openPage(browser, theme, 360);
      await draw(page, cards[name]);
      await page.getByRole('button', { name: button }).click();
      await page.getByLabel(label).fill('typed');
      await page.getByRole('button', { name: send }).waitFor();
      expect(await stickingOut(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await photograph(page, `${name}-${theme}-360-form`);
      await page.close();
    });
  },
);
