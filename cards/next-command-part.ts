/** THE command to run now, where it is run, and what its answer would mean. */
import { type Machine, type NextCommand, type Shell } from '../analyzers/diagnosis/diagnosis';
import { type Element } from './elements';
import { aside, block, code, heading, value } from './kit';
import { type Words, words } from './words';

/** What the place of a command is made of. */
export type Place = Pick<NextCommand, 'runOn' | 'shell' | 'elevated'>;

export function nextCommandPart(next: NextCommand, computer: string | null, said = words`Run this next`): Element {
  return commandBlock({ said, command: next.command, place: next, computer, after: next.why });
}

interface CommandBlock {
  readonly said: Words;
  readonly command: string;
  readonly place: Place;
  readonly computer: string | null;
  readonly after: string;
}

/** A heading, the place in one small line, the command, and one or two sentences. */
export const commandBlock = ({ said, command, place, computer, after }: CommandBlock): Element =>
  block([
    heading(said),
    aside(placeLine(place, computer)),
    code(command, place.shell),
    ...(after === '' ? [] : [value(after, 'Small')]),
  ]);

/** "On CLIENT1 · Command Prompt, as administrator". */
export const placeLine = ({ runOn, shell, elevated }: Place, computer: string | null): string =>
  `On ${machineName(runOn, computer)} · ${shellName(shell)}, ${elevated ? 'as administrator' : 'as the signed-in user'}`;

/** The machine inside a sentence: the client by its name where one is known. */
export function machineName(machine: Machine, computer: string | null): string {
  switch (machine) {
    case 'client':
      return computer ?? 'the client';
    case 'server':
      return 'the DirectAccess server';
    case 'domain-controller':
      return 'a domain controller';
  }
}

export const shellName = (shell: Shell): string => (shell === 'cmd' ? 'Command Prompt' : 'PowerShell');

/** The command with its output saved as a text file on the desktop that all users share. One that saves by itself stays. */
export function savedToFile({ command, shell }: Pick<NextCommand, 'command' | 'shell'>): string {
  if (/\s>{1,2}\s/.test(command)) return command;
  if (shell === 'powershell') return `& { ${command} } | Out-File "$env:PUBLIC\\Desktop\\output.txt" -Width 500`;
  return `${command.includes('&') ? `(${command})` : command} > "%PUBLIC%\\Desktop\\output.txt"`;
}
