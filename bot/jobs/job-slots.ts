/** Places for a bounded number of things at a time; who finds none waits in the order of coming. */

export interface JobSlots {
  /** Settles when there is a place; it must be given back. */
  readonly take: () => Promise<void>;
  readonly giveBack: () => void;
}

export function createJobSlots(places: number): JobSlots {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    take: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
    giveBack: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
