/** What to do where no command could tell more: the remedies, numbered, and as the last the command that shows whether it worked. */
import { type Diagnosis, type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { type ColumnSet, type Element } from './elements';
import { block, code, heading, value } from './kit';
import { machineName, shellName } from './next-command-part';
import { words } from './words';

/** More than these nobody reads on a phone. */
export const MAX_REMEDIES = 6;

export function remediesPart(diagnosis: Diagnosis): readonly Element[] {
  const check = diagnosis.then[0] ?? null;
  const remedies = remediesOf(diagnosis);
  const said = [
    ...remedies,
    ...(check === null ? [] : [checkSentence(check, diagnosis.computer, remedies.length > 0)]),
  ];
  if (said.length === 0) return [];
  return [
    block([
      heading(words`Do this`),
      ...said.map(numbered),
      ...(check === null ? [] : [code(check.command, check.shell)]),
    ]),
  ];
}

/**
 * Those of the confirmed cause; where none is confirmed, those of all causes, most probable first, each once. Tracing is the last
 * resort, so it comes last whichever cause names it.
 */
export function remediesOf({ causes }: Diagnosis): readonly string[] {
  const [first] = causes;
  const meant = first?.confidence === 'confirmed' ? [first] : causes;
  const remedies = [...new Set(meant.flatMap(({ remedy }) => remedy))];
  const last = remedies.filter((remedy) => remedy.includes('wfp capture'));
  return [...remedies.filter((remedy) => !last.includes(remedy)).slice(0, MAX_REMEDIES - last.length), ...last];
}

/** The number stands in a TextRun: a TextBlock would make an empty list of it. */
export const numbered = (said: string, index: number): ColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: '20px', items: [value(String(index + 1), undefined, { weight: 'Bolder' })] },
    { type: 'Column', width: 'stretch', items: [value(said)], spacing: 'Small' },
  ],
  spacing: 'Small',
});

/** "Then run this on CLIENT1, as administrator, in a Command Prompt. Send me what it prints." */
export function checkSentence(check: NextCommand, computer: string | null, after: boolean): string {
  const rights = check.elevated ? 'as administrator' : 'as the signed-in user';
  const place = check.shell === 'cmd' ? 'a Command Prompt' : shellName(check.shell);
  const lead = after ? 'Then run' : 'Run';
  return `${lead} this on ${machineName(check.runOn, computer)}, ${rights}, in ${place}. Send me what it prints.`;
}
