/** The completion script for PowerShell 5 and later (Register-ArgumentCompleter -Native). */
import { type CommandForm, type OptionForm } from '../command-form';
import { optionWords } from './option-words';

export function powershellCompletion(forms: readonly CommandForm[]): string {
  return `# Completion of tunnel-triage for PowerShell: tunnel-triage completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'tunnel-triage' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $options = @{
${forms.flatMap((form) => namesOf(form).map((name) => `    ${quoted(name)} = ${list(optionWords(form))}`)).join('\n')}
  }
  $values = @{
${forms.flatMap((form) => namesOf(form).flatMap((name) => valueRows(name, form))).join('\n')}
  }
  $operands = @{
${forms.flatMap((form) => (form.operand?.choices === undefined ? [] : [`    ${quoted(form.name)} = ${list(form.operand.choices)}`])).join('\n')}
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $kept = ''
  if ($words.Count -le 1) { $found = ${list([...forms.map(({ name }) => name), '--help', '--version'])} }
  elseif ($values.ContainsKey($words[1] + ' ' + $words[-1])) {
    $found = $values[$words[1] + ' ' + $words[-1]]
    $comma = $wordToComplete.LastIndexOf(',') + 1
    $kept = $wordToComplete.Substring(0, $comma)
    $wordToComplete = $wordToComplete.Substring($comma)
  }
  elseif ($wordToComplete.StartsWith('-')) { $found = $options[$words[1]] }
  else { $found = $operands[$words[1]] }
  $found | Where-Object { $_ -like ($wordToComplete + '*') } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($kept + $_, $_, 'ParameterValue', $_)
  }
}
`;
}

const namesOf = ({ name, otherNames = [] }: CommandForm): readonly string[] => [name, ...otherNames];

function valueRows(name: string, { options }: CommandForm): readonly string[] {
  return Object.entries(options).flatMap(([option, { choices }]: readonly [string, OptionForm]) =>
    choices === undefined ? [] : [`    ${quoted(`${name} --${option}`)} = ${list(choices)}`],
  );
}

const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;
const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
