/** What every drawn card must be, whatever its language: parsed, within its bounds, and accessible, closed and with every row open. */
import { type Page } from 'playwright-core';

import { accessibilityFaults, draw, openRows, stickingOut, type Theme, THEMES, WIDTHS } from './card-browser';

/** A theme and the width of a card. */
export interface CardSight {
  readonly theme: Theme;
  readonly width: (typeof WIDTHS)[number];
}

/** Every theme on a phone, and the light one on a desktop too: themes differ in colours alone, which no width changes. */
export const SIGHTS: readonly CardSight[] = THEMES.flatMap((theme) =>
  WIDTHS.filter((width) => theme === 'light' || width === 360).map((width) => ({ theme, width })),
);

/**
 * What an opened card is excused: the package sets aria-expanded on what was toggled instead of on the row, and a row's name is
 * fixed while its last word changes from Show to Hide, so that the name says "Show or hide".
 */
const EXCUSED = [
  /^aria-allowed-attr: .* id="[a-z]+(?:-show|-hide)?"/,
  /^label-content-name-mismatch: .* role="button"/,
];

/**
 * An audit by axe takes most of the time. Themes differ in colours alone, all of which an opened card has, and a width in where things stand: so the
 * light card on the phone is asked everything, closed and with every row open, and the others what is not the same there.
 */
const rulesOf = ({ theme, width }: CardSight): readonly string[] | undefined => {
  if (theme !== 'light') return ['color-contrast', 'link-in-text-block'];
  return width === 360 ? undefined : ['target-size', 'scrollable-region-focusable'];
};
const isClosedAudited = ({ theme, width }: CardSight): boolean => theme === 'light' && width === 360;

/** Draws the card on a page of this sight, and answers each fault as "when: what"; none for a card as it should be. */
export async function drawnFaults(page: Page, card: unknown, sight: CardSight): Promise<readonly string[]> {
  const messages = (await draw(page, card)).filter((message) => !message.includes('CodeBlock'));
  const outClosed = await stickingOut(page);
  const auditClosed = isClosedAudited(sight) ? await accessibilityFaults(page) : [];
  await openRows(page);
  const outOpen = await stickingOut(page);
  const auditOpen = await accessibilityFaults(page, rulesOf(sight));
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
