/** The gallery: every card with example values, in Teams' three themes, on a desktop and on a phone, closed and opened, on one page. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { draw, openPage, openRows, startChromium, THEMES, WIDTHS } from '../../support/card-browser';
import { EXAMPLES } from '../../support/card-examples';
import { germanExamples } from '../../support/german-examples';
import { galleryPage, type Sight } from './gallery-page';

const folder = join(process.cwd(), '.screenshots/gallery');

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sights: Sight[] = [];
  const german = Object.entries(await germanExamples()).map(([name, card]) => [`german-${name}`, card] as const);
  const all = { ...EXAMPLES, inLanguage: Object.fromEntries(german) };
  const browser = await startChromium();
  try {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        const page = await openPage(browser, theme, width);
        for (const [made, examples] of Object.entries(all)) {
          for (const [name, card] of Object.entries(examples)) {
            await draw(page, card);
            const file = `${name}-${theme}-${width}.png`;
            await page.locator('#card').screenshot({ path: join(folder, file) });
            sights.push({ made, name, theme, width, file, opened: false });
            if (!JSON.stringify(card).includes('Action.ToggleVisibility')) continue;
            await openRows(page);
            const opened = `${name}-${theme}-${width}-open.png`;
            await page.locator('#card').screenshot({ path: join(folder, opened) });
            sights.push({ made, name, theme, width, file: opened, opened: true });
          }
        }
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  const index = join(folder, 'index.html');
  writeFileSync(index, galleryPage(sights));
  process.stdout.write(`${sights.length} pictures: file://${index}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
