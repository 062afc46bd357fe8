/** The lines of an output that may be believed: a last line that may be cut in its middle is none of them. */
import { type Line, type LineText } from '../document';
import { type Output } from './command';

/** All lines but a last one that neither a line end nor more text follows: half of `S-1-5-65-11` is another SID. */
export function wholeLines({ lines, closed, endsWhole }: Output): readonly Line[] {
  return closed || endsWhole !== false ? lines : lines.slice(0, -1);
}

export const isBlank = ({ text }: LineText): boolean => text.trim() === '';

/** The last line with something on it; null where there is none. */
export const lastPrinted = (lines: readonly Line[]): Line | null => lines.findLast((line) => !isBlank(line)) ?? null;

/**
 * Whether an output without closing words is known to be whole: another prompt follows; or it stands in a file of its own and
 * ends as its command ends (`looksWhole`). Below a prompt only the next prompt tells.
 */
export function isKnownWhole({ closed, typed, endsWhole }: Output, looksWhole: boolean): boolean {
  return closed || (typed === null && endsWhole !== false && looksWhole);
}
