/** What a code means for a DirectAccess tunnel: the answer of `tunnel-triage explain` and of the card of the same name. */
import { type CauseId, type NextCommand } from './diagnosis';

/** Where a code comes from: an IPsec negotiation, Windows or its services, an event log, or a `%%` parameter inside an event. */
export type CodeKind = 'negotiation' | 'status' | 'event' | 'parameter' | 'teredo';

/** One meaning of a code; a number may have several (8222 is a parameter, 4653 an event). */
export interface CodeMeaning {
  readonly kind: CodeKind;
  /** As Windows prints it there: decimal for negotiations, name services and events, `0x…` for HRESULTs, `%%…` for parameters. */
  readonly code: string;
  /** The same number in the other base; null where nobody writes it so. */
  readonly alsoWritten: string | null;
  /** The symbol of winerror.h and its kin; null where there is none. */
  readonly name: string | null;
  /** Windows' own English words for it; null where it prints none. */
  readonly text: string | null;
  /** What it says of a tunnel, one or two sentences. */
  readonly meaning: string;
  /** The causes that it shows or makes suspect, the likelier first; empty for a state that is no failure. */
  readonly causes: readonly { readonly id: CauseId; readonly title: string }[];
  /** What mends it, in order; may be empty where only the next command tells. */
  readonly remedy: readonly string[];
  /** The command that shows more; null where nothing is left to ask. */
  readonly next: NextCommand | null;
}

export interface Explanation {
  /** The code as it was given. */
  readonly given: string;
  /** Empty where nothing is known of it. */
  readonly meanings: readonly CodeMeaning[];
}
