/** `tunnel-triage steps`: the ladder itself, every step with its evidence and its command. */
import { describeLadder } from '../../analyzers/index';
import { type Surroundings } from './analyze';
import { ladderView } from './ladder-view';
import { type Answer, answer, type Misuse, misuse } from './usage';

export function steps(words: readonly string[], { terminal }: Surroundings): Answer | Misuse {
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) return misuse(`steps does not know ${unknown}. It has one option, --json.`);
  const ladder = describeLadder();
  return answer(words.includes('--json') ? `${JSON.stringify(ladder, null, 2)}\n` : ladderView(ladder, terminal));
}
