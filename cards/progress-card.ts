/** What stands in the place of the answer while something long is read: how far it has come, in one sentence. */
import { type AdaptiveCard } from './elements';
import { aside, card, value } from './kit';

/** How far the reading of one upload has come. */
export interface ReadingSoFar {
  readonly name: string;
  /** Null where nobody knows before the end. */
  readonly totalBytes: number | null;
  readonly bytesRead: number;
  /** IPsec events of it so far. */
  readonly matches: number;
}

/** "Reading Security.evtx, 256 MB: 120 MB read, 14 matches so far." */
export function progressCard(reading: ReadingSoFar): AdaptiveCard {
  const sentence = sentenceOf(reading);
  return card(sentence, [value(sentence), aside('The answer takes the place of this message.')]);
}

function sentenceOf({ name, totalBytes, bytesRead, matches }: ReadingSoFar): string {
  const size = totalBytes === null ? '' : `, ${Math.ceil(totalBytes / MEGABYTE)} MB`;
  const found = matches === 1 ? '1 match' : `${matches} matches`;
  return `Reading ${name}${size}: ${Math.floor(bytesRead / MEGABYTE)} MB read, ${found} so far.`;
}

const MEGABYTE = 1024 * 1024;
