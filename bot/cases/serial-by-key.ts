/** Does work for one key in the order in which it came, and work for different keys side by side. */

export interface SerialByKey {
  /** Settles as `work` does; a failure does not stop what waits behind it. */
  readonly run: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
}

export function createSerialByKey(): SerialByKey {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const before = last.get(key) ?? Promise.resolve();
      const result = before.then(work, work);
      const settled = result.then(nothing, nothing).then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
      last.set(key, settled);
      return result;
    },
  };
}

const nothing = (): void => undefined;
