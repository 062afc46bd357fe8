/** The form of a command of the terminal: what usage, the reader of the words and the completion scripts are all made from. */

export interface OptionForm {
  readonly type: 'boolean' | 'string';
  /** What it does, without a full stop. */
  readonly said: string;
  /** What stands for its value in the usage; a flag has none. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** Several of the choices, joined by commas. */
  readonly isList?: true;
  /** Its value is the name of a file. */
  readonly isFile?: true;
}

/** The words that are no option. */
export interface OperandForm {
  readonly written: string;
  readonly kind: 'files' | 'codes' | 'choice';
  /** The only words that it takes, for a choice. */
  readonly choices?: readonly string[];
}

export interface CommandForm {
  readonly name: string;
  /** Other words for it, which the usage does not show. */
  readonly otherNames?: readonly string[];
  readonly said: string;
  /** What more is to be known of it, in sentences; only its own help shows them. */
  readonly more?: string;
  readonly operand: OperandForm | null;
  readonly options: Readonly<Record<string, OptionForm>>;
  /** Command lines as they are typed, each with what it does. */
  readonly examples: readonly (readonly [line: string, said: string])[];
}

/** Declares a command of the terminal; what it takes is kept as a literal, so that its values are typed by it. */
export const defineForm = <const Form extends CommandForm>(form: Form): Form => form;
