/** The icons of the app are what their sources draw, so that none is changed in one place only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

import { drawnIcon, ICONS } from '../../manifest/draw-icons';
import { startChromium } from '../support/card-browser';

const FOLDER = join(__dirname, '../../manifest');
/** Another Chromium may shade the pixels of an edge a little otherwise. */
const SHADE = 24;

it('are drawn again as they are kept', async () => {
  const browser = await startChromium();
  try {
    for (const icon of ICONS) {
      const kept = PNG.sync.read(readFileSync(join(FOLDER, `${icon.name}.png`)));
      const drawn = PNG.sync.read(await drawnIcon(browser, FOLDER, icon));
      expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
      const others = drawn.data.filter((value, at) => Math.abs(value - (kept.data[at] ?? 0)) > SHADE);
      expect(others).toHaveLength(0);
    }
  } finally {
    await browser.close();
  }
});
