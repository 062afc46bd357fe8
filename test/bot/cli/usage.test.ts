/** The usage, the words that a command takes, and the README: all of one registry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandForm } from '../../../bot/cli/command-form';
import { analyzeForm, commandForms, formNamed } from '../../../bot/cli/command-forms';
import { readWords } from '../../../bot/cli/read-words';
import { commandHelp, programHelp } from '../../../bot/cli/usage';

const forms: readonly CommandForm[] = commandForms;

/** The words behind `tunnel-triage` in a typed line, up to what the shell does with its output. */
const wordsOf = (line: string): readonly string[] =>
  (/tunnel-triage ([^|>)]*)/.exec(line)?.[1] ?? '').trim().split(/\s+/);

/** What is wrong with a typed line; null where it may stand. */
function fault(line: string): string | null {
  const [command = '', ...words] = wordsOf(line);
  const form = formNamed(command);
  if (form === undefined) return `There is no command ${command}.`;
  const read = readWords(
    form,
    words.filter((word) => !/^-\d/.test(word)),
  );
  return read.kind === 'misuse' ? read.sentence : null;
}

test('The help of the program names every command', () => {
  expect(
    forms.filter(({ name, said }) => !flat(programHelp()).includes(name) || !flat(programHelp()).includes(said)),
  ).toEqual([]);
});

describe.each(forms.map((form) => [form.name, form] as const))('The help of %s', (_name, form) => {
  const help = flat(commandHelp(form));

  it('has each of its options with what it does, and each example', () => {
    const missing = Object.entries(form.options).filter(
      ([name, { said }]) => !help.includes(`--${name}`) || !help.includes(said),
    );
    expect(missing).toEqual([]);
    expect(form.examples.filter(([line, said]) => !help.includes(line) || !help.includes(said))).toEqual([]);
  });

  it('has examples that the command takes', () => {
    expect(form.examples.length).toBeGreaterThan(0);
    expect(form.examples.map(([line]) => fault(line)).filter((said) => said !== null)).toEqual([]);
  });

  it('has no line that is wider than a terminal', () => {
    expect(
      commandHelp(form)
        .split('\n')
        .filter((line) => line.length > 96),
    ).toEqual([]);
  });
});

test('Every command line in the README is one that the program takes', () => {
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  const lines = [...readme.matchAll(/^ {4}npx (tunnel-triage .*?)(?: {2,}.*)?$/gm)].map(([, line]) => line!);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.map(fault).filter((said) => said !== null)).toEqual([]);
});

test('The values of options are typed by their form, and operands keep their order', () => {
  const read = readWords(analyzeForm, ['b', '--json', '--case', 'c.json', 'a', '--', '--at']);
  if (read.kind === 'misuse') throw new Error(read.sentence);
  const {
    json,
    card,
    case: file,
    at,
  }: { json: boolean; card: boolean; case: string | undefined; at: string | undefined } = read.values;
  expect({ json, card, file, at, operands: read.operands }).toEqual({
    json: true,
    card: false,
    file: 'c.json',
    at: undefined,
    operands: ['b', 'a', '--at'],
  });
});

test('Of a list every word is held against the choices', () => {
  expect(readWords(analyzeForm, ['--fail-on', 'failed,broken'])).toMatchObject({
    kind: 'misuse',
    sentence: expect.stringContaining('--fail-on does not know broken. It knows failed,') as unknown,
  });
  expect(readWords(analyzeForm, ['--fail-on', 'failed,unknown'])).toMatchObject({ kind: 'read' });
});

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
