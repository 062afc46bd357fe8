/** How a text is written so that cmd's `echo` in a batch file prints exactly it. */

/** A piece of a text: a literal, or a variable of the batch file whose value is put in (`%name%`, `%~1`). */
export type Piece = string | { readonly variable: string };

/** What acts outside of quotes (cmd /?): it is escaped there, and is plain text inside of them. */
const ACTING = /[&|<>^()]/;

/**
 * The text behind `echo`. A quote switches cmd between its two states, whatever it means in the text itself, so what follows an
 * odd number of quotes is not escaped. Percent signs are doubled in both states. Values of variables must hold no quote.
 */
export function echoed(pieces: readonly Piece[]): string {
  let isQuoted = false;
  return pieces
    .map((piece) => {
      if (typeof piece !== 'string') return piece.variable;
      return Array.from(piece, (character) => {
        if (character === '"') isQuoted = !isQuoted;
        if (character === '%') return '%%';
        return !isQuoted && ACTING.test(character) ? `^${character}` : character;
      }).join('');
    })
    .join('');
}
