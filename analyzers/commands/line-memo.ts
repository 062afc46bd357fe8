/** What the text of a line alone tells of the commands, remembered for a document: a transcript says the same again and again. */
import { type LineText } from '../document';
import { keptByText } from '../grammars/kept-with-lines';
import { type Command } from './command';

export interface LineMeaning {
  readonly isBlank: boolean;
  /** It begins with a tag, as every line inside an export of events does and none of another output. */
  readonly isTag: boolean;
  /** The commands whose output may begin at such a line; their `begins` decides. */
  readonly opening: readonly Command[];
  /** The commands of which such a line can be the whole output. */
  readonly alone: readonly Command[];
  /** Whether such a line is the last of an output of a command. */
  readonly ends: (command: Command) => boolean;
}

export type LineMemo = (text: string) => LineMeaning;

/** More texts than this are not remembered: a document in which no line comes twice gains nothing by it. */
export const MAX_REMEMBERED_TEXTS = 100_000;

export const lineMemo = (registry: readonly Command[]): LineMemo =>
  keptByText((text) => new TextMeaning(text, registry), MAX_REMEMBERED_TEXTS);

/** Each question is put to the commands when it is first asked: below a command line only the end of its output is looked for. */
class TextMeaning implements LineMeaning {
  readonly isBlank: boolean;
  readonly #line: LineText;
  readonly #registry: readonly Command[];
  #isTag: boolean | undefined;
  #opening: readonly Command[] | undefined;
  #alone: readonly Command[] | undefined;
  /** Which command was asked for its end last; of the same text it is mostly the same. */
  #asked: Command | undefined;
  #isEnd = false;

  constructor(text: string, registry: readonly Command[]) {
    this.#line = { text, raw: text };
    this.#registry = registry;
    this.isBlank = text.trim() === '';
  }

  get isTag(): boolean {
    return (this.#isTag ??= /^\s*</.test(this.#line.text));
  }

  get opening(): readonly Command[] {
    return (this.#opening ??= this.isBlank ? [] : openingAt(this.#line.text, this.#registry));
  }

  get alone(): readonly Command[] {
    return (this.#alone ??= this.isBlank ? [] : this.#registry.filter(({ alone }) => alone?.(this.#line) ?? false));
  }

  ends(command: Command): boolean {
    if (this.#asked !== command) [this.#asked, this.#isEnd] = [command, command.ends(this.#line)];
    return this.#isEnd;
  }
}

function openingAt(text: string, registry: readonly Command[]): readonly Command[] {
  // The cmdlets have one question in common, whose answer is the same for all of them.
  const told = new Map<Command['opens'], boolean>();
  return registry.filter(({ opens }) => {
    const known = told.get(opens);
    if (known !== undefined) return known;
    const isOpening = opens?.(text) ?? true;
    told.set(opens, isOpening);
    return isOpening;
  });
}
