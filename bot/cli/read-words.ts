/** The words behind a command, read by its form: the values of its options and its operands, or what is wrong with them. */
import { parseArgs } from 'node:util';
import { faultReason } from '../fault';
import { type CommandForm, type OptionForm } from './command-form';
import { type Misuse, misuse } from './usage';

/** Each option by its name: a flag is there or not, a value is undefined where it was not given. */
export type OptionValues<Form extends CommandForm> = {
  readonly [Name in keyof Form['options']]: Form['options'][Name]['type'] extends 'boolean'
    ? boolean
    : string | undefined;
};

export interface ReadWords<Form extends CommandForm> {
  readonly kind: 'read';
  readonly values: OptionValues<Form>;
  /** In the order given. */
  readonly operands: readonly string[];
}

export function readWords<Form extends CommandForm>(form: Form, words: readonly string[]): ReadWords<Form> | Misuse {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      options: { ...form.options },
      allowPositionals: form.operand !== null,
      tokens: true,
    });
  } catch (fault) {
    return misuse(`${form.name}: ${inOneSentence(faultReason(fault))}`, form.name);
  }
  const given: Readonly<Record<string, unknown>> = parsed.values;
  for (const [name, option] of Object.entries(form.options)) {
    const refused = refusal(`--${name}`, option, given[name]);
    if (refused !== null) return misuse(refused, form.name);
  }
  const values = Object.fromEntries(
    Object.entries(form.options).map(([name, { type }]) => [
      name,
      type === 'boolean' ? given[name] === true : given[name],
    ]),
  );
  // parseArgs was given these very options, so each value has the type that its form declares.
  return { kind: 'read', values: values as OptionValues<Form>, operands: parsed.positionals };
}

/** Why a value is none of the choices; null where it may stand. */
function refusal(option: string, { choices, isList }: OptionForm, value: unknown): string | null {
  if (choices === undefined || typeof value !== 'string') return null;
  const wrong = (isList === true ? value.split(',').filter((one) => one !== '') : [value]).find(
    (one) => !choices.includes(one),
  );
  return wrong === undefined ? null : `${option} does not know ${wrong}. It knows ${choices.join(', ')}.`;
}

/** Node's words for a wrong option, without its advice on names that begin with a dash, whose quotes do not close. */
const inOneSentence = (reason: string): string =>
  `${reason.replace(/\.? To specify a positional .*$/, '')}.`.replace(/\.\.$/, '.');
