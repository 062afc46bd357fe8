/** What binary XML is compiled to: which of its values go where in an event, so that each record only fetches its values. */

/** Where a fragment stands in an event, which says what its elements mean. */
export type Context =
  | { readonly place: 'document' | 'event' | 'system' | 'event-data' | 'text' }
  | { readonly place: 'user-data'; readonly path: string };

/** A value: literal texts and the numbers of substitutions, to be joined. */
export type Source = readonly (string | number)[];

/** The parts of System that an event gives. */
export type SystemField = 'provider' | 'eventId' | 'version' | 'time' | 'recordId' | 'channel' | 'computer';

export type Operation =
  | { readonly kind: 'system'; readonly field: SystemField; readonly value: Source }
  | { readonly kind: 'data'; readonly name: Source | null; readonly value: Source }
  | { readonly kind: 'user-data'; readonly value: Source; readonly context: Context & { readonly path: string } }
  | NestedOperation
  /** A template instance that stands in the fragment itself. */
  | { readonly kind: 'instance'; readonly at: number; readonly context: Context };

/** A substitution that stands where elements do. */
export interface NestedOperation {
  readonly kind: 'nested';
  readonly substitution: number;
  readonly context: Context;
  /** The plans of the templates that were met in this place, by their offset in the chunk. */
  readonly plans: Map<number, Plan>;
}

export interface Plan {
  readonly operations: readonly Operation[];
  /** Where the fragment ends. */
  readonly end: number;
}
