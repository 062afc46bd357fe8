/** A bound on how long something outside is waited for. */

/** Settles as `work` does, or rejects with `fault()` where that takes longer than `limitMs` milliseconds; the work itself goes on. */
export async function inTime<Result>(work: Promise<Result>, limitMs: number, fault: () => Error): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(fault()), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
