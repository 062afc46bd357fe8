/** What a client gets within the turn of a press. */
import { type AdaptiveCard } from '../../cards/index';

/** A card takes the place of the pressed one. */
export type PressAnswer =
  { readonly kind: 'card'; readonly card: AdaptiveCard } | { readonly kind: 'said'; readonly sentence: string };

export const said = (sentence: string): PressAnswer => ({ kind: 'said', sentence });

/** To a press of a card that a person has carried to another conversation. */
export const FOREIGN_CARD = said(
  'This card belongs to a case of another conversation. Send the output here, and I begin one.',
);
