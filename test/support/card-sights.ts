/** What every drawn card must be, whatever its language: parsed, within its bounds, and accessible, closed and with every row open. */
import { type Page } from 'playwright-core';

import { accessibilityFaults, draw, openRows, stickingOut, type Theme, THEMES, WIDTHS } from './card-browser';

/** A theme and the width of a card. */
export interface CardSight {
  readonly theme: Theme;
  readonly width: (typeof WIDTHS)[number];
}

/** Every theme on a desktop and on a phone. */
export const SIGHTS: readonly CardSight[] = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));

/**
 * What an opened card is excused: the package sets aria-expanded on what was toggled instead of on the row, and a row's name is
 * fixed while its last word changes from Show to Hide, so that the name says "Show or hide".
 */
const EXCUSED = [
  /^aria-allowed-attr: .* id="[a-z]+(?:-show|-hide)?"/,
  /^label-content-name-mismatch: .* role="button"/,
];

/** Draws the card and answers each fault as "when: what"; none for a card as it should be. */
export async function drawnFaults(page: Page, card: unknown): Promise<readonly string[]> {
  const messages = (await draw(page, card)).filter((message) => !message.includes('CodeBlock'));
  const outClosed = await stickingOut(page);
  const auditClosed = await accessibilityFaults(page);
  await openRows(page);
  const outOpen = await stickingOut(page);
  const auditOpen = await accessibilityFaults(page);
  const named = (when: string, faults: readonly string[]): readonly string[] => faults.map((one) => `${when}: ${one}`);
  return [
    ...named('parsed', messages),
    ...named('closed, out of bounds', outClosed),
    ...named('closed, not accessible', auditClosed),
    ...named('opened, out of bounds', outOpen),
    ...named(
      'opened, not accessible',
      auditOpen.filter((fault) => !EXCUSED.some((excuse) => excuse.test(fault))),
    ),
  ];
}
