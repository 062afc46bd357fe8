/** The card of a diagnosis: what is broken, what to do now, why to believe it. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { doubtsPart } from './doubts-part';
import { type AdaptiveCard, type Element, type Verb } from './elements';
import { type Detail, fit } from './fit';
import { headline } from './headline';
import { allStepsPart, applicationPart, tunnelsPart } from './healthy-part';
import { card } from './kit';
import { machineName, nextCommandPart } from './next-command-part';
import { proofPart } from './proof-part';
import { remediesOf, remediesPart } from './remedies-part';
import { stepsPart } from './steps-part';
import { titlePart } from './title-part';

/** Never over Teams' size limit: the card weighs itself and folds evidence first. */
export function diagnosisCard(diagnosis: Diagnosis, context: CardContext): AdaptiveCard {
  const { seen, menu } = offered(diagnosis);
  return fit((detail) =>
    card(aloud(diagnosis), [
      titlePart(diagnosis),
      ...middle(diagnosis, detail),
      ...proofPart(diagnosis, detail),
      ...doubtsPart(diagnosis),
      ...buttons(seen, menu, context),
    ]),
  );
}

/** Exactly one block to do, then the steps. */
function middle(diagnosis: Diagnosis, detail: Detail): readonly Element[] {
  if (diagnosis.outcome === 'healthy') {
    return [...tunnelsPart(diagnosis), applicationPart(diagnosis), ...allStepsPart(diagnosis, detail)];
  }
  const toDo =
    diagnosis.next === null ? remediesPart(diagnosis) : [nextCommandPart(diagnosis.next, diagnosis.computer)];
  return [...toDo, ...stepsPart(diagnosis, detail)];
}

/** The first button is what the card asks for. */
function offered({ outcome, next }: Diagnosis): { readonly seen: readonly Verb[]; readonly menu: readonly Verb[] } {
  if (outcome === 'healthy') return { seen: ['close', 'note'], menu: ['new-case'] };
  if (next === null) return { seen: ['fixed', 'note'], menu: ['new-case'] };
  const repaired: readonly Verb[] = outcome === 'failed' ? ['fixed'] : [];
  return { seen: ['paste', 'note'], menu: ['error', ...repaired, 'collect', 'new-case'] };
}

/** Title, cause, what to do: two or three sentences, of a command only its first words. */
function aloud(diagnosis: Diagnosis): string {
  const { title, sentence } = headline(diagnosis);
  return [`${title}.`, withoutAddresses(sentence), toDoAloud(diagnosis)].filter((said) => said !== '').join(' ');
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
