/** The outputs as one line to paste into an elevated prompt: one text file comes out, which is read like a bundle. */
import { type Shell } from '../diagnosis/diagnosis';
import { echoed } from './cmd-quoting';
import { type CollectedMachine, type CollectedOutput, collectedOutputs, marker } from './collected-outputs';
import { literal } from './powershell-quoting';

/** The longest line that cmd takes (Microsoft, Command prompt line string limitation). */
export const MAX_CMD_LINE = 8191;

/** Without the commands that need an argument: a line to paste has nobody to ask. */
export function pasteLine(shell: Shell, on: CollectedMachine): string {
  const outputs = collectedOutputs(on).filter(({ argument }) => argument === null);
  return shell === 'cmd' ? inCmd(outputs, on) : inPowershell(outputs, on);
}

/** No blank before `&`: echo would print it behind the marker. A percent sign cannot be escaped outside of a batch file; none is needed. */
function inCmd(outputs: readonly CollectedOutput[], on: CollectedMachine): string {
  const parts = outputs.map((output) => `echo ${echoed([marker(output, output.line)])}&${output.line}`);
  return `(${parts.join('&')}&echo ##### end #####)>"%PUBLIC%\\Desktop\\${fileName(on)}" 2>&1`;
}

function inPowershell(outputs: readonly CollectedOutput[], on: CollectedMachine): string {
  const parts = outputs.map(
    (output) => `${literal(marker(output, output.line))}; cmd.exe /d /s /c ${literal(`"${output.line} 2>&1"`)}`,
  );
  const file = `"$env:PUBLIC\\Desktop\\${fileName(on)}"`;
  return `& { ${parts.join('; ')}; ${literal('##### end #####')} } | Set-Content -Encoding UTF8 ${file}`;
}

/** Its name says whose outputs they are. */
const fileName = (on: CollectedMachine): string => `${on}-outputs.txt`;
