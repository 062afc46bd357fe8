/** What a card needs to know beside the diagnosis. */

/** A press of a button is answered with the same card, its buttons gone or who pressed in their place. */
export type Buttons = 'offered' | 'gone' | { readonly doneBy: string; readonly at: string };

export interface CardContext {
  readonly caseId: string;
  readonly buttons: Buttons;
  /** When the outputs came, ISO 8601; shown with its own digits, not converted. */
  readonly at?: string;
  /** The ticket that notes can be posted to; left out where there is none. */
  readonly ticket?: string;
}
