/** What a failed call of the system says: read by its form, since an error may come from another realm. */

/** `ENOENT`, `EACCES` …; undefined where there is none. */
export function faultCode(fault: unknown): string | undefined {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The first line of its message. */
export function faultReason(fault: unknown): string {
  const message = typeof fault === 'object' && fault !== null && 'message' in fault ? fault.message : fault;
  return String(message).split('\n', 1)[0] ?? '';
}
