/** The part of a long text that is looked at: it grows at its end, is forgotten from its beginning, and counts its lines. */
import { type EventPlace, MAX_PLACE_CHARACTERS } from './found-events';

/** A text is looked at in pieces of exactly this size, so that how it arrived changes nothing. */
export const WINDOW_CHARACTERS = 32 * 1024;
/** A place is asked for only where so much text follows, or the end: then its line is known as far as it is quoted. */
export const LOOKAHEAD_CHARACTERS = MAX_PLACE_CHARACTERS + 2;

export interface TextWindow {
  readonly text: () => string;
  /** The place of an index. Asked for in rising order, as each line is counted once. */
  readonly place: (index: number) => EventPlace;
}

export interface GrowingWindow extends TextWindow {
  readonly add: (piece: string) => void;
  readonly forget: (upTo: number) => void;
}

/** Lines are those of an editor: CR LF, LF, or CR alone. */
export function textWindow(): GrowingWindow {
  const lineEnd = /\r\n?|\n/g;
  let text = '';
  let line = 1;
  /** Where the current line begins: negative where its beginning, kept in `prefix`, is forgotten. */
  let lineStart = 0;
  let prefix = '';
  let counted = 0;
  /** Where the first line end at or after `counted` begins and ends; null where it is not known. */
  let next: { readonly from: number; readonly to: number } | null = null;

  const findNext = (): { readonly from: number; readonly to: number } => {
    if (next !== null) return next;
    lineEnd.lastIndex = counted;
    const found = lineEnd.exec(text);
    return (next =
      found === null ? { from: text.length, to: Infinity } : { from: found.index, to: found.index + found[0].length });
  };
  const count = (upTo: number): void => {
    for (let end = findNext(); end.to <= upTo; end = findNext()) {
      line += 1;
      [lineStart, counted, prefix, next] = [end.to, end.to, '', null];
    }
    counted = Math.max(counted, Math.min(upTo, next?.from ?? upTo));
  };

  return {
    text: () => text,
    add: (piece) => {
      text += piece;
      if (next !== null && (next.to === Infinity || next.to === text.length - piece.length)) next = null;
    },
    forget: (upTo) => {
      if (upTo <= 0) return;
      count(upTo);
      if (lineStart < upTo) prefix = (prefix + text.slice(Math.max(0, lineStart), upTo)).slice(0, LOOKAHEAD_CHARACTERS);
      text = narrowed(text.slice(upTo));
      lineStart -= upTo;
      counted = Math.max(0, counted - upTo);
      next = null;
    },
    place: (index) => {
      count(index);
      const end = findNext().from;
      const isLong = end - lineStart > MAX_PLACE_CHARACTERS;
      const shown = isLong
        ? text.slice(index, Math.min(end, index + MAX_PLACE_CHARACTERS))
        : prefix + text.slice(Math.max(0, lineStart), end);
      return { line, column: index - lineStart, text: detached(shown) };
    },
  };
}

/** Hands a text on in pieces of WINDOW_CHARACTERS, the last one shorter. */
export function inWindows(take: (piece: string) => void): {
  readonly push: (text: string) => void;
  readonly end: () => void;
} {
  let parts: string[] = [];
  let held = 0;
  return {
    push: (text) => {
      parts.push(text);
      held += text.length;
      if (held < WINDOW_CHARACTERS) return;
      const all = parts.join('');
      const rest = all.length % WINDOW_CHARACTERS;
      for (let at = 0; at + WINDOW_CHARACTERS <= all.length; at += WINDOW_CHARACTERS) {
        take(all.slice(at, at + WINDOW_CHARACTERS));
      }
      parts = [narrowed(all.slice(all.length - rest))];
      held = rest;
    },
    end: () => {
      const rest = parts.join('');
      parts = [];
      if (rest !== '') take(rest);
    },
  };
}

/**
 * A copy that keeps nothing else alive: V8's slices hold the whole text that they were cut from, and a few kept values would hold a
 * whole log.
 */
export const detached = (text: string): string => ` ${text}`.slice(1);

/**
 * A text of Latin letters with a byte for each of them. V8 keeps two for every letter of a text in which one letter has needed them, and
 * of all that is cut from it or joined to it: one such letter at the beginning of a log would double the work for the whole of it.
 */
function narrowed(text: string): string {
  return /[^\u0000-\u00ff]/.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');
}
