/** The seam of the ticket systems: what the bot asks of one, whichever it is. Each system is one file beside this one, with the document of its calls. */

/** As the setting names them. */
export const TICKET_SYSTEMS = ['servicenow', 'jira', 'request-tracker', 'webhook'] as const;
export type TicketSystemName = (typeof TICKET_SYSTEMS)[number];

/** What a note is written for: the tunnels failed, they work again, something is another than in the last note, or a person asked for it. */
export const OCCASIONS = ['failed', 'healed', 'changed', 'asked'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface TicketNote {
  /** The number of the ticket, as `keyOf` gives it. */
  readonly ticket: string;
  /** `C-12` */
  readonly caseId: string;
  readonly occasion: Occasion;
  /** Stands in the text too: by it a note that was written before a crash is known again. The same note always has the same. */
  readonly mark: string;
  /** Plain text of at most 72 columns. */
  readonly text: string;
}

/** `later`: worth another try, after that many milliseconds at least. `never`: it would be refused again. `why` is a status or a code, never content. */
export type TicketRefusal =
  | { readonly kind: 'later'; readonly why: string; readonly afterMs: number }
  | { readonly kind: 'never'; readonly why: string };

/** `there-already`: an earlier try had written the note. */
export type TicketAnswer = { readonly kind: 'written' | 'there-already' } | TicketRefusal;

export interface TicketSystem {
  /** Its name in a sentence. */
  readonly title: string;
  /** A number of a ticket as it is written, for a sentence. */
  readonly example: string;
  /** The number in the one form in which it is kept; null for what is no number of this system. Safe in an address and in a query. */
  readonly keyOf: (written: string) => string | null;
  /** Whether the sign-in holds; changes nothing. Rejects where the system does not answer. */
  readonly check: (signal: AbortSignal) => Promise<{ readonly kind: 'ready' } | TicketRefusal>;
  /**
   * Writes the note where only those who work on the ticket see it. Looks for its mark before that, where the system lets it. Rejects with a
   * ServiceError, or an error of the network, where the system does not answer as it should: then it may be tried again.
   */
  readonly write: (note: TicketNote, signal: AbortSignal) => Promise<TicketAnswer>;
}

/** What every system is opened with. */
export interface TicketAccess {
  /** The address of the system without a slash at its end; of the webhook the whole address. */
  readonly url: string;
  /** null where the secret is enough. */
  readonly user: string | null;
  /** A password, a token, or the secret of the signature. */
  readonly secret: string;
  /** The table of ServiceNow. */
  readonly table: string;
  /** The global one; a test puts one in its place that holds each call against the document. */
  readonly fetch: (request: Request) => Promise<Response>;
}
