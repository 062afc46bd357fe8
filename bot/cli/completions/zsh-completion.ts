/** The completion script for zsh 5 (zshcompsys(1), `_arguments`). */
import { type CommandForm, type OptionForm } from '../command-form';

export function zshCompletion(forms: readonly CommandForm[]): string {
  return `#compdef tunnel-triage
# Completion of tunnel-triage for zsh: source <(tunnel-triage completion zsh), after compinit.
_tunnel-triage() {
  local context state line
  local -a commands
  commands=(
${forms.map(({ name, said }) => `    ${quoted(`${name}:${said.replace(/:/g, '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments '--help[the usage]' '--version[the version]'
    return
  fi
  case "$words[2]" in
${forms.map(branch).join('\n')}
  esac
}
compdef _tunnel-triage tunnel-triage
`;
}

function branch(form: CommandForm): string {
  const specs = [
    ...Object.entries(form.options).map(([name, option]) => optionSpec(name, option)),
    quoted('--help[how it is used]'),
    ...operandSpec(form),
  ];
  return `    ${[form.name, ...(form.otherNames ?? [])].join('|')})
      (( CURRENT-- )); shift words
      _arguments ${specs.join(' ')} ;;`;
}

function optionSpec(name: string, { said, type, choices, isList, isFile }: OptionForm): string {
  const text = `--${name}[${said.replace(/[[\]:]/g, '\\$&')}]`;
  if (type === 'boolean') return quoted(text);
  const values =
    isFile === true
      ? '_files'
      : choices === undefined
        ? ' '
        : isList === true
          ? `_sequence compadd - ${choices.join(' ')}`
          : `(${choices.join(' ')})`;
  return quoted(`${text}:${name}:${values}`);
}

function operandSpec({ operand }: CommandForm): readonly string[] {
  if (operand === null) return [];
  if (operand.kind === 'files') return [quoted('*:file:_files')];
  return [quoted(operand.choices === undefined ? '*:code: ' : `1:${operand.kind}:(${operand.choices.join(' ')})`)];
}

const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;
