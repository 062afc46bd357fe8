/** `tunnel-triage completion SHELL`: the script by which a shell completes the commands and options of this program. */
import { type CommandForm } from './command-form';
import { commandForms, completionForm } from './command-forms';
import { bashCompletion } from './completions/bash-completion';
import { fishCompletion } from './completions/fish-completion';
import { powershellCompletion } from './completions/powershell-completion';
import { zshCompletion } from './completions/zsh-completion';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse, misuse } from './usage';

type Shell = (typeof completionForm.operand.choices)[number];

const scripts: Readonly<Record<Shell, (forms: readonly CommandForm[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** The script holds every command and option itself, so that a press of the tab key starts no program. */
export function completion(words: readonly string[]): Answer | Misuse {
  const read = readWords(completionForm, words);
  if (read.kind === 'misuse') return read;
  const [given, ...more] = read.operands;
  const shell = completionForm.operand.choices.find((choice) => choice === given);
  if (shell === undefined || more.length > 0) {
    return misuse(`completion takes one shell: ${completionForm.operand.choices.join(', ')}.`, 'completion');
  }
  return answer(scripts[shell](commandForms));
}
