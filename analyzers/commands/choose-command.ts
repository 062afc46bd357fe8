/** Which of several commands printed what all of them could have: told by the name of the document, else by what the case awaits. */
import { commandsOf } from '../intake/prompts';
import { type Command } from './command';
import { type Undecided } from './outputs';

/** The command that is taken, with the command line that is known to have been asked for. */
export interface Decided {
  readonly undecided: Undecided;
  readonly command: Command;
  readonly typed: string | null;
}

/** The one candidate that the file's name, else its folder's name, speaks of. */
export function chooseByName(documentName: string, candidates: readonly Command[]): Command | undefined {
  const parts = documentName.split(/[\\/]/).slice(-2).reverse();
  for (const part of parts) {
    const named = candidates.filter((command) => command.named?.(part) ?? false);
    if (named.length === 1) return named[0];
  }
  return undefined;
}

/** The commands of an awaited command line, in its order, as far as they are known. */
export function awaitedCommands(
  line: string | null,
  registry: readonly Command[],
): readonly { readonly command: Command; readonly typed: string }[] {
  return commandsOf(line ?? '').flatMap((typed) => {
    const command = registry.find(({ runs }) => runs(typed));
    return command === undefined ? [] : [{ command, typed }];
  });
}

/**
 * Decides the sentences of one document that several commands print: by its name; else, where just as many awaited commands as
 * sentences are still unanswered in it, in the order in which they were asked for. The others stay undecided.
 */
export function decide(
  documentName: string,
  sentences: readonly Undecided[],
  awaited: readonly { readonly command: Command; readonly typed: string }[],
  answered: ReadonlySet<string>,
): { readonly decided: readonly Decided[]; readonly open: readonly Undecided[] } {
  const decided: Decided[] = [];
  const unnamed = sentences.filter((undecided) => {
    const command = chooseByName(documentName, undecided.candidates);
    if (command === undefined) return true;
    decided.push({ undecided, command, typed: null });
    return false;
  });
  const unanswered = awaited.filter(
    ({ command }) => !answered.has(command.id) && unnamed.some(({ candidates }) => candidates.includes(command)),
  );
  if (unanswered.length !== unnamed.length) return { decided, open: unnamed };
  const open = unnamed.filter((undecided, index) => {
    const one = unanswered[index];
    if (one === undefined || !undecided.candidates.includes(one.command)) return true;
    decided.push({ undecided, ...one });
    return false;
  });
  return { decided, open };
}
