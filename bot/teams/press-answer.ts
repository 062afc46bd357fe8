/** What a client gets within the turn of a press. */
import { type AdaptiveCard } from '../../cards/index';

/** A card takes the place of the pressed one. */
export type PressAnswer =
  { readonly kind: 'card'; readonly card: AdaptiveCard } | { readonly kind: 'said'; readonly sentence: string };

export const said = (sentence: string): PressAnswer => ({ kind: 'said', sentence });
