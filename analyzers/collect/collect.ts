/** The script that a technician runs once to gather all the evidence of one machine, and the same as one line to paste. */
import { type Shell } from '../diagnosis/diagnosis';
import { cmdFileName, cmdScript } from './cmd-script';
import { type CollectedMachine } from './collected-outputs';
import { pasteLine } from './paste-line';
import { powershellFileName, powershellScript } from './powershell-script';

export interface CollectOrder {
  readonly shell: Shell;
  readonly on: CollectedMachine;
}

export interface CollectScript {
  readonly on: CollectedMachine;
  readonly shell: Shell;
  /** The name under which it is saved: the way it is run depends on its ending. */
  readonly fileName: string;
  /** Its lines end as Windows' do; it is plain ASCII, so that no code page changes it. */
  readonly script: string;
  /** Without the commands that need a value from the technician. */
  readonly pasteLine: string;
}

export function collectScript({ shell, on }: CollectOrder): CollectScript {
  const [fileName, script] =
    shell === 'cmd' ? [cmdFileName(on), cmdScript(on)] : [powershellFileName(on), powershellScript(on)];
  return { on, shell, fileName, script, pasteLine: pasteLine(shell, on) };
}
