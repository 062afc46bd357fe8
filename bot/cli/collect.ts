/** `tunnel-triage collect`: the script that a technician runs once, elevated, to gather the evidence of one machine. */
import { collectScript } from '../../analyzers/index';
import { collectForm } from './command-forms';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse } from './usage';

/** The script alone goes to standard output, so that it can be sent into a file; how to run it stands at its top. */
export function collect(words: readonly string[]): Answer | Misuse {
  const read = readWords(collectForm, words);
  if (read.kind === 'misuse') return read;
  const shell = read.values.shell === 'powershell' ? 'powershell' : 'cmd';
  const on = read.values.on === 'server' ? 'server' : 'client';
  const { script, pasteLine, fileName } = collectScript({ shell, on });
  if (read.values.line) return answer(`${pasteLine}\n`);
  return answer(script, [`Save it as ${fileName} and run it on the ${on}, elevated; its zip is what analyze takes.`]);
}
