/** Reads a card's JSON in tests: its texts, its buttons, its rows. */
import { type AdaptiveCard } from '../../cards/index';

/** Every object in the card, in the order in which it is drawn; fallbacks left out. */
export function parts(part: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(parts);
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.fromEntries(Object.entries(part));
  return [own, ...Object.entries(own).flatMap(([name, inner]) => (name === 'fallback' ? [] : parts(inner)))];
}

/** The texts of TextBlocks, TextRuns and CodeBlocks, in their order. */
export const texts = (card: AdaptiveCard): readonly string[] =>
  parts(card.body)
    .map((part) => part['codeSnippet'] ?? (part['type'] === 'Input.Text' ? undefined : part['text']))
    .filter((text) => typeof text === 'string');

/** The titles of the buttons with their verbs; those of the overflow menu in brackets. */
export const buttonsOf = (card: AdaptiveCard): readonly string[] =>
  parts(card.body)
    .filter((part) => part['type'] === 'ActionSet')
    .flatMap((set) => parts(set['actions']))
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.ShowCard')
    .map((action) => (action['mode'] === 'secondary' ? `[${String(action['title'])}]` : String(action['title'])));
