/** The completion script for fish 3 (fish, "complete - edit command-specific tab-completions"). */
import { type CommandForm, type OptionForm } from '../command-form';

export function fishCompletion(forms: readonly CommandForm[]): string {
  return `${[
    '# Completion of tunnel-triage for fish: tunnel-triage completion fish > ~/.config/fish/completions/tunnel-triage.fish',
    'complete -c tunnel-triage -f',
    ...forms.map(
      ({ name, said }) => `complete -c tunnel-triage -n __fish_use_subcommand -a ${name} -d ${quoted(said)}`,
    ),
    `complete -c tunnel-triage -n __fish_use_subcommand -l version -d ${quoted('the version')}`,
    `complete -c tunnel-triage -l help -d ${quoted('how it is used')}`,
    ...forms.flatMap(linesOf),
  ].join('\n')}\n`;
}

function linesOf(form: CommandForm): readonly string[] {
  const names = [form.name, ...(form.otherNames ?? [])].join(' ');
  const start = `complete -c tunnel-triage -n ${quoted(`__fish_seen_subcommand_from ${names}`)}`;
  const { operand } = form;
  return [
    ...Object.entries(form.options).map(
      ([name, option]) => `${start} -l ${name} ${ofValue(option)}-d ${quoted(option.said)}`,
    ),
    ...(operand?.kind === 'files' ? [`${start} -F`] : []),
    ...(operand?.choices === undefined ? [] : [`${start} -a ${quoted(operand.choices.join(' '))}`]),
  ];
}

/** `__fish_append ,` completes the part behind the last comma of a list. */
function ofValue({ type, choices, isList, isFile }: OptionForm): string {
  if (type === 'boolean') return '';
  if (isFile === true) return '-r -F ';
  if (choices === undefined) return '-x ';
  return isList === true
    ? `-x -a ${quoted(`(__fish_append , ${choices.join(' ')})`)} `
    : `-x -a ${quoted(choices.join(' '))} `;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
