/** Which of two captures is newer: by the times printed in them, else by call, else by place in one document, else by file time. */
import { type Reading } from '../reading';

/**
 * Positive where `one` is newer than `other`, negative where it is older, 0 where nothing tells (the contract's ruling 1: then two
 * captures that disagree leave their rung unknown). Times without a zone are compared as they are printed.
 */
export function compareAge(one: Reading, other: Reading): number {
  const byTime = compareTimes(one.at, other.at);
  if (byTime !== 0) return byTime;
  if (one.call !== other.call) return one.call - other.call;
  if (one.upload === other.upload) return one.firstLine - other.firstLine;
  return compareTimes(one.modified, other.modified);
}

/**
 * Compares two ISO 8601 times by their digits down to the second; 0 where one is missing. A zone is left out of account: an event
 * carries UTC and a listing local time, and no output says how far they are apart.
 */
export function compareTimes(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  const [first, second] = [one.slice(0, 19), other.slice(0, 19)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
