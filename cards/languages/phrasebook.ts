/**
 * Finds the phrase of another language for an English text that has values in it. Cards are made in English; a phrase is known by its English,
 * with slots where values stand.
 *
 *     '{0#} of {1#} steps'   a number, or a time of day
 *     '{0!} failed at {1!}'  phrases of ours, alone or as a list: where one of them is not known, this is another sentence
 *     'On {0?}'              a phrase of ours where it is one, else as it is: "the client", CLIENT1
 *     'Closed by {0}'        from outside, as it is; a date in words is said in the other language
 */

export interface Phrases {
  /** One sentence or one name each, by its English. The other language has the same slots, in its own order, with their numbers only. */
  readonly phrases: Readonly<Record<string, string>>;
  /** "2 November 2026", and what follows it, in the other language; null for what is no date. */
  readonly date: (english: string) => string | null;
  /** What stands before the last of a list. */
  readonly and: string;
}

export interface Translation extends Phrases {
  /** What a person writes to the bot, by the English word: only what the bot understands. */
  readonly written: Readonly<Record<string, string>>;
}

export type Phrasebook = (english: string) => string | null;

/** Sentences are looked at one by one, or a value would swallow those that follow it. */
const SENTENCE_END = /(?<=[.?!]) (?=[\p{L}\d"%>])/u;
/** A slot may hold a phrase with slots of its own, and so on. */
const MAX_DEPTH = 4;

/** Says a text in the other language; null where nothing of it is known. What is not known of a longer text stays as it is. */
export function phrasebookOf({ phrases, date, and }: Phrases): Phrasebook {
  const entries = Object.entries(phrases).map(([english, other]) => ({ ...patternOf(english), other }));
  const whole = new Map(entries.filter(({ slots }) => slots.length === 0).map(({ parts, other }) => [parts[0], other]));
  const withSlots = entries
    .filter(({ slots }) => slots.length > 0)
    .sort((one, two) => two.parts.join('').length - one.parts.join('').length);

  /** One phrase of ours; its first letter may be another one within a sentence. */
  function phrase(text: string, depth: number): string | null {
    if (depth > MAX_DEPTH || text === '') return null;
    return (
      whole.get(text) ?? date(text) ?? otherCase(text) ?? patterned(text, depth) ?? patterned(otherFirst(text), depth)
    );
  }

  /** A noun keeps its capital within a sentence; what begins one gets it. */
  function otherCase(text: string): string | null {
    const known = whole.get(otherFirst(text));
    if (known === undefined) return null;
    return text.startsWith(text.charAt(0).toLowerCase()) ? known : known.charAt(0).toUpperCase() + known.slice(1);
  }

  function patterned(text: string, depth: number): string | null {
    for (const { parts, slots, other } of withSlots) {
      const values = valuesIn(text, parts);
      const said = values?.map((value, index) => inSlot(value, slots[index] ?? '', depth + 1)) ?? [];
      if (values !== null && !said.includes(null)) {
        return other.replace(/\{(\d)\}/g, (_slot, number: string) => said[Number(number)] ?? '');
      }
    }
    return null;
  }

  function inSlot(value: string, kind: string, depth: number): string | null {
    switch (kind) {
      case '#':
        return /^\d+(?::\d+)?$/.test(value) ? value : null;
      case '!':
        return phrase(value, depth) ?? list(value, depth);
      case '?':
        return phrase(value, depth) ?? list(value, depth) ?? value;
      default:
        return date(value) ?? value;
    }
  }

  /** "a, b and c", all of them known. */
  function list(text: string, depth: number): string | null {
    const parts = text.split(/(, | and )/);
    if (parts.length === 1) return null;
    const said = parts.map((part, index) =>
      index % 2 === 0 ? phrase(part, depth) : part === ', ' ? part : ` ${and} `,
    );
    return said.includes(null) ? null : said.join('');
  }

  /** Each sentence by itself; what is not known of them stays. */
  function sentences(text: string): string | null {
    const parts = text.split(SENTENCE_END);
    const said = parts.map(bare);
    return said.every((part) => part === null) ? null : said.map((part, index) => part ?? parts[index]).join(' ');
  }

  /** A phrase; or a name or a list of them, which is made a sentence where it is read aloud. */
  function bare(text: string): string | null {
    const known = phrase(text, 0) ?? list(text, 0);
    if (known !== null || !text.endsWith('.')) return known ?? aside(text);
    const said = bare(text.slice(0, -1));
    return said === null ? null : `${said}.`;
  }

  /** "CLIENT1 · 2 files read": what is no phrase of ours is a name. */
  function aside(text: string): string | null {
    const parts = text.split(' · ');
    if (parts.length === 1) return null;
    const said = parts.map((part) => phrase(part, 0) ?? list(part, 0));
    return said.every((part) => part === null) ? null : said.map((part, index) => part ?? parts[index]).join(' · ');
  }

  return (english) => {
    const [, lead = '', text = '', tail = ''] = AROUND.exec(english) ?? [];
    const said = sentences(text);
    return said === null ? null : lead + said + tail;
  };
}

/** Signs, blanks and colons around a phrase: "✗ Certificate: failed", "Working hours: ". */
const AROUND = /^((?:[✓✗?!…–] )?[\s:]*)(.*?)([\s:]*)$/su;

interface Pattern {
  /** What stands between the slots, one more than there are. */
  readonly parts: readonly string[];
  /** The kind of each: '#', '!', '?' or ''. */
  readonly slots: readonly string[];
}

function patternOf(english: string): Pattern {
  const pieces = english.split(/\{\d([#!?]?)\}/);
  return { parts: pieces.filter((_, index) => index % 2 === 0), slots: pieces.filter((_, index) => index % 2 === 1) };
}

/** What stands in the slots, each as short as it can be; null for another sentence. In time that grows with the text alone. */
function valuesIn(text: string, parts: readonly string[]): readonly string[] | null {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length <= first.length + last.length) return null;
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

function otherFirst(text: string): string {
  const first = text.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + text.slice(1);
}
