/** The one block that says what to do: the next command, the remedies, or where to look when the tunnels are up. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { type Element } from './elements';
import { applicationPart } from './healthy-part';
import { nextCommandPart } from './next-command-part';
import { remediesPart } from './remedies-part';

export function toDoPart(diagnosis: Diagnosis): readonly Element[] {
  if (diagnosis.outcome === 'healthy') return [applicationPart(diagnosis)];
  return diagnosis.next === null ? remediesPart(diagnosis) : [nextCommandPart(diagnosis.next, diagnosis.computer)];
}
