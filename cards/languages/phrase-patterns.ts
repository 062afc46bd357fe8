/**
 * English phrases taken apart once, and found again by their first or last word. The slots:
 *
 *     '{0#} of {1#} steps'   a number, or a time of day
 *     '{0!} failed at {1!}'  phrases of ours, alone or as a list: where one of them is not known, this is another sentence
 *     'On {0?}'              a phrase of ours where it is one, else as it is: "the client", CLIENT1
 *     'SA with {0&}'         names from outside, alone or as a list
 *     'Closed by {0}'        from outside, as it is; a date in words is said in the other language
 */

/** A phrase with slots. */
export interface PhrasePattern {
  /** What stands between the slots, one more than there are. */
  readonly parts: readonly string[];
  /** The kind of each slot: '#', '!', '?', '&' or ''. */
  readonly slots: readonly string[];
  /** The other language: its texts, and between them the numbers of the slots. */
  readonly other: readonly (string | number)[];
  /** The longer its own words, the earlier it is tried. */
  readonly rank: number;
}

export interface PhraseIndex {
  /** Phrases without slots, by their English. */
  readonly whole: ReadonlyMap<string, string>;
  /** The patterns whose beginning and end a text has, the longest first. */
  readonly candidates: (text: string) => readonly PhrasePattern[];
}

export function phraseIndex(phrases: Readonly<Record<string, string>>): PhraseIndex {
  const whole = new Map<string, string>();
  const patterns: Omit<PhrasePattern, 'rank'>[] = [];
  for (const [english, other] of Object.entries(phrases)) {
    const pieces = english.split(/\{\d([#!?&]?)\}/);
    if (pieces.length === 1) whole.set(english, other);
    else patterns.push({ parts: evenOf(pieces), slots: evenOf(pieces.slice(1)), other: otherPieces(other) });
  }
  const length = ({ parts }: Omit<PhrasePattern, 'rank'>): number => parts.join('').length;
  patterns.sort((one, two) => length(two) - length(one));
  return { whole, candidates: indexed(patterns.map((pattern, rank) => ({ ...pattern, rank }))) };
}

const evenOf = (pieces: readonly string[]): readonly string[] => pieces.filter((_, index) => index % 2 === 0);

const otherPieces = (other: string): readonly (string | number)[] =>
  other.split(/\{(\d)\}/).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)));

/** By the first word where a phrase begins with a whole one, else by the last; the few that have neither are always tried. */
function indexed(patterns: readonly PhrasePattern[]): PhraseIndex['candidates'] {
  const byFirst = new Map<string, PhrasePattern[]>();
  const byLast = new Map<string, PhrasePattern[]>();
  const others: PhrasePattern[] = [];
  for (const pattern of patterns) {
    const first = firstWord(pattern.parts[0] ?? '');
    const last = lastWord(pattern.parts.at(-1) ?? '');
    if (first !== null) put(byFirst, first, pattern);
    else if (last !== null) put(byLast, last, pattern);
    else others.push(pattern);
  }
  return (text) => {
    const fitting: PhrasePattern[] = [];
    for (const list of [byFirst.get(firstWord(text) ?? ''), byLast.get(lastWord(text) ?? ''), others]) {
      for (const pattern of list ?? []) if (fits(text, pattern)) fitting.push(pattern);
    }
    return fitting.length > 1 ? fitting.sort((one, two) => one.rank - two.rank) : fitting;
  };
}

/** Whether the text begins and ends with the pattern's own words: a look at what stands between them costs more. */
const fits = (text: string, { parts }: PhrasePattern): boolean =>
  text.startsWith(parts[0] ?? '') && text.endsWith(parts.at(-1) ?? '');

function put(index: Map<string, PhrasePattern[]>, word: string, pattern: PhrasePattern): void {
  index.set(word, [...(index.get(word) ?? []), pattern]);
}

/** With the blank behind it, so that it is whole; null where there is none. */
function firstWord(text: string): string | null {
  const at = text.indexOf(' ');
  return at > 0 ? text.slice(0, at) : null;
}

function lastWord(text: string): string | null {
  const at = text.lastIndexOf(' ');
  return at >= 0 && at < text.length - 1 ? text.slice(at) : null;
}

/** What stands in the slots, each as short as it can be; null for another sentence. In time that grows with the text alone. */
export function valuesIn(text: string, parts: readonly string[]): readonly string[] | null {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (text.length <= first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from + 1);
    if (at < 0 || at + part.length >= end) return null;
    values.push(text.slice(from, at));
    from = at + part.length;
  }
  return [...values, text.slice(from, end)];
}
