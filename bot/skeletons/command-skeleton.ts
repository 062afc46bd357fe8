/** The skeleton of a command that is read: its reader, its data, its rows and a pair of fixtures. */
import { camel, type Skeleton } from './skeleton';

/** `id` is what its readings are called, like `netsh-isatap`. */
export function commandSkeleton(id: string): Skeleton {
  const name = camel(id);
  const typed = id.replace(/-/g, ' ');
  return {
    files: [
      { path: `analyzers/commands/${id}.ts`, text: reader(id, name, typed) },
      { path: `test/commands/${id}/whole.txt`, text: `${typed} Parameters\nState : working\n\nC:\\>\n` },
      { path: `test/commands/${id}/whole.json`, text: expected(id) },
    ],
    rows: [
      {
        path: 'analyzers/diagnosis/reading-data.ts',
        where: 'behind',
        line: /^export interface ReadingData \{/,
        row: `  /** \`${typed}\`. */\n  '${id}': { readonly state: string | null };`,
      },
      {
        path: 'analyzers/commands/index.ts',
        where: 'behind',
        line: /^import \{/,
        row: `import { ${name} } from './${id}';`,
      },
      { path: 'analyzers/commands/index.ts', where: 'before', line: /^\];/, row: `  ${name},` },
      { path: 'cards/command-names.ts', where: 'behind', line: /^const NAMES: /, row: `  '${id}': '${typed}',` },
    ],
    todo: [
      `Put a real output into test/commands/${id}/whole.txt, with one that was cut off and one that was refused beside it.`,
      `Write what is wanted of it into whole.json, and read it in analyzers/commands/${id}.ts.`,
      'Name a source, and run npm run docs.',
      `Run npx jest test/commands.test.ts -t ${id}.`,
    ],
  };
}

const reader = (id: string, name: string, typed: string): string => `/**
 * \`${typed}\`: what it shows, in a few words.
 *
 *     ${typed} Parameters
 *     State : working
 */
import { type Command, defineCommand } from './command';
import { printedFields, proofsOf } from './netsh-fields';

export const ${name}: Command<'${id}'> = defineCommand({
  id: '${id}',
  typed: '${typed}',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'What it shows, as a sentence.',
  sources: ['commandReference'],
  runs: (commandLine) => commandLine.toLowerCase().startsWith('${typed}'),
  begins: (lines, index) => lines[index]?.text.trim().toLowerCase() === '${typed} parameters',
  ends: () => false,
  read: (output) => {
    const state = printedFields(output).find(({ label }) => label === 'state');
    // A value that nothing follows may be cut in its middle.
    const whole = state?.followed === true ? state : undefined;
    return { data: { state: whole?.value ?? null }, complete: whole !== undefined, proofs: proofsOf({ state: whole }) };
  },
});
`;

const expected = (id: string): string =>
  `${JSON.stringify([{ command: id, complete: true, data: { state: 'FILL IN what the output says' } }], null, 2)}\n`;
