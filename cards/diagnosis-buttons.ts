/** The buttons below a diagnosis: the first is what the card asks for. */
import { type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { buttons, execute, type Pressing } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Element, type Verb } from './elements';

/** Teams draws so many actions in one set; the last of them opens a card with all the others. */
const MAX_ACTIONS = 6;

/** `more` stands in the overflow menu before what can be had otherwise too. */
export function diagnosisButtons(
  diagnosis: Diagnosis,
  context: CardContext,
  more: readonly Verb[] = [],
): readonly Element[] {
  const { seen, menu } = offered(diagnosis, context, more);
  const room = MAX_ACTIONS - seen.length - 1;
  return buttons(seen, [...menu.slice(0, room), 'actions'], context);
}

interface Offered {
  readonly seen: readonly Verb[];
  /** The most needed first. */
  readonly menu: readonly (Verb | Pressing)[];
}

function offered({ outcome, next, causes }: Diagnosis, { ticket }: CardContext, more: readonly Verb[]): Offered {
  // A note that the bot can post itself is not one to copy.
  const note = ticket === undefined ? 'note' : 'ticket';
  if (outcome === 'healthy') return { seen: ['close', note], menu: ['solved', ...more, 'new-case'] };
  const [first] = causes;
  const notThis: readonly Pressing[] =
    outcome === 'failed' && first !== undefined ? [{ verb: 'not-this', data: { cause: first.id } }] : [];
  if (next === null) return { seen: ['fixed', note], menu: [...notThis, ...more, 'solved', 'remind', 'new-case'] };
  const repaired: readonly Verb[] = outcome === 'failed' ? ['fixed'] : ['error'];
  return { seen: ['answer', note], menu: [...notThis, ...more, ...repaired, 'remind', 'solved', 'new-case'] };
}

/** Lets a client ask how the case is now whenever it shows the card again; a card without buttons has come to its end. */
export const refreshed = (made: AdaptiveCard, context: CardContext): AdaptiveCard => {
  if (context.buttons !== 'offered') return made;
  const { type, title, verb, data } = execute('refresh', context);
  return { ...made, refresh: { action: { type, title, verb, data } } };
};
