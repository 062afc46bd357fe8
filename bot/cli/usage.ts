/** How the command line is used, and how it says that it was used otherwise: all of it from the forms of the commands. */
import { type CommandForm, type OptionForm } from './command-form';
import { wrapped } from '../../cards/plain-text';
import { commandForms } from './command-forms';

/** The terminal's width is not asked for here: the usage is made for eighty columns, and long sentences are broken at this one. */
const COLUMNS = 96;
const STATUS = 'Exit status: 0 answered; 1 an outcome of --fail-on is there; 2 usage; 3 nothing could be read.';

/** The help of the whole program: each command in one line, then the examples that are used most. */
export function programHelp(): string {
  const forms: readonly CommandForm[] = commandForms;
  const rows = forms.map((form): Row => [synopsis(form, true), form.said]);
  const examples = forms.flatMap(({ examples }) => examples.slice(0, 1));
  return [
    "tunnel-triage finds the step at which a DirectAccess client's tunnels fail, and the one command to run next.",
    '',
    'Commands',
    ...table([
      ...rows,
      ['tunnel-triage COMMAND --help', 'the options of a command, with examples'],
      ['tunnel-triage --version', 'the version'],
    ]),
    '',
    'Examples',
    ...table(examples),
    '',
    STATUS,
    '',
  ].join('\n');
}

/** The help of one command: what it takes, each option, examples. */
export function commandHelp(form: CommandForm): string {
  const options = Object.entries(form.options).map(([name, option]): Row => [withValue(name, option), option.said]);
  return [
    synopsis(form, false),
    ...broken(`${capital(form.said)}.`, '  '),
    ...(form.more === undefined ? [] : broken(form.more, '  ')),
    '',
    ...(options.length === 0 ? [] : ['Options', ...table(options), '']),
    'Examples',
    ...table(form.examples),
    '',
    STATUS,
    '',
  ].join('\n');
}

type Row = readonly [left: string, right: string];

function synopsis({ name, operand, options }: CommandForm, isShort: boolean): string {
  const names = Object.entries(options).map(
    ([option, { value }]) => `[--${option}${value === undefined ? '' : ` ${value}`}]`,
  );
  const shown = isShort && names.length > 1 ? ['[options]'] : names.length > 3 ? ['[options]'] : names;
  return ['tunnel-triage', name, ...shown, ...(operand === null ? [] : [operand.written])].join(' ');
}

const withValue = (name: string, { value }: OptionForm): string => `--${name}${value === undefined ? '' : ` ${value}`}`;

/** Widest left side that has its sentence beside it; a longer one has it below. */
const MAX_LEFT = 42;

function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length).filter((length) => length <= MAX_LEFT), 0);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = broken(right, ' '.repeat(width + 4));
    if (left.length > width) return [`  ${left}`, first, ...more];
    return [`  ${left.padEnd(width)}  ${first.trimStart()}`, ...more];
  });
}

function broken(text: string, margin: string): readonly string[] {
  return wrapped(text, COLUMNS - margin.length, '').map((line) => margin + line);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The command line was used in a way that it does not know; the sentence says what to do instead. Exit status 2. */
export interface Misuse {
  readonly kind: 'misuse';
  readonly sentence: string;
  /** The command whose help says more, where one is known. */
  readonly command?: string;
}

export const misuse = (sentence: string, command?: string): Misuse => ({
  kind: 'misuse',
  sentence,
  ...(command === undefined ? {} : { command }),
});

/** What a command of the terminal answers: text for standard output, complaints for standard error, the exit status. */
export interface Answer {
  readonly kind: 'answer';
  readonly output: string;
  readonly complaints: readonly string[];
  readonly status: 0 | 1 | 3;
}

export const answer = (output: string, complaints: readonly string[] = [], status: 0 | 1 | 3 = 0): Answer => ({
  kind: 'answer',
  output,
  complaints,
  status,
});
