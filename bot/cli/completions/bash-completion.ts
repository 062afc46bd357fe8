/** The completion script for bash 3.2 and later (Bash Reference Manual, "Programmable Completion"). */
import { type CommandForm, type OptionForm } from '../command-form';
import { optionWords } from './option-words';

export function bashCompletion(forms: readonly CommandForm[]): string {
  return `# Completion of tunnel-triage for bash: source <(tunnel-triage completion bash)
_tunnel_triage() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="" command="" chosen=""
  [ "$COMP_CWORD" -gt 0 ] && before="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash parts --option=value into three words.
  [ "$current" = "=" ] && current=""
  [ "$before" = "=" ] && before="\${COMP_WORDS[COMP_CWORD-2]}"
  [ "$COMP_CWORD" -gt 1 ] && command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  case "$command" in
    "")
      COMPREPLY=($(compgen -W "${[...forms.map(({ name }) => name), '--help', '--version'].join(' ')}" -- "$current"))
      return ;;
${forms.map(branch).join('\n')}
  esac
}
complete -o filenames -F _tunnel_triage tunnel-triage
`;
}

function branch(form: CommandForm): string {
  const valued = Object.entries(form.options).filter(([, { type }]) => type === 'string');
  const values = valued.map(([name, option]) => `        --${name}) ${ofValue(option)}; return ;;\n`).join('');
  return `    ${[form.name, ...(form.otherNames ?? [])].join('|')})
${values === '' ? '' : `      case "$before" in\n${values}      esac\n`}      case "$current" in
        -*) COMPREPLY=($(compgen -W "${optionWords(form).join(' ')}" -- "$current")) ;;
        *) ${ofOperand(form)} ;;
      esac ;;`;
}

/** Of a list the part behind the last comma is completed, and what stands before it is kept. */
function ofValue({ choices, isList, isFile }: OptionForm): string {
  if (isFile === true) return 'COMPREPLY=($(compgen -f -- "$current"))';
  if (choices === undefined) return ':';
  const words = `-W "${choices.join(' ')}"`;
  if (isList !== true) return `COMPREPLY=($(compgen ${words} -- "$current"))`;
  return `chosen="\${current%"\${current##*,}"}"; COMPREPLY=($(compgen -P "$chosen" ${words} -- "\${current##*,}"))`;
}

function ofOperand({ operand }: CommandForm): string {
  if (operand?.kind === 'files') return 'COMPREPLY=($(compgen -f -- "$current"))';
  return operand?.choices === undefined
    ? ':'
    : `COMPREPLY=($(compgen -W "${operand.choices.join(' ')}" -- "$current"))`;
}
