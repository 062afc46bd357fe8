/** A card with a sentence before it that says why it stands there. */
import { type AdaptiveCard } from './elements';
import { value } from './kit';
import { spoken } from './outside-text';

export function ledBy(sentence: string, card: AdaptiveCard): AdaptiveCard {
  const speak = `${spoken(sentence)} ${card.speak}`;
  return { ...card, speak, fallbackText: speak, body: [value(sentence), ...card.body] };
}
