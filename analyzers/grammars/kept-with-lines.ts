/** What the text of a line alone tells, kept for as long as its lines are: a transcript says the same again and again. */
import { type LineText } from '../document';

/** Longer texts are not kept, because no two lines have them in common; nor are more than so many. */
const MAX_KEPT_CHARACTERS = 200;
const MAX_KEPT_TEXTS = 20_000;

/** `ask` must tell the same whenever it is asked of the same text. */
export function keptByText<Told>(ask: (text: string) => Told, most = MAX_KEPT_TEXTS): (text: string) => Told {
  const kept = new Map<string, Told>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as Told; // a `Told` that is undefined is kept too, which `get` alone cannot show
    const told = ask(text);
    if (text.length <= MAX_KEPT_CHARACTERS && kept.size < most) kept.set(text, told);
    return told;
  };
}

/** What `ask` tells of the texts among some lines, kept as long as those lines. */
export function keptWithLines<Told>(ask: (text: string) => Told): (lines: readonly LineText[], text: string) => Told {
  const ofLines = new WeakMap<readonly LineText[], (text: string) => Told>();
  return (lines, text) => {
    let kept = ofLines.get(lines);
    if (kept === undefined) {
      kept = keptByText(ask);
      ofLines.set(lines, kept);
    }
    return kept(text);
  };
}
