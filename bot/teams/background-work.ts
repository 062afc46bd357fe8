/** Work that goes on after its turn was acknowledged: kept count of, so that a stop can wait for it. */

export interface BackgroundWork {
  /** `work` must not reject: it answers for its own failures. */
  readonly begin: (work: () => Promise<void>) => void;
  /** Settles when nothing is under way, or after `limitMs` milliseconds; true when all of it ended. */
  readonly finish: (limitMs: number) => Promise<boolean>;
}

export function createBackgroundWork(): BackgroundWork {
  const underWay = new Set<Promise<void>>();
  return {
    begin: (work) => {
      const running = work().finally(() => underWay.delete(running));
      underWay.add(running);
    },
    finish: async (limitMs) => {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), limitMs);
      });
      const ended = await Promise.race([allOf(underWay), limit]);
      clearTimeout(timer);
      return ended;
    },
  };
}

/** Work that is under way may begin more. */
async function allOf(underWay: ReadonlySet<Promise<void>>): Promise<boolean> {
  while (underWay.size > 0) await Promise.all(underWay);
  return true;
}
