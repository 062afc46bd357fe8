/** The program behind `npm run icons`. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { projectFolder } from '../bot/project-folder';
import { drawIcons } from './draw-icons';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    await drawIcons(browser, join(projectFolder(__dirname), 'manifest'));
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The icons were not drawn: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
