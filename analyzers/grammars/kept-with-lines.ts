/** What the text of a line alone tells, kept for as long as its lines are: a transcript says the same again and again. */
import { type Line } from '../document';

/** Longer texts are not kept, because no two lines have them in common; nor are more than so many. */
const MAX_KEPT_CHARACTERS = 200;
const MAX_KEPT_TEXTS = 20_000;

/** `ask` must tell the same whenever it is asked of the same text. */
export function keptWithLines<Told>(ask: (text: string) => Told): (lines: readonly Line[], text: string) => Told {
  const ofLines = new WeakMap<readonly Line[], Map<string, { readonly told: Told }>>();
  return (lines, text) => {
    let kept = ofLines.get(lines);
    if (kept === undefined) {
      kept = new Map();
      ofLines.set(lines, kept);
    }
    const known = kept.get(text);
    if (known !== undefined) return known.told;
    const told = ask(text);
    if (text.length <= MAX_KEPT_CHARACTERS && kept.size < MAX_KEPT_TEXTS) kept.set(text, { told });
    return told;
  };
}
