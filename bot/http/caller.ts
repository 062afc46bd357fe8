/** Who calls the API, and what it may do there. */

/** `cases.read` sees the caller's own cases; `cases.write` makes them, adds to them and deletes them; `explain` needs neither. */
export const SCOPES = ['cases.read', 'cases.write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Caller {
  /** `key/ID` of an API key, `app/TENANT/OBJECT-ID` of an application of Entra ID. What it made belongs to it alone. */
  readonly key: string;
  /** What an operator calls it. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** Finds the caller by the whole `Authorization` header. Rejects with a RefusedError `not-authenticated`. */
export type CallerOf = (authorization: string | undefined) => Promise<Caller>;
