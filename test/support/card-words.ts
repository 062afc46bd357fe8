/** What a person reads on a card, in order, without the parts that open only on a press. */
import { type AdaptiveCard } from '../../cards/index';

export function wordsOf(card: AdaptiveCard): string {
  return wordsIn(card.body).join('\n');
}

function wordsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  const fields = Object.entries(part).filter(
    ([name]) => name !== 'fallback' && name !== 'card' && name !== 'selectAction',
  );
  return fields.flatMap(([name, value]) =>
    ['text', 'codeSnippet', 'title'].includes(name) && typeof value === 'string' ? [value] : wordsIn(value),
  );
}

/** The case that the buttons of a card belong to. */
export function caseOf(card: AdaptiveCard): string {
  const found = /"case":"(C-\d+)"/.exec(JSON.stringify(card))?.[1];
  if (found === undefined) throw new Error('The card has no button.');
  return found;
}
