/** A question: one or a few commands that are asked for together, the rungs they decide and the causes they tell apart. */
import { type CauseId, type Machine, type NextCommand, type StepId } from '../diagnosis/diagnosis';
import { type CommandId, type ReadingData } from '../diagnosis/reading-data';

/** One command of a question, and the reading that answers it. */
export interface Part<Id extends CommandId = CommandId> {
  readonly answeredBy: Id;
  /** The command line; `<…>` stands for what is not known. */
  readonly line: (values: QuestionValues) => string;
  /** Which of that command's readings answer it, where not any does. */
  readonly accept?: (data: ReadingData[Id]) => boolean;
  /** Also needs an elevated prompt of its own kind; false where the signed-in user must run it. */
  readonly elevated: boolean;
  /** Shows what the other parts of the question have brought about, so it is taken again after them. */
  readonly fresh?: boolean;
  /** The causes that this output confirms or rules out; left out where the question speaks for all its parts. */
  readonly tells?: readonly CauseId[];
  /** How often it names one of them where it is the true one, from 0 to 1; always where left out. */
  readonly sureness?: number;
  /** It only tells whether the true cause is among them: an absence, which another output must confirm. */
  readonly onlyHints?: true;
}

/** What is known of this case and goes into command lines. */
export interface QuestionValues {
  readonly firstEndpoint: string | null;
}

export interface Question {
  readonly id: string;
  readonly runOn: Exclude<Machine, 'domain-controller'>;
  readonly parts: readonly Part[];
  readonly decides: readonly StepId[];
  /** The part that makes the others idle once it is answered, where there is one. */
  readonly settledBy?: CommandId;
  /** The causes that its answer confirms or rules out; those of its parts where they name any. */
  readonly tells: readonly CauseId[];
  /** Never typed in one line with another question: it changes something, needs a file, or must come at its own moment. */
  readonly alone?: true;
  /** What it costs the technician: 1 is an elevated prompt on the client; another machine, a change or a file to carry over cost more. */
  readonly trouble: number;
  /** What must be done before, as a sentence; it is said wherever the question is asked, in a line with others too. */
  readonly needs?: string;
  /** What each answer would mean, one or two sentences. */
  readonly why: string;
}

/** Declares one part; the id fixes the data that `accept` sees. */
export function part<Id extends CommandId>(
  answeredBy: Id,
  line: string | ((values: QuestionValues) => string),
  more: { readonly accept?: (data: ReadingData[Id]) => boolean; readonly elevated?: boolean } = {},
): Part {
  const { accept } = more;
  return {
    answeredBy,
    line: typeof line === 'string' ? () => line : line,
    elevated: more.elevated ?? true,
    // The data handed in is that of a reading of `answeredBy`: the caller looks it up by that very id.
    ...(accept === undefined ? {} : { accept: (data) => accept(data as ReadingData[Id]) }),
  };
}

/** A part that confirms or rules out causes of its own. */
export const telling = (one: Part, tells: readonly CauseId[], sureness = 1): Part => ({ ...one, tells, sureness });

/** A part that only tells whether the true cause is among some. */
export const hinting = (one: Part, tells: readonly CauseId[]): Part => ({ ...one, tells, onlyHints: true });

/** The command line of some parts of one question, or of several that are asked together, ready to paste; the first gives the id. */
export function asNextCommand(
  [first, ...joined]: readonly [Question, ...Question[]],
  parts: readonly Part[],
  values: QuestionValues,
  why: string,
): NextCommand {
  return {
    id: first.id,
    command: parts.map(({ line }) => line(values)).join(' & '),
    shell: 'cmd',
    runOn: first.runOn,
    elevated: parts.some(({ elevated }) => elevated),
    why,
    decides: [...new Set([first, ...joined].flatMap(({ decides }) => decides))],
  };
}

/** What must be done before, and what each answer would mean. */
export const whatItTells = ({ needs, why }: Question): string => (needs === undefined ? why : `${needs} ${why}`);
