/** How much an answer is expected to narrow the suspected causes, in bits: plain arithmetic over weights. */
import { type CauseId } from './diagnosis/diagnosis';

/** What is suspected, with a weight each; weights need not sum to one. `another` stands for every cause that is on no list. */
export type Suspects = ReadonlyMap<CauseId | 'another', number>;

/** How often an answer names a cause where it is the true one, from 0 to 1; causes that it never names are left out. */
export type Telling = ReadonlyMap<CauseId | 'another', number>;

/** One case in ten has a cause that nothing suspects yet, so a lone suspect is still worth a question. */
const ANOTHER = 0.1;

/** The suspects, and beside them what nobody thought of. */
export const withAnother = (suspected: ReadonlyMap<CauseId, number>): Suspects =>
  suspected.size === 0 ? suspected : new Map([...suspected, ['another', ANOTHER * sum([...suspected.values()])]]);

/**
 * The bits that an answer is expected to bring: where it names the true cause, everything is settled; otherwise the causes that it
 * could have named grow unlikely, and the others share what is left.
 */
export function expectedGain(suspected: Suspects, telling: Telling): number {
  const before = entropy(suspected);
  return before - (1 - chanceToName(suspected, telling)) * entropy(withoutNamed(suspected, telling));
}

/** How likely the answer names the true cause, from 0 to 1. */
export function chanceToName(suspected: Suspects, telling: Telling): number {
  const all = sum([...suspected.values()]);
  return all === 0 ? 0 : sum([...suspected].map(([cause, weight]) => weight * (telling.get(cause) ?? 0))) / all;
}

/** What stays suspected where the answer named nothing. */
export const withoutNamed = (suspected: Suspects, telling: Telling): Suspects =>
  new Map([...suspected].map(([cause, weight]) => [cause, weight * (1 - (telling.get(cause) ?? 0))]));

/** Shannon's entropy of the weights taken as shares of their sum. */
function entropy(suspected: Suspects): number {
  const weights = [...suspected.values()].filter((weight) => weight > 0);
  const all = sum(weights);
  return sum(weights.map((weight) => -(weight / all) * Math.log2(weight / all)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
