/** What the terminal is like: its width, and whether it shows colours. */

export interface Terminal {
  readonly columns: number;
  readonly colours: boolean;
}

/** Wider lines are hard to read; narrower ones cannot hold a ladder. */
export const MAX_COLUMNS = 100;
export const MIN_COLUMNS = 40;
/** Where the output goes to a file or a pipe. */
const DEFAULT_COLUMNS = 80;

/** Colour only on a terminal, and never with NO_COLOR (https://no-color.org: any value that is not empty) or a dumb terminal. */
export function terminalOf(
  output: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isTerminal = output.isTTY === true;
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  const columns = (isTerminal ? output.columns : undefined) ?? DEFAULT_COLUMNS;
  return { columns: Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, columns)), colours: isTerminal && !refused };
}

export type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'faint';

const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  bold: [1, 22],
  faint: [2, 22],
};

export type Paint = (text: string, ...colours: readonly Colour[]) => string;

/** Puts the escape sequences of ECMA-48 around a text, or leaves it as it is. */
export const painter =
  ({ colours }: Terminal): Paint =>
  (text, ...wanted) =>
    colours
      ? wanted.reduce((painted, colour) => `\u001B[${CODES[colour][0]}m${painted}\u001B[${CODES[colour][1]}m`, text)
      : text;
