/** What the text of a line alone tells of the commands, remembered for a document: a transcript says the same again and again. */
import { type Line } from '../document';
import { type Command } from './command';

export interface LineMeaning {
  readonly isBlank: boolean;
  /** The commands whose output may begin at such a line; their `begins` decides. */
  readonly opening: readonly Command[];
  /** The commands of which such a line can be the whole output. */
  readonly alone: readonly Command[];
}

export type LineMemo = (text: string) => LineMeaning;

/** More texts than this are not remembered: a document in which no line comes twice gains nothing by it. */
export const MAX_REMEMBERED_TEXTS = 100_000;
/** Nor are longer ones, which no two lines have in common. */
const MAX_REMEMBERED_CHARACTERS = 200;

const BLANK: LineMeaning = { isBlank: true, opening: [], alone: [] };

export function lineMemo(registry: readonly Command[]): LineMemo {
  const remembered = new Map<string, LineMeaning>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const meaning = meaningOf(text, registry);
    if (remembered.size < MAX_REMEMBERED_TEXTS && text.length <= MAX_REMEMBERED_CHARACTERS) {
      remembered.set(text, meaning);
    }
    return meaning;
  };
}

function meaningOf(text: string, registry: readonly Command[]): LineMeaning {
  if (text.trim() === '') return BLANK;
  const line: Line = { number: 0, text, raw: text };
  // The cmdlets have one question in common, whose answer is the same for all of them.
  const told = new Map<Command['opens'], boolean>();
  const opening = registry.filter(({ opens }) => {
    const known = told.get(opens);
    if (known !== undefined) return known;
    const isOpening = opens?.(text) ?? true;
    told.set(opens, isOpening);
    return isOpening;
  });
  return {
    isBlank: false,
    opening,
    alone: registry.filter(({ alone }) => alone?.(line) ?? false),
  };
}
