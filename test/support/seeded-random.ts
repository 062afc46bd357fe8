/** A small generator of numbers that look random and are the same for the same seed, for tests and generated files. */

export interface SeededRandom {
  /** A whole number from 0 up to, not including, `below` (at least 1, at most 2^32). */
  readonly below: (below: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** xorshift over 32 bits, stirred at the start so that neighbouring seeds part at once. */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul((seed ^ 0x9e3779b9) >>> 0, 0x85ebca6b) >>> 0;
  state = (state ^ (state >>> 13)) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let round = 0; round < 4; round += 1) next();
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from in an empty list.');
      return picked;
    },
  };
}
