/** Keeps a card under Teams' size limit: it is weighed, and evidence is folded until it fits. */
import { type AdaptiveCard } from './elements';

/** Teams refuses a message of about 100 KB, counted as UTF-16; 80 KB leaves room for the activity around the card. */
export const MAX_CARD_BYTES = 80 * 1024;
/** A card of more elements takes a phone visibly long to draw. */
export const MAX_CARD_ELEMENTS = 250;

/** How much of the evidence a card shows; title, block and open group are never cut. */
export interface Detail {
  /** The reasons of passed steps in groups that are closed at first. */
  readonly passedReasons: boolean;
  /** How many lines of proof. */
  readonly proofLines: number;
  /** Whether closed groups have a list to open. */
  readonly openedLists: boolean;
}

/** The card with the most detail that fits; the one with the least where none does. */
export function fit(build: (detail: Detail) => AdaptiveCard): AdaptiveCard {
  for (const detail of DETAILS) {
    const card = build(detail);
    if (fits(card)) return card;
  }
  return build(LEAST);
}

/** Everything first, then less and less. */
const DETAILS: readonly Detail[] = [
  { passedReasons: true, proofLines: 8, openedLists: true },
  { passedReasons: false, proofLines: 8, openedLists: true },
  { passedReasons: false, proofLines: 3, openedLists: true },
  { passedReasons: false, proofLines: 3, openedLists: false },
];
const LEAST: Detail = { passedReasons: false, proofLines: 0, openedLists: false };

const fits = (card: AdaptiveCard): boolean =>
  cardBytes(card) <= MAX_CARD_BYTES && cardElements(card) <= MAX_CARD_ELEMENTS;

/** What Teams weighs: the JSON as UTF-16, in bytes. */
export const cardBytes = (card: unknown): number => JSON.stringify(card).length * 2;

/** Everything that is drawn: objects with a type, without the runs of a text, actions and fallbacks. */
export function cardElements(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  let sum = 'type' in part && isDrawn(part.type) ? 1 : 0;
  const fallback = 'fallback' in part ? part.fallback : null;
  // Objects alone are gone into: most of what a card has are its words and looks.
  for (const inner of Object.values(part)) {
    if (typeof inner === 'object' && inner !== fallback) sum += cardElements(inner);
  }
  return sum;
}

const isDrawn = (type: unknown): boolean =>
  typeof type === 'string' && !type.startsWith('TextRun') && !type.startsWith('Action.');
