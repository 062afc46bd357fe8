/** Keeps an answer within the time that a client waits for it; the work itself goes on. */

/**
 * Teams gives up after 10 to 15 seconds, and old clients after 5 (microsoft/AdaptiveCards #3701; Azure docs, "How bots work"). What is slower
 * than a transaction of the store is a job anyway, so this is only reached where the store or the connector is slow.
 */
export const INVOKE_LIMIT_MS = 4800;

/** `late` is the answer where `work` has none after `limitMs`. Rejects as `work` does, if it does in time. */
export async function answeredInTime<Result>(
  work: Promise<Result>,
  limitMs: number,
  late: () => Result,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Result>((resolve) => {
    timer = setTimeout(() => resolve(late()), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
