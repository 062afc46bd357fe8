/** The jobs that a process tries or waits to try: each once at a time, and nobody who calls for one meanwhile is forgotten. */
import { type Attempt } from './waker';

export interface KnownJobs {
  readonly size: number;
  /**
   * `held` at once where the job is being tried already. That may just have found another job before it, which has ended since and is why it is
   * called for: then it is tried once more.
   */
  readonly tryAlone: (id: string, attempt: () => Promise<Attempt>) => Promise<Attempt>;
}

export function createKnownJobs(): KnownJobs {
  const known = new Set<string>();
  const calledFor = new Set<string>();
  return {
    get size() {
      return known.size;
    },
    tryAlone: async (id, attempt) => {
      if (known.has(id)) {
        calledFor.add(id);
        return 'held';
      }
      known.add(id);
      try {
        for (;;) {
          const came = await attempt();
          if (came !== 'held' || !calledFor.delete(id)) return came;
        }
      } finally {
        known.delete(id);
        calledFor.delete(id);
      }
    },
  };
}
