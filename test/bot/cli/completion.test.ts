/** The completion scripts, pressed in real shells; zsh and fish where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completion } from '../../../bot/cli/completion';
import { commandForms } from '../../../bot/cli/command-forms';
import { powershellTokens } from '../../support/powershell-tokens';

function script(shell: string): string {
  const result = completion([shell]);
  if (result.kind === 'misuse') throw new Error(result.sentence);
  return result.output;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  writeFileSync(join(folder, 'mmsa.txt'), '');
  writeFileSync(join(folder, 'script.bash'), script('bash'));
  writeFileSync(join(folder, 'script.fish'), script('fish'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function ran(program: string, words: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout.trimEnd().split('\n');
}

const commands = commandForms.map(({ name }) => name);
const analyzeOptions = [...Object.keys(commandForms[0].options), 'help'].map((name) => `--${name}`);

/** What is typed, the last word being the one at the cursor, and what is offered for it. */
const presses: readonly (readonly [typed: readonly string[], offered: readonly string[]])[] = [
  [[''], [...commands, '--help', '--version']],
  [['an'], ['analyze']],
  [['analyze', '--'], analyzeOptions],
  [
    ['analyse', '--ser'],
    ['--server-ipv4', '--server-ipv4-2', '--server'],
  ],
  [
    ['analyze', '--fail-on', 'failed,un'],
    ['failed,unknown', 'failed,unreadable'],
  ],
  [['analyze', '--case', 'mm'], ['mmsa.txt']],
  [['analyze', '--at', ''], []],
  [['parse', 'mm'], ['mmsa.txt']],
  [['collect', '--shell', 'p'], ['powershell']],
  [
    ['collect', '--on', ''],
    ['client', 'server'],
  ],
  [['completion', 'z'], ['zsh']],
  [['explain', '13'], []],
  [['steps', ''], []],
];

describe('bash', () => {
  /** One start for all presses: each is a line of what was offered. */
  const offered = (): readonly string[] =>
    ran('bash', [
      '-c',
      [
        'set -u; source script.bash',
        'press() { COMP_WORDS=(tunnel-triage "$@"); COMP_CWORD=$#; COMPREPLY=(); _tunnel_triage; echo ":${COMPREPLY[*]-}"; }',
        ...presses.map(([typed]) => `press ${typed.map((word) => `'${word}'`).join(' ')}`),
        'press collect --shell = c; press collect --shell =',
        'complete -p tunnel-triage',
      ].join('\n'),
    ]);

  it('offers commands, options, values and files', () => {
    const lines = offered();
    expect(lines.slice(0, presses.length)).toEqual(presses.map(([, words]) => `:${words.join(' ')}`));
    expect(lines.slice(presses.length)).toEqual([
      ':cmd',
      ':cmd powershell',
      'complete -o filenames -F _tunnel_triage tunnel-triage',
    ]);
  });
});

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
/** Skipped with a word where the shell is not there: the suite installs none for this alone. */
function where(program: string): jest.It {
  if (isInstalled(program)) return it;
  console.info(`${program} is not installed, so its completion script is not pressed here.`);
  return it.skip;
}

describe('fish', () => {
  where('fish')('offers the same', () => {
    const separator = '----';
    const lines = ran('fish', [
      '-c',
      [
        'source script.fish',
        ...presses.map(([typed]) => `complete -C 'tunnel-triage ${typed.join(' ')}' | cut -f1; echo ${separator}`),
      ].join('\n'),
    ]);
    const offered = lines
      .join('\n')
      .split(separator)
      .map((part) =>
        part
          .trim()
          .split('\n')
          .filter((word) => word !== '')
          .sort(),
      );
    // fish offers options only behind a dash.
    const wanted = presses
      .map(([, words], index) => (index === 0 ? commands : words))
      .map((words) => [...words].sort());
    expect(offered.slice(0, presses.length)).toEqual(wanted);
  });
});

describe('zsh', () => {
  where('zsh')('takes the script, and its completion system takes the function', () => {
    writeFileSync(join(folder, 'script.zsh'), script('zsh'));
    expect(
      ran('zsh', ['-f', '-c', 'autoload -Uz compinit; compinit -u -D; source script.zsh; echo $_comps[tunnel-triage]']),
    ).toEqual(['_tunnel-triage']);
  });

  it('has every command, and every option with its words', () => {
    const text = script('zsh');
    const missing = commandForms.flatMap(({ name, options }) =>
      Object.keys(options)
        .filter((option) => !text.includes(`--${option}[`))
        .map((option) => `${name} --${option}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('powershell', () => {
  const tokens = powershellTokens(script('powershell'));

  it('closes everything that it opens, and expands nothing that is ours', () => {
    expect(tokens.filter(({ kind }) => kind === 'expandable')).toEqual([]);
  });

  it('holds every command and every option as a literal', () => {
    const literals = new Set(tokens.filter(({ kind }) => kind === 'literal').map(({ text }) => text));
    expect(commands.filter((name) => !literals.has(name))).toEqual([]);
    expect(analyzeOptions.filter((option) => !literals.has(option))).toEqual([]);
    expect(literals.has('collect --shell')).toBe(true);
  });
});
