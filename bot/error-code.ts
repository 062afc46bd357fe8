/** The code of an error of a database or of the operating system, which is all of it that may stand in a log. */

/** `unknown` where it has none. An addon makes its errors in the realm that loaded it first, so `instanceof Error` does not know all of them. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown';
  return typeof error.code === 'string' ? error.code : 'unknown';
}
