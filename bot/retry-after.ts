/** How long a service asks to be left alone. */

/** The longest Retry-After that is obeyed as it stands. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/**
 * The milliseconds of a Retry-After header, seconds or a date as HTTP has it, at a time in milliseconds since 1970; 0 where there is none that can
 * be read.
 */
export function retryAfterMs(value: string | null, at: number): number {
  if (value === null || value === '') return 0;
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - at;
  return Number.isFinite(ms) ? Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms)) : 0;
}
