/** Where cases are kept, as the living case sees it; `bot/store` has the homes behind it. */
import { type CaseEvidence, type Diagnosis } from '../../analyzers/index';

export interface CaseRecord {
  /** `C-1`, `C-2`, …: unique in one store. */
  readonly id: string;
  /** The conversation that it belongs to; only it may see or change the case. */
  readonly conversation: string;
  readonly state: 'open' | 'closed';
  /** Rises with every change; a change from an older one is refused. */
  readonly version: number;
  readonly evidence: CaseEvidence;
  /** null until something was sent. */
  readonly diagnosis: Diagnosis | null;
  /** The message that shows the diagnosis as it stands. */
  readonly cardActivityId: string | null;
}

export interface CaseStore {
  /** The open case of a conversation; begins one where there is none. */
  readonly openCase: (conversation: string) => Promise<CaseRecord>;
  /** null where no such case belongs to the conversation. */
  readonly caseOf: (conversation: string, id: string) => Promise<CaseRecord | null>;
  /** Closes the open case, if there is one, and begins another, at once. */
  readonly beginCase: (conversation: string) => Promise<CaseRecord>;
  /** Keeps a changed record under the next version; false where the stored one changed since `record` was read. */
  readonly keep: (record: CaseRecord) => Promise<boolean>;
}

/** What the doors keep about conversations. */
export interface ConversationStore {
  /** Keeps how a conversation is reached; a later reference replaces the earlier. */
  readonly remember: (conversation: string, reference: unknown) => Promise<void>;
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  /** True for the first delivery of an activity, false for every repetition. */
  readonly firstDelivery: (conversation: string, activity: string) => Promise<boolean>;
}
