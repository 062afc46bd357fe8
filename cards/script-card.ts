/** The collecting script: one line to paste, and the whole script to save, for one machine and one shell. */
import { type Machine, type Shell } from '../analyzers/diagnosis/diagnosis';
import { type AdaptiveCard, type CodeBlock } from './elements';
import { aside, block, card, heading, text, title, value } from './kit';
import { placeLine } from './next-command-part';
import { shown } from './outside-text';
import { row } from './row';
import { words } from './words';

/** A script as the analyzers make it. */
export interface Script {
  readonly on: Exclude<Machine, 'domain-controller'>;
  readonly shell: Shell;
  readonly fileName: string;
  readonly script: string;
  readonly pasteLine: string;
}

export function scriptCard({ on, shell, fileName, script, pasteLine }: Script): AdaptiveCard {
  return card(`Two ways to gather everything that the ${on} shows, at once.`, [
    title(words`Gather everything at once`),
    text(
      words`It only reads: no key, no password and no setting. The outputs name the computer, its users, groups and addresses.`,
      { spacing: 'Small' },
    ),
    block([
      heading(words`One line to paste`),
      aside(placeLine({ runOn: on, shell, elevated: true }, null)),
      scriptBlock(pasteLine, shell),
      value(
        `It writes ${on}-outputs.txt to the desktop that all users share. Send me that file. It leaves out what needs a name or an address.`,
        'Small',
      ),
    ]),
    ...row({
      id: 'script',
      said: words`The whole script, for one zip`,
      spacing: 'Medium',
      content: [
        value(`Save it as ${fileName}. Its first lines say how to run it. Send me the zip that it makes.`),
        scriptBlock(script.trimEnd(), shell),
      ],
    }),
  ]);
}

/** Where no code can be drawn, a script of this length would be cut, and could not be copied to the machine that needs it. */
const scriptBlock = (script: string, shell: Shell): CodeBlock => ({
  type: 'CodeBlock',
  codeSnippet: script
    .split(/\r?\n/)
    .map((line) => shown(line))
    .join('\n'),
  language: shell === 'cmd' ? 'Dos' : 'PowerShell',
  fallback: {
    type: 'Container',
    items: [text(words`This device shows no code. Open this chat on a computer.`)],
    spacing: 'Small',
  },
  spacing: 'Small',
});
