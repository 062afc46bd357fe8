/** Draws the icons of the app from their SVG sources in a headless Chromium: `npm run icons` writes what the package has in it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { PNG } from 'pngjs';

export interface IconKind {
  /** The names of its files, without the ending. */
  readonly name: 'color' | 'outline';
  /** Width and height in pixels (Microsoft Learn, "App icons"). */
  readonly size: number;
}

export const ICONS: readonly IconKind[] = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

/** The PNG of one icon. `folder` has the SVG sources. */
export async function drawnIcon(browser: Browser, folder: string, { name, size }: IconKind): Promise<Buffer> {
  const source = await readFile(join(folder, `${name}.svg`), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  try {
    await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${source}`);
    const drawn = await page.screenshot({ omitBackground: true });
    return name === 'outline' ? whiteOnly(drawn) : drawn;
  } finally {
    await page.close();
  }
}

export async function drawIcons(browser: Browser, folder: string): Promise<void> {
  for (const icon of ICONS) await writeFile(join(folder, `${icon.name}.png`), await drawnIcon(browser, folder, icon));
}

/** Half-covered pixels of an edge come back a shade off white, which Teams refuses: only their transparency is kept. */
function whiteOnly(drawn: Buffer): Buffer {
  const image = PNG.sync.read(drawn);
  for (let at = 0; at < image.data.length; at += 4) image.data.fill(0xff, at, at + 3);
  return PNG.sync.write(image);
}
