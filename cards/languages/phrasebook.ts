/**
 * Finds the phrase of another language for an English text that has values in it. Cards are made in English; a phrase is known by its English,
 * with slots where values stand (`phrase-patterns.ts`). What is not known of a text stays as it is, and is told: `test/cards/spoken-words.test.ts`
 * walks everything that the bot says and keeps that list empty, so a sentence that was changed or added is found by its missing phrase.
 */
import { phraseIndex, valuesIn } from './phrase-patterns';

export interface Phrases {
  /** One sentence or one name each, by its English. The other language has the same slots, in its own order, with their numbers only. */
  readonly phrases: Readonly<Record<string, string>>;
  /** "2 November 2026", and what follows it, in the other language; null for what is no date. */
  readonly date: (english: string) => string | null;
  /** What stands before the last of a list. */
  readonly and: string;
}

export interface Translation extends Phrases {
  /** What a card tells a person to write to the bot, by the English of it; each is among what is heard. */
  readonly written: Readonly<Record<string, string>>;
  /** What a person writes, by its words in lower case, as the English words that the bot knows: whole messages, or the word that begins one. */
  readonly heard: Readonly<Record<string, string>>;
}

/** A text in the other language, and those of its sentences and names that have no phrase. */
export interface Said {
  readonly text: string;
  readonly unknown: readonly string[];
}

/** Says texts of one card or of one sentence. What it looked up it keeps: a card says the same in more than one place, and reads it aloud. */
export type Speaker = (english: string) => Said;

/** Sentences are looked at one by one, or a value would swallow those that follow it. */
const SENTENCE_END = /(?<=[.?!]) (?=[\p{L}\d"%>])/u;
/** A slot may hold a phrase with slots of its own, and so on. */
const MAX_DEPTH = 4;
/** No text of a card is as long (`outside-text.ts`): what is, is none of ours. */
const MAX_TEXT = 2000;
/** Signs, blanks and colons around a phrase: "✗ Certificate: failed", "Working hours: ". */
const BEFORE = /^(?:[✓✗?!…–] )?[\s:]*/u;
const BEHIND = /[\s:]/u;

/** Built once for a language; a speaker is made for each card, so that nothing of one case is kept for the next. */
export function phrasebookOf({ phrases, date, and }: Phrases): () => Speaker {
  const { whole, candidates } = phraseIndex(phrases);

  function speaker(): Speaker {
    const remembered = new Map<string, { readonly found: string | null; readonly depth: number }>();

    function phrase(text: string, depth: number): string | null {
      if (depth > MAX_DEPTH || text === '') return null;
      const before = remembered.get(text);
      // What was found holds at every depth; where nothing was, less room finds nothing either.
      if (before !== undefined && (before.found !== null || before.depth <= depth)) return before.found;
      const found =
        whole.get(text) ?? date(text) ?? otherCase(text) ?? patterned(text, depth) ?? otherCased(text, depth);
      remembered.set(text, { found, depth });
      return found;
    }

    /** The first letter may be another one within a sentence. */
    const otherCase = (text: string): string | null => asBegun(text, whole.get(otherFirst(text)) ?? null);
    const otherCased = (text: string, depth: number): string | null =>
      asBegun(text, patterned(otherFirst(text), depth));

    function patterned(text: string, depth: number): string | null {
      for (const { parts, slots, other } of candidates(text)) {
        const values = valuesIn(text, parts);
        const said = values === null ? null : inSlots(values, slots, depth + 1);
        if (said !== null) return other.map((piece) => (typeof piece === 'number' ? said[piece] : piece)).join('');
      }
      return null;
    }

    /** null where one of them is not what its slot holds; the others are not looked at then. */
    function inSlots(values: readonly string[], slots: readonly string[], depth: number): readonly string[] | null {
      const said: string[] = [];
      for (const [index, value] of values.entries()) {
        const one = inSlot(value, slots[index] ?? '', depth);
        if (one === null) return null;
        said.push(one);
      }
      return said;
    }

    function inSlot(value: string, kind: string, depth: number): string | null {
      switch (kind) {
        case '#':
          return /^\d+(?::\d+)?$/.test(value) ? value : null;
        case '!':
          return phraseOrList(value, depth) ?? clause(value, depth);
        case '?':
          return phraseOrList(value, depth) ?? clause(value, depth) ?? value;
        case '&':
          return value.split(' and ').join(` ${and} `);
        default:
          return date(value) ?? value;
      }
    }

    const phraseOrList = (text: string, depth: number): string | null => phrase(text, depth) ?? list(text, depth);

    /** A sentence that lost its full stop within another one. */
    function clause(text: string, depth: number): string | null {
      const said = text.includes(' ') ? phrase(`${text}.`, depth) : null;
      return said === null ? null : said.replace(/\.$/, '');
    }

    /** "a, b and c", all of them known. */
    function list(text: string, depth: number): string | null {
      const parts = text.split(/(, | and )/);
      if (parts.length === 1) return null;
      const said: string[] = [];
      for (const [index, part] of parts.entries()) {
        const one = index % 2 === 0 ? phrase(part, depth) : part === ', ' ? part : ` ${and} `;
        if (one === null) return null;
        said.push(one);
      }
      return said.join('');
    }

    /** A phrase; or a name or a list of them, which is made a sentence where it is read aloud. */
    function sentence(text: string): string | null {
      const known = phraseOrList(text, 0);
      if (known !== null || !text.endsWith('.')) return known;
      const named = phraseOrList(text.slice(0, -1), 0);
      return named === null ? null : `${named}.`;
    }

    /** "CLIENT1 · 2 files read": each by itself. */
    function asides(text: string): Said {
      const known = sentence(text);
      if (known !== null) return { text: known, unknown: [] };
      const parts = text.split(' · ');
      const said = parts.length === 1 ? [null] : parts.map(sentence);
      return {
        text: parts.map((part, index) => said[index] ?? part).join(' · '),
        unknown: parts.filter((part, index) => said[index] === null && /\p{L}/u.test(part)),
      };
    }

    return (english) => {
      if (english.length > MAX_TEXT) return { text: english, unknown: [english] };
      const lead = BEFORE.exec(english)?.[0] ?? '';
      const behind = english.slice(lead.length);
      const core = behind.slice(0, endOf(behind));
      if (core === '') return { text: english, unknown: [] };
      const said = core.split(SENTENCE_END).map(asides);
      return {
        text: lead + said.map(({ text }) => text).join(' ') + behind.slice(core.length),
        unknown: said.flatMap(({ unknown }) => unknown),
      };
    };
  }

  return speaker;
}

/** Where the blanks and colons behind a phrase begin. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && BEHIND.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** A noun keeps its capital within a sentence; what begins one gets it. */
function asBegun(english: string, other: string | null): string | null {
  if (other === null || english.startsWith(english.charAt(0).toLowerCase())) return other;
  return other.charAt(0).toUpperCase() + other.slice(1);
}

function otherFirst(text: string): string {
  const first = text.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + text.slice(1);
}
