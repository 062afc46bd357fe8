/** The buttons below a diagnosis: the first is what the card asks for. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type Element, type Verb } from './elements';

/** `more` stands in the overflow menu, before what ends the case. */
export function diagnosisButtons(
  { outcome, next }: Diagnosis,
  context: CardContext,
  more: readonly Verb[] = [],
): readonly Element[] {
  // A note that the bot can post itself is not one to copy.
  const note = context.ticket === undefined ? 'note' : 'ticket';
  if (outcome === 'healthy') return buttons(['close', note], [...more, 'new-case'], context);
  if (next === null) return buttons(['fixed', note], [...more, 'new-case'], context);
  const repaired: readonly Verb[] = outcome === 'failed' ? ['fixed'] : [];
  // Six actions are what Teams draws; a card with one more was offered the script before.
  const script: readonly Verb[] = more.length === 0 ? ['collect'] : [];
  return buttons(['paste', note], ['error', ...repaired, ...more, ...script, 'new-case'], context);
}
