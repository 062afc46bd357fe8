/** What a person without a mouse, or with a screen reader, meets on a card: each stop of the tab key, by its role and name. */
import { type Page } from 'playwright-core';

import { type AdaptiveCard } from '../../cards/index';
import { parts } from './card-reading';

/** More stops than any card has: a focus that does not leave the card ends here. */
const MAX_STOPS = 60;

/**
 * Presses Tab until the focus comes back to where it was before; "button: Write note". The card itself, which the package makes a stop
 * of its own, is left out.
 */
export async function tabStops(page: Page): Promise<readonly string[]> {
  await page.evaluate<undefined>(`{
    const start = document.getElementById('card');
    start.tabIndex = -1;
    start.focus();
    start.removeAttribute('tabindex');
    window.visited = new Set();
  }`);
  const stops: string[] = [];
  for (let presses = 0; presses < MAX_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string | null>(FOCUSED);
    if (stop === null) return stops;
    if (stop !== '') stops.push(stop);
  }
  return stops;
}

/** The parts of a date are stops of one element, which counts once. axe-core computes the name as assistive technology gets it. Runs in the page. */
const FOCUSED = `(() => {
  const focused = document.activeElement;
  if (focused === null || !document.getElementById('card').contains(focused) || focused.id === 'card') return null;
  if (visited.has(focused)) return focused === window.latest ? '' : null;
  visited.add(focused);
  window.latest = focused;
  if (focused.classList.contains('ac-adaptiveCard')) return '';
  axe.setup(document.body);
  const name = axe.commons.text.accessibleText(focused);
  const role = axe.commons.aria.getRole(focused);
  axe.teardown();
  return role + ': ' + name;
})()`;

/** The stops that a card must have, from its JSON: rows and buttons in their order; the overflow menu is one button. */
export const wantedStops = (card: AdaptiveCard): readonly string[] =>
  parts(card.body.map(visible)).flatMap((part) => {
    const { selectAction, actions, type } = part;
    if (typeof type === 'string' && type.startsWith('Input.')) return [`textbox: ${String(part['label'])}`];
    if (typeof selectAction === 'object' && selectAction !== null && 'title' in selectAction) {
      return [`button: ${String(selectAction.title)}`];
    }
    if (type !== 'ActionSet' || !Array.isArray(actions)) return [];
    const buttons = (actions as readonly Readonly<Record<string, unknown>>[]).map(({ title, mode }) =>
      mode === 'secondary' ? null : `button: ${String(title)}`,
    );
    return [...buttons.filter((button) => button !== null), ...(buttons.includes(null) ? [OVERFLOW] : [])];
  });

/** The name that the package gives to the button of the overflow menu. */
const OVERFLOW = 'button: More options';

/** Without what opens only on a press. */
function visible(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(visible);
  if (typeof part !== 'object' || part === null) return part;
  if ('isVisible' in part && part.isVisible === false) return {};
  const seen = Object.entries(part).filter(([name]) => name !== 'card');
  return Object.fromEntries(seen.map(([name, inner]) => [name, visible(inner)]));
}
