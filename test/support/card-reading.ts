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

/** How many steps the card accounts for: those that are named with their outcome, and those that a healthy card counts. */
export function stepsAccountedFor(card: AdaptiveCard): number {
  const lines = texts(card);
  const listed = lines.flatMap((line) => NAMED.exec(line)?.[1]?.split(', ') ?? []);
  const counted = lines.map((line) => Number(COUNTED.exec(line)?.[1] ?? 0)).reduce((sum, count) => sum + count, 0);
  const isHealthy = lines.includes('If an application still fails');
  // The line of an intranet tunnel that does not apply stands for its three steps.
  const whole = lines.includes('Intranet tunnel: not applicable') ? 2 : 0;
  return listed.length + whole + (isHealthy ? counted : 0);
}

const NAMED = /^([A-Z][^:.]*): (?:passed|failed|unknown|unreadable|waiting|not applicable)$/;
const COUNTED = /^(?:Before the tunnels|Infrastructure tunnel|Tunnel|Intranet tunnel|Security): (\d+) passed$/;

/** The titles of the buttons with their verbs; those of the overflow menu in brackets. */
export const buttonsOf = (card: AdaptiveCard): readonly string[] =>
  parts(card.body)
    .filter((part) => part['type'] === 'ActionSet')
    .flatMap((set) => parts(set['actions']))
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.ShowCard')
    .map((action) => (action['mode'] === 'secondary' ? `[${String(action['title'])}]` : String(action['title'])));
