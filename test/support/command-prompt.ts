/**
 * How cmd reads a line: percent signs first, then quotes, carets, groups, separators and redirections (the rules that Microsoft gives under
 * `cmd /?` and `set /?`). It holds the collecting scripts against the shell that will run them, since no Windows runs here.
 */

export interface Redirection {
  readonly handle: number;
  readonly append: boolean;
  /** A path, or `&1`. */
  readonly target: string;
}

/** One command as the shell hands it over: carets are gone, quotes stay. */
export interface ParsedCommand {
  readonly text: string;
  readonly redirections: readonly Redirection[];
  /** The commands in parentheses; `text` is empty then. */
  readonly group: readonly ParsedCommand[] | null;
}

export interface Expansion {
  /** By upper-case name. */
  readonly variables: ReadonlyMap<string, string>;
  /** `%1` to `%9`; null at the prompt, where `%%` stays and unknown variables stay as they are. */
  readonly parameters: readonly string[] | null;
}

/** Phase one: percent signs, wherever they stand, in quotes too. */
export function percentExpanded(line: string, { variables, parameters }: Expansion): string {
  let expanded = '';
  let index = 0;
  while (index < line.length) {
    const rest = line.slice(index);
    const parameter = /^%(~?)([0-9])/.exec(rest);
    const variable = /^%([^%:\s"]+)(?::~(\d+),(\d+))?%/.exec(rest);
    if (parameters !== null && rest.startsWith('%%')) {
      expanded += '%';
      index += 2;
    } else if (parameters !== null && parameter !== null) {
      const value = parameters[Number(parameter[2]) - 1] ?? '';
      expanded += parameter[1] === '~' ? value.replace(/^"(.*)"$/, '$1') : value;
      index += parameter[0].length;
    } else if (variable !== null) {
      const value = variables.get((variable[1] ?? '').toUpperCase());
      const cut =
        variable[2] === undefined
          ? value
          : value?.slice(Number(variable[2]), Number(variable[2]) + Number(variable[3]));
      expanded += cut ?? (parameters === null ? variable[0] : '');
      index += variable[0].length;
    } else {
      expanded += line[index] === '%' && parameters !== null ? '' : (line[index] ?? '');
      index += 1;
    }
  }
  return expanded;
}

/** Phase two. Throws where a group is not closed or a redirection has no target: the line would not run. */
export function parsedLine(line: string): readonly ParsedCommand[] {
  return new LineReader(line).commands(false);
}

class LineReader {
  private index = 0;

  constructor(private readonly line: string) {}

  commands(inGroup: boolean): readonly ParsedCommand[] {
    const found: ParsedCommand[] = [];
    for (;;) {
      found.push(this.command(inGroup));
      const sign = this.line[this.index];
      if (sign === undefined) {
        if (inGroup) throw new Error('A parenthesis is not closed.');
        break;
      }
      this.index += 1;
      if (sign === ')' && inGroup) break;
      if (this.line[this.index] === sign && sign !== ')') this.index += 1;
    }
    return found.filter(({ text, group, redirections }) => text !== '' || group !== null || redirections.length > 0);
  }

  private command(inGroup: boolean): ParsedCommand {
    const redirections: Redirection[] = [];
    let [text, isQuoted] = ['', false];
    let group: readonly ParsedCommand[] | null = null;
    for (; this.index < this.line.length; this.index += 1) {
      const sign = this.line[this.index] ?? '';
      if (sign === '"') isQuoted = !isQuoted;
      if (isQuoted || sign === '"') text += sign;
      else if (sign === '^') {
        this.index += 1;
        text += this.line[this.index] ?? '';
      } else if (sign === '(' && text.trim() === '' && group === null) {
        this.index += 1;
        group = this.commands(true);
        this.index -= 1;
      } else if (sign === '&' || sign === '|' || (sign === ')' && inGroup)) break;
      else if (sign === '>' || sign === '<') {
        const handle = /(?:^|[\s,;=])(\d)$/.exec(text)?.[1];
        if (handle !== undefined) text = text.slice(0, -1);
        redirections.push(this.redirection(handle === undefined ? (sign === '>' ? 1 : 0) : Number(handle)));
      } else text += sign;
    }
    return { text: text.trim(), redirections, group };
  }

  /** Stands on the sign, and leaves on the last character of the target. */
  private redirection(handle: number): Redirection {
    const append = this.line.startsWith('>>', this.index);
    this.index += append ? 2 : 1;
    const target = /^\s*("[^"]*"|&\d|[^\s&|<>()"]+)/.exec(this.line.slice(this.index));
    if (target === null)
      throw new Error(`A redirection has no target: ${this.line.slice(this.index, this.index + 40)}`);
    this.index += target[0].length - 1;
    return { handle, append, target: (target[1] ?? '').replace(/^"(.*)"$/, '$1') };
  }
}
