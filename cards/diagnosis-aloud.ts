/** What is read aloud of a diagnosis: title, cause, what to do, in two or three sentences. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { headline } from './headline';
import { machineName } from './next-command-part';
import { remediesOf } from './remedies-part';

/** Of a command only its first words. `lead` is said before the cause. */
export function diagnosisAloud(diagnosis: Diagnosis, lead = ''): string {
  const { title, sentence } = headline(diagnosis);
  return [`${title}.`, lead, withoutAddresses(sentence), toDoAloud(diagnosis)].filter((said) => said !== '').join(' ');
}

function toDoAloud(diagnosis: Diagnosis): string {
  if (diagnosis.outcome === 'healthy') return 'If an application still fails, the tunnels are not the cause.';
  const { next, computer } = diagnosis;
  if (next === null) return withoutAddresses(remediesOf(diagnosis)[0] ?? '');
  const rights = next.elevated ? ', as administrator' : '';
  return `Run ${firstWords(next.command)} on ${machineName(next.runOn, computer)}${rights}, and send what it prints.`;
}

/** "netsh advfirewall": enough to know which command is meant. */
const firstWords = (command: string): string =>
  command
    .split(/\s+/, 2)
    .filter((part) => /^[\w-]+$/.test(part))
    .join(' ') || 'the command';

/** An IPv6 address read aloud is noise. */
const withoutAddresses = (sentence: string): string =>
  sentence.replace(/\b[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}/gi, 'the address');
