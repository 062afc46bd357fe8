/** Our own words: the only text that may stand in a TextBlock, which reads markdown. */

declare const ours: unique symbol;

/** A text that is a literal in `cards/`, or joined from such literals and numbers. Nothing from outside can become one. */
export type Words = string & { readonly [ours]: true };

/** Marks a literal as our own words; what is filled in must be words or a number: words\`Steps: ${3} passed\`. */
export function words(strings: TemplateStringsArray, ...parts: readonly (Words | number)[]): Words {
  // The one place that makes Words: the template's strings are literals in a source file, and the parts are words or numbers.
  return String.raw({ raw: strings }, ...parts) as Words;
}

/** "a, b and c" from words, with the joining words of a sentence. */
export function listed(parts: readonly Words[]): Words {
  const last = parts.at(-1);
  if (last === undefined) return words``;
  const before = parts.slice(0, -1);
  return before.length === 0 ? last : words`${joined(before)} and ${last}`;
}

/** "a, b, c". */
export function joined(parts: readonly Words[]): Words {
  return parts.reduce((before, part) => (before === '' ? part : words`${before}, ${part}`), words``);
}

/** The same words as the beginning of a sentence, or as its middle. */
export const capital = (text: Words): Words => withFirst(text, (letter) => letter.toUpperCase());
export const small = (text: Words): Words => withFirst(text, (letter) => letter.toLowerCase());

/** "1 line", "2 lines". */
export const counted = (count: number, one: Words, more: Words): Words => words`${count} ${count === 1 ? one : more}`;

function withFirst(text: Words, change: (letter: string) => string): Words {
  // Changing the case of our own words leaves them our own.
  return (change(text.charAt(0)) + text.slice(1)) as Words;
}
