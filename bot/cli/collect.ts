/** `tunnel-triage collect`: the script that a technician runs once, elevated, to gather the evidence of one machine. */
import { parseArgs } from 'node:util';
import { collectScript, type CollectOrder } from '../../analyzers/index';
import { faultReason } from '../fault';
import { type Answer, answer, type Misuse, misuse } from './usage';

const SHELLS: readonly CollectOrder['shell'][] = ['cmd', 'powershell'];
const MACHINES: readonly CollectOrder['on'][] = ['client', 'server'];

const OPTIONS = {
  shell: { type: 'string', default: 'cmd' },
  on: { type: 'string', default: 'client' },
  line: { type: 'boolean', default: false },
} as const;

/** The script alone goes to standard output, so that it can be sent into a file; how to run it stands at its top. */
export function collect(words: readonly string[]): Answer | Misuse {
  let options;
  try {
    options = parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch (fault) {
    return misuse(`collect: ${faultReason(fault)}`);
  }
  const shell = SHELLS.find((one) => one === options.shell);
  const on = MACHINES.find((one) => one === options.on);
  if (shell === undefined) return misuse(`--shell is cmd or powershell, not ${options.shell}.`);
  if (on === undefined) return misuse(`--on is client or server, not ${options.on}.`);
  const { script, pasteLine, fileName } = collectScript({ shell, on });
  if (options.line) return answer(`${pasteLine}\n`);
  return answer(script, [`Save it as ${fileName} and run it on the ${on}, elevated; its zip is what analyze takes.`]);
}
