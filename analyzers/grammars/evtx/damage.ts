/** How the inner parts of the reader give up a record: by throwing the one fault that its walk catches. */

/** Thrown where bytes contradict the format; one object, so that a damaged file costs no stack traces. */
const DAMAGE = new Error('The bytes of an event record contradict the format.');
/** Thrown where a record asks for more work than a record may. */
const OVER_BUDGET = new Error('An event record asks for more work than its budget allows.');

export function damaged(): never {
  throw DAMAGE;
}

export function overBudget(): never {
  throw OVER_BUDGET;
}

/** What a caught fault says of a record; a fault of our own is thrown on. A DataView throws RangeError behind its end. */
export function verdictOf(fault: unknown): 'damaged' | 'over-budget' {
  if (fault === OVER_BUDGET) return 'over-budget';
  if (fault === DAMAGE || fault instanceof RangeError) return 'damaged';
  throw fault;
}
