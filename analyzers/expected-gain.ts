/** How much an answer is expected to narrow the suspected causes, in bits: plain arithmetic over weights. */
import { type CauseId } from './diagnosis/diagnosis';

/** What is suspected, with a weight each; weights need not sum to one. `another` stands for every cause that is on no list. */
export type Suspects = ReadonlyMap<CauseId | 'another', number>;

/** What an answer says of the causes that it concerns; of all others it says nothing. */
export interface Telling {
  /** How often it names a cause where it is the true one, from 0 to 1. */
  readonly names: ReadonlyMap<CauseId | 'another', number>;
  /** Causes of which it only tells whether the true one is among them. */
  readonly hints: ReadonlySet<CauseId | 'another'>;
}

/** One case in ten has a cause that nothing suspects yet, so a lone suspect is still worth a question. */
const ANOTHER = 0.1;

/** The suspects, and beside them what nobody thought of. */
export const withAnother = (suspected: ReadonlyMap<CauseId, number>): Suspects =>
  suspected.size === 0 ? suspected : new Map([...suspected, ['another', ANOTHER * sum([...suspected.values()])]]);

/**
 * The bits that an answer is expected to bring: where it names the true cause, everything is settled; where it hints, the hinted ones are
 * left; otherwise all of them grow unlikely, and the others share what is left.
 */
export function expectedGain(suspected: Suspects, telling: Telling): number {
  const hinted = new Map([...suspected].filter(([cause]) => isHinted(telling, cause)));
  const rest = new Map([...withoutNamed(suspected, telling)].filter(([cause]) => !isHinted(telling, cause)));
  const all = total(suspected);
  return all === 0 ? 0 : entropy(suspected) - (total(hinted) * entropy(hinted) + total(rest) * entropy(rest)) / all;
}

/** How likely the answer says something of the true cause, from 0 to 1; half of that where it only hints. */
export function chanceToTell(suspected: Suspects, telling: Telling): number {
  const all = total(suspected);
  return all === 0 ? 0 : 1 - total(withoutNamed(suspected, telling)) / all;
}

/** A hint is worth half a name: the hinted causes must be told apart by something else. */
const HINT = 0.5;

/** What stays suspected where the answer named nothing. */
export const withoutNamed = (suspected: Suspects, telling: Telling): Suspects =>
  new Map([...suspected].map(([cause, weight]) => [cause, weight * (1 - chanceOf(telling, cause))]));

const isHinted = ({ names, hints }: Telling, cause: CauseId | 'another'): boolean =>
  !names.has(cause) && hints.has(cause);

const chanceOf = (telling: Telling, cause: CauseId | 'another'): number =>
  telling.names.get(cause) ?? (telling.hints.has(cause) ? HINT : 0);

/** Shannon's entropy of the weights taken as shares of their sum. */
function entropy(suspected: Suspects): number {
  const weights = [...suspected.values()].filter((weight) => weight > 0);
  const all = sum(weights);
  return sum(weights.map((weight) => -(weight / all) * Math.log2(weight / all)));
}

const total = (suspected: Suspects): number => sum([...suspected.values()]);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
