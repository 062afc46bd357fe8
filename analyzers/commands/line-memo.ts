/** What the text of a line alone tells of the commands, remembered for a document: a transcript says the same again and again. */
import { type LineText } from '../document';
import { keptByText } from '../grammars/kept-with-lines';
import { type Beside, type Command } from './command';

export interface LineMeaning {
  readonly isBlank: boolean;
  /** It begins with a tag, as every line inside an export of events does and none of another output. */
  readonly isTag: boolean;
  /** The commands whose output may begin at such a line; what stands beside it tells more. */
  readonly opening: readonly Command[];
  /** Those of them whose output may begin at such a line with these beside it; their `begins` decides. */
  readonly openingBeside: (beside: Beside) => readonly Command[];
  /** The commands of which such a line can be the whole output. */
  readonly alone: readonly Command[];
  /** Whether such a line is the last of an output of a command. */
  readonly ends: (command: Command) => boolean;
}

export type LineMemo = (text: string) => LineMeaning;

/** More texts than this are not remembered: a document in which no line comes twice gains nothing by it. */
export const MAX_REMEMBERED_TEXTS = 100_000;

/** What stands below a line is one of a few texts, or another one each time, which is not remembered. */
const MAX_REMEMBERED_BELOW = 50;

export function lineMemo(registry: readonly Command[]): LineMemo {
  const asked = {
    opens: questionsOf(registry, ({ opens }) => opens),
    alone: questionsOf(registry, ({ alone }) => alone),
  };
  return keptByText((text) => new TextMeaning(text, registry, asked), MAX_REMEMBERED_TEXTS);
}

/** Each question is put to the commands when it is first asked: below a command line only the end of its output is looked for. */
class TextMeaning implements LineMeaning {
  readonly isBlank: boolean;
  readonly #line: LineText;
  readonly #registry: readonly Command[];
  readonly #asks: Asked;
  #isTag: boolean | undefined;
  #opening: readonly Command[] | undefined;
  #alone: readonly Command[] | undefined;
  /** What was told of the texts below, by whether a blank stands above. */
  #belowText: Map<string, readonly Command[]> | undefined;
  #belowBlank: Map<string, readonly Command[]> | undefined;
  /** Which command was asked for its end last; of the same text it is mostly the same. */
  #asked: Command | undefined;
  #isEnd = false;

  constructor(text: string, registry: readonly Command[], asked: Asked) {
    this.#asks = asked;
    this.#line = { text, raw: text };
    this.#registry = registry;
    this.isBlank = text.trim() === '';
  }

  get isTag(): boolean {
    return (this.#isTag ??= /^\s*</.test(this.#line.text));
  }

  get opening(): readonly Command[] {
    const { text } = this.#line;
    return (this.#opening ??= this.isBlank
      ? NONE
      : commandsThat(this.#registry, this.#asks.opens, (opens) => opens?.(text) ?? true));
  }

  openingBeside(beside: Beside): readonly Command[] {
    if (this.opening.length === 0) return this.opening;
    const remembered = beside.isBlankAbove
      ? (this.#belowBlank ??= new Map<string, readonly Command[]>())
      : (this.#belowText ??= new Map<string, readonly Command[]>());
    const known = remembered.get(beside.below);
    if (known !== undefined) return known;
    const told = this.opening.filter(({ opensBeside }) => opensBeside?.(this.#line.text, beside) ?? true);
    if (remembered.size < MAX_REMEMBERED_BELOW) remembered.set(beside.below, told);
    return told;
  }

  get alone(): readonly Command[] {
    return (this.#alone ??= this.isBlank
      ? NONE
      : commandsThat(this.#registry, this.#asks.alone, (alone) => alone?.(this.#line) ?? false));
  }

  ends(command: Command): boolean {
    if (this.#asked !== command) [this.#asked, this.#isEnd] = [command, command.ends(this.#line)];
    return this.#isEnd;
  }
}

/** The questions that are put to a registry: `places` has for each command the index of its own. */
interface Questions<Question> {
  readonly questions: readonly Question[];
  readonly places: readonly number[];
}

interface Asked {
  readonly opens: Questions<Command['opens']>;
  readonly alone: Questions<Command['alone']>;
}

const NONE: readonly Command[] = [];

/** Some commands have a question in common (all cmdlets, all that need elevation): it is put once. */
function questionsOf<Question>(
  registry: readonly Command[],
  questionOf: (command: Command) => Question,
): Questions<Question> {
  const questions = [...new Set(registry.map(questionOf))];
  return { questions, places: registry.map((command) => questions.indexOf(questionOf(command))) };
}

/** The commands of whose question `ask` says yes. */
function commandsThat<Question>(
  registry: readonly Command[],
  { questions, places }: Questions<Question>,
  ask: (question: Question) => boolean,
): readonly Command[] {
  const told = questions.map(ask);
  return told.includes(true) ? registry.filter((_command, index) => told[places[index] ?? 0]) : NONE;
}
