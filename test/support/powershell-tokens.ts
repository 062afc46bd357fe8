/**
 * How PowerShell reads a text: single quotes in which only a doubled quote acts, double quotes with backtick, `$` and `$( )`, comments,
 * variables, and signs that open and close (about_Quoting_Rules, about_Parsing). Throws where something is not closed.
 */

export type TokenKind = 'literal' | 'expandable' | 'variable' | 'word' | 'sign' | 'line';

export interface PowershellToken {
  readonly kind: TokenKind;
  /** The value of a string without its quotes; the name of a variable without its `$`. */
  readonly text: string;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
/** PowerShell takes each of them for a single quote. */
const SINGLE_QUOTES = /^['\u2018\u2019\u201A\u201B]/;

export function powershellTokens(
  source: string,
  variables: ReadonlyMap<string, string> = new Map(),
): readonly PowershellToken[] {
  const tokens: PowershellToken[] = [];
  const open: string[] = [];
  let index = 0;
  const take = (kind: TokenKind, text: string, length: number): void => {
    tokens.push({ kind, text });
    index += length;
  };
  while (index < source.length) {
    const rest = source.slice(index);
    const sign = rest[0] ?? '';
    const variable = /^\$([\w:]+)/.exec(rest);
    const word = /^[^\s(){}[\];,|&'"$@#=+`<>]+/.exec(rest);
    if (sign === '\n') take('line', '\n', 1);
    else if (/\s/.test(sign)) index += 1;
    else if (sign === '#') index += /^#[^\n]*/.exec(rest)?.[0].length ?? 1;
    else if (SINGLE_QUOTES.test(rest)) {
      const [text, length] = singleQuoted(rest);
      take('literal', text, length);
    } else if (sign === '"') {
      const [text, length] = doubleQuoted(rest, variables);
      take('expandable', text, length);
    } else if (variable !== null) take('variable', variable[1] ?? '', variable[0].length);
    else if (sign in CLOSING) {
      open.push(CLOSING[sign] ?? '');
      take('sign', sign, 1);
    } else if (/[)}\]]/.test(sign)) {
      if (open.pop() !== sign)
        throw new Error(`"${sign}" closes nothing: ${source.slice(Math.max(0, index - 40), index + 1)}`);
      take('sign', sign, 1);
    } else if (word !== null) take('word', word[0], word[0].length);
    else take('sign', sign, 1);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(' ')}`);
  return tokens;
}

function singleQuoted(rest: string): readonly [text: string, length: number] {
  let text = '';
  for (let index = 1; index < rest.length; index += 1) {
    if (!SINGLE_QUOTES.test(rest.slice(index))) text += rest[index] ?? '';
    else if (SINGLE_QUOTES.test(rest.slice(index + 1))) {
      text += rest[index] ?? '';
      index += 1;
    } else return [text, index + 1];
  }
  throw new Error(`A single quote is not closed: ${rest.slice(0, 60)}`);
}

function doubleQuoted(rest: string, variables: ReadonlyMap<string, string>): readonly [text: string, length: number] {
  let text = '';
  for (let index = 1; index < rest.length; index += 1) {
    const sign = rest[index] ?? '';
    const variable = /^\$([\w:]+)/.exec(rest.slice(index));
    if (sign === '`') {
      index += 1;
      text += rest[index] ?? '';
    } else if (variable !== null) {
      text += variables.get(variable[1] ?? '') ?? '';
      index += variable[0].length - 1;
    } else if (sign === '"' && rest[index + 1] === '"') {
      text += '"';
      index += 1;
    } else if (sign === '"') return [text, index + 1];
    else text += sign;
  }
  throw new Error(`A double quote is not closed: ${rest.slice(0, 60)}`);
}
