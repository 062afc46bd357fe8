/** Places for a bounded number of things at a time; who finds none waits in the order of coming. */

export interface JobSlots {
  /** Begins when there is a place, and settles as the work does. */
  readonly use: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function createJobSlots(places: number): JobSlots {
  const waiting: (() => void)[] = [];
  let free = places;
  const take = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return Promise.resolve();
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    use: async (work) => {
      await take();
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
  };
}
