/** Waits until nothing is in hand any more. */

const WATCH_EVERY_MS = 10;

/** False where something was left after `limitMs` milliseconds. */
export async function untilEmpty(held: { readonly size: number }, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (held.size > 0) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
  return true;
}
