/** `tunnel-triage steps`: the ladder itself, every step with its evidence and its command. */
import { describeLadder } from '../../analyzers/index';
import { type Surroundings } from './surroundings';
import { stepsForm } from './command-forms';
import { ladderView } from './ladder-view';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse } from './usage';

export function steps(words: readonly string[], { terminal }: Surroundings): Answer | Misuse {
  const read = readWords(stepsForm, words);
  if (read.kind === 'misuse') return read;
  const ladder = describeLadder();
  return answer(read.values.json ? `${JSON.stringify(ladder, null, 2)}\n` : ladderView(ladder, terminal));
}
