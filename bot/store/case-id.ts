/** The name of a case as people see it, such as `C-12`, and its number in the tables. */

export const caseId = (number: number): string => `C-${number}`;

/** The number of an id such as `C-12`; null for anything else. */
export function caseNumber(id: string): number | null {
  const digits = /^C-(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
